//! What would have to be otherwise: the first thing of all, each of any.

use super::finding::Finding;
use crate::phrase::say;
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};

/// In words for one trigger or condition that is not as wanted.
type Words<'w> = dyn Fn(&Finding, Truth) -> String + 'w;

pub(super) fn lacks(it: &Finding, words: &Words<'_>) -> String {
    let mut all = Vec::new();
    add(it, Truth::True, words, &mut all);
    joined(all)
}

fn add(it: &Finding, wanted: Truth, words: &Words<'_>, all: &mut Vec<String>) {
    if it.is == wanted {
        return;
    }
    let Some(parts) = &it.parts else {
        all.push(words(it, wanted));
        return;
    };
    if it.name == "not" {
        parts.iter().for_each(|part| add(part, !wanted, words, all));
    } else if (it.name == "any") == (wanted == Truth::True) {
        parts.iter().for_each(|part| add(part, wanted, words, all));
    } else if let Some(first) = parts.iter().find(|part| part.is != wanted) {
        add(first, wanted, words, all);
    }
}

const BEGINNINGS: [&str; 2] = ["waiting for ", "only "];

/// What they begin with is said once.
fn joined(all: Vec<String>) -> String {
    let begins = |beginning: &&&str| all.first().is_some_and(|first| first.starts_with(**beginning));
    let beginning = BEGINNINGS.iter().find(begins).copied().unwrap_or_default();
    let mut text = String::new();
    for (index, words) in all.iter().enumerate() {
        if index > 0 {
            text.push_str(", or ");
            text.push_str(words.strip_prefix(beginning).unwrap_or(words));
        } else {
            text.push_str(words);
        }
    }
    text
}

/// Of a trigger that has not come, or has and should not.
pub(super) fn waiting(it: &Finding, wanted: Truth) -> String {
    if wanted == Truth::False {
        let come = if it.is == Truth::True { ", which has come" } else { ", which may still come" };
        return say(&["not after ", &it.wants, come]);
    }
    let found = it.found.as_ref().map(|found| if it.grows { say(&["so far ", found]) } else { found.clone() });
    say(&["waiting for ", &it.wants, &known(it, found)])
}

/// Of a condition that does not hold, or does and should not.
pub(super) fn only_where(it: &Finding, wanted: Truth) -> String {
    let nothing = || (it.is == Truth::False).then(|| String::from("nothing"));
    let found = it.found.clone().or_else(nothing).map(|found| say(&["found ", &found]));
    say(&[if wanted == Truth::True { "only" } else { "not" }, " where ", &it.wants, &known(it, found)])
}

/// What is known of it, in brackets.
fn known(it: &Finding, found: Option<String>) -> String {
    let known = if it.is == Truth::Unknown { Some(it.unknown.into()) } else { found };
    known.map_or_else(String::new, |known: String| say(&[" (", &known, ")"]))
}
