//! A forecast as a text for terminals. Never breaks a line: a terminal does.

use super::page::Found;
use super::told::named;
use super::{Asked, Forecast};
use crate::explain::Finding;
use crate::phrase::{quoted, say};
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};

const INDENT: &str = "  ";

/// One line each, without its end.
pub fn lines(forecast: &Forecast) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(found) = &forecast.page {
        page(found, &mut all);
    }
    let has_page = forecast.page.is_some();
    forecast.surveys.iter().for_each(|asked| survey(asked, has_page, &mut all));
    all.push(String::new());
    all.extend(forecast.notes.iter().cloned());
    all
}

fn page(found: &Found, all: &mut Vec<String>) {
    let name = |before: &str, name: &Option<String>| name.as_ref().map(|name| say(&[before, &quoted(name)]));
    let named_parts = [name(", ", &found.article), name(", in the section ", &found.section), name(", in the language ", &found.locale)];
    let by = match (&found.signs, found.by_definition) {
        (_, true) => "by helpCenter of the definition",
        (Some(_), _) => "by its address and by what it says of itself",
        (None, _) => "by its address alone; its HTML may say more (npx effortlet explain --html)",
    };
    all.push(say(&["The page ", &found.address]));
    let is = named_parts.into_iter().flatten().collect::<Vec<_>>().concat();
    all.push(say(&[INDENT, "It is ", named(found.is).0, &is, ": ", by, "."]));
    let signs = found.signs.as_ref().map(|signs| signs.iter().filter(|sign| !sign.is_empty()).map(|sign| quoted(sign)).collect::<Vec<_>>());
    if let Some(signs) = signs {
        let said = if signs.is_empty() { "nothing".into() } else { signs.join(", ") };
        all.push(say(&[INDENT, "What it says of who made it and what it is: ", &said, "."]));
    }
    all.push(String::new());
}

fn survey(asked: &Asked, has_page: bool, all: &mut Vec<String>) {
    if all.last().is_some_and(|last| !last.is_empty()) {
        all.push(String::new());
    }
    all.push(asked.survey.clone());
    heading("It is asked after", all);
    branch(&asked.triggers, 2, false, all);
    heading("On which pages", all);
    trees(&asked.pages, "every page that has the script tag", has_page, all);
    heading("Who is asked", all);
    trees(&asked.visitors, "everybody there", has_page, all);
    if !asked.visitors.is_empty() {
        all.push(say(&[INDENT, INDENT, "Everybody else is left out."]));
    }
    for (name, sentences) in [
        ("How often", &asked.frequency),
        ("What cannot come", &asked.never),
        ("On this page", &asked.here),
        ("What cannot be told from here", &asked.unknown),
    ] {
        if !sentences.is_empty() {
            heading(name, all);
            all.extend(sentences.iter().map(|sentence| say(&[INDENT, INDENT, sentence])));
        }
    }
}

fn heading(name: &str, all: &mut Vec<String>) {
    all.push(say(&[INDENT, name]));
}

fn trees(parts: &[Finding], none: &str, has_page: bool, all: &mut Vec<String>) {
    parts.iter().for_each(|part| branch(part, 2, has_page, all));
    if parts.is_empty() {
        all.push(say(&[INDENT, INDENT, none]));
    }
}

/// A tree, a line for each part.
fn branch(it: &Finding, depth: usize, has_page: bool, all: &mut Vec<String>) {
    let later = it.later.as_ref().map_or_else(String::new, |later| say(&[", ", later]));
    let here = match it.is {
        Truth::True if has_page && it.parts.is_none() => " (yes)",
        Truth::False if has_page && it.parts.is_none() => " (no)",
        _ => "",
    };
    all.push(say(&[&INDENT.repeat(depth), &it.wants, &later, here]));
    it.parts.iter().flatten().for_each(|part| branch(part, depth + 1, has_page, all));
}
