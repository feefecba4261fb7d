//! Wording that says the opposite of a scale's direction.
//!
//! Knows only a few unmistakable phrases of each language. Where a text may mean either, or its labels
//! are not understood, it says nothing: a warning that is wrong is worse than none.

use super::phrases::{Ease, LANGUAGES, Words, normal};
use crate::question::Ask;
use crate::scale::{EasyIs, Scale};
use crate::source::{Node, Problems, Value};
use crate::text::{Text, base};
use alloc::vec::Vec;

/// At most one for a question.
pub(super) fn lint<'q>(id: &str, text: Text<'q>, asks: &'q dyn Ask, survey: Node<'q>, problems: &mut Problems) {
    let Some(scale) = asks.scale() else { return };
    if let Some(part) = contradiction(text, scale) {
        place(survey, id, part).check(false, expected(scale.easy_is), problems);
    }
}

/// What would agree with what is said, where this direction does not.
fn expected(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "easyIs of its scale to be low, since this says that a higher point means more effort",
        EasyIs::Low => "easyIs of its scale to be high, since this says that a higher point means less effort",
    }
}

/// Which part of a question says something, in which language; empty for a text without one.
#[derive(Clone, Copy)]
enum Part<'a> {
    Text(&'a str),
    Low(&'a str),
    High(&'a str),
}

/// What says the opposite of the scale's direction.
fn contradiction<'a>(text: Text<'a>, scale: &'a Scale<'_>) -> Option<Part<'a>> {
    let mut tags: Vec<&str> = Vec::new();
    for text in [text, scale.low, scale.high] {
        tags.extend(text.0.entries().iter().map(|(tag, _)| tag.as_str()));
    }
    if tags.is_empty() {
        tags.push("");
    }
    tags.into_iter().find_map(|tag| {
        let said = |text: Text<'_>| text.close(tag).map(|text| normal(text)).unwrap_or_default();
        let [text, low, high] = [text, scale.low, scale.high].map(said);
        let spoken = LANGUAGES.iter().filter(|words| tag.is_empty() || base(tag).eq_ignore_ascii_case(words.language));
        let mut found = spoken.filter_map(|words| direction(words, &text, &low, &high));
        let (easy_is, part) = found.next()?;
        let agreed = found.all(|(other, _)| other == easy_is);
        (agreed && easy_is != scale.easy_is).then_some(match part {
            0 => Part::Text(tag),
            1 => Part::Low(tag),
            _ => Part::High(tag),
        })
    })
}

/// Which direction is meant, and whether the text says so (0), the low label (1) or the high one (2).
/// What the ends mean counts for more than what is asked.
fn direction(words: &Words, text: &str, low: &str, high: &str) -> Option<(EasyIs, u8)> {
    match (words.end(low), words.end(high)) {
        (Some(Ease::Little), Some(Ease::Much)) | (Some(Ease::Little), None) => return Some((EasyIs::Low, 1)),
        (Some(Ease::Much), Some(Ease::Little)) | (Some(Ease::Much), None) => return Some((EasyIs::High, 1)),
        (None, Some(Ease::Little)) => return Some((EasyIs::High, 2)),
        (None, Some(Ease::Much)) => return Some((EasyIs::Low, 2)),
        (Some(_), Some(_)) => return None,
        (None, None) => {}
    }
    let upward = match (words.is_least(low), words.is_least(high)) {
        (true, false) => true,
        (false, true) => false,
        _ if low.is_empty() && high.is_empty() => true,
        _ => return None,
    };
    let easy_is = match (words.asked(text)?, upward) {
        (Ease::Little, true) | (Ease::Much, false) => EasyIs::High,
        _ => EasyIs::Low,
    };
    Some((easy_is, 0))
}

/// Where it stands, unless it is a template's: then where its direction was changed.
fn place<'a>(survey: Node<'a>, question: &str, part: Part<'a>) -> Node<'a> {
    let node = survey.field("questions").with_id(question).unwrap_or(survey);
    let scale = node.field("scale");
    let labels = scale.field("labels");
    let end = |value: Option<&'a Value>| value.map_or(labels, |value| labels.item(value));
    let (it, tag) = match part {
        Part::Text(tag) => (node.field("text"), tag),
        Part::Low(tag) => (end(labels.value.items().first()), tag),
        Part::High(tag) => (end(labels.value.items().last()), tag),
    };
    let spoken = it.given(tag).or_else(|| it.given(base(tag))).unwrap_or(it);
    let direction = scale.field("easyIs");
    [spoken, direction].into_iter().find(|node| !node.is_absent()).unwrap_or(survey)
}
