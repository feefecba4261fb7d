//! Answer piping: texts that name what was answered before, or the page. A row of an edition that
//! knows it; the others know `{organization}` alone.
//!
//! What is put in is never looked at again.

use crate::source::{Node, Problems};
use crate::text::{self, Text, cut};
use alloc::string::String;

/// What reads and fills such texts.
pub struct Piping {
    /// What stands first in braces.
    pub words: &'static [&'static str],
    /// Checks a question or a thank-you.
    pub check: fn(Text<'_>, Node<'_>, IsAnswered<'_>, &mut Problems),
    /// Checks a text that stands beside a question, which names nothing of this.
    pub check_beside: fn(Text<'_>, Node<'_>, &mut Problems),
    /// Whether a text names the title of the page.
    pub names_title: fn(Text<'_>) -> bool,
    /// A text with everything that it names in its place.
    pub fill: fn(&str, &Names<'_>) -> String,
}

/// Whether there is an earlier question of this id that is answered.
pub type IsAnswered<'q> = &'q dyn Fn(&str) -> bool;

/// What can be put in.
pub struct Names<'n> {
    pub organization: &'n str,
    /// Of the page; empty where it has none.
    pub title: &'n str,
    /// What was answered to the question of this id, in words.
    pub answer: &'n dyn Fn(&str) -> String,
}

/// Reads a text that stands beside a question.
pub fn read_beside<'a>(node: Node<'a>, piping: Option<&Piping>, problems: &mut Problems) -> Text<'a> {
    let text = text::read(node, problems);
    if let Some(piping) = piping {
        (piping.check_beside)(text, node, problems);
    }
    text
}

pub const PIPING: Piping = Piping { words: &["answer", "article"], check, check_beside, names_title, fill };

/// What stands in braces for the title of the page.
const ARTICLE_TITLE: &str = "article.title";

/// Stands for the title of a page that has none: in any language something is left out there.
const UNTITLED: &str = "…";

fn check(text: Text<'_>, node: Node<'_>, is_answered: IsAnswered<'_>, problems: &mut Problems) {
    let (mut answers, mut article) = (true, true);
    names(text, &mut |name| match cut(name, b'.') {
        ("answer", id) => answers &= is_answered(id),
        ("article", _) => article &= name == ARTICLE_TITLE,
        _ => {}
    });
    node.check(answers, "{answer.…} to name an earlier question that is no message", problems);
    // A place is named once.
    node.check(article || !answers, "{article.title}, all that a text may name of an article", problems);
}

fn check_beside(text: Text<'_>, node: Node<'_>, problems: &mut Problems) {
    let mut plain = true;
    names(text, &mut |name| plain &= !matches!(cut(name, b'.').0, "answer" | "article"));
    node.check(plain, "neither {answer.…} nor {article.…}, which only questions and thanks may name", problems);
}

fn names_title(text: Text<'_>) -> bool {
    let mut named = false;
    names(text, &mut |name| named |= name == ARTICLE_TITLE);
    named
}

fn fill(text: &str, known: &Names<'_>) -> String {
    pipe(text, &mut |name| match name.strip_prefix("answer.") {
        Some(id) => Some((known.answer)(id)),
        None if name == ARTICLE_TITLE => Some(if known.title.is_empty() { UNTITLED } else { known.title }.into()),
        None => (name == "organization").then(|| known.organization.into()),
    })
}

/// The text with each `{name}` that something is found for in its place.
fn pipe(mut text: &str, find: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    loop {
        let (before, rest) = cut(text, b'{');
        filled.push_str(before);
        if before.len() == text.len() {
            return filled;
        }
        let (name, after) = cut(rest, b'}');
        match find(name).filter(|_| name.len() < rest.len()) {
            Some(found) => {
                filled.push_str(&found);
                text = after;
            }
            None => {
                filled.push('{');
                text = rest;
            }
        }
    }
}

/// Each name that stands in braces in a text, in any language.
fn names(text: Text<'_>, each: &mut dyn FnMut(&str)) {
    let all = text.0.entries().iter().map(|(_, text)| text).chain([text.0]);
    for text in all {
        pipe(text.text_or_empty(), &mut |name| {
            each(name);
            None
        });
    }
}
