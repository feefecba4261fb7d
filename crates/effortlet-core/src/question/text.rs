//! A question that is answered in words of one's own.

use super::{Ask, Fill, Key, Kind, Reader, read_over};
use crate::answer::{Act, Answer, Given, Mistake, within};
use crate::response::limits::{ANSWERED, MOST_CHARACTERS};
use crate::response::{Answered, FREE_TEXT, Value};
use crate::screen::Body;
use crate::source::{Node, Problems};
use alloc::{boxed::Box, string::String, vec::Vec};

pub const TEXT: Kind = Kind {
    word: FREE_TEXT,
    keys: &[LIMIT],
    read,
    lint: None,
};

/// The most characters of free text.
pub(super) const LIMIT: Key = Key { word: "limit", inside: &[], elsewhere: "no limit beside this kind" };

/// Where a definition does not say.
pub(super) const USUAL_LIMIT: u32 = 2_000;

fn read<'a>(nodes: &[Node<'a>], _reader: &Reader, problems: &mut Problems) -> Box<dyn Ask + 'a> {
    Box::new(read_over(nodes, problems, |text: &mut FreeText, node, problems| read_limit(&mut text.limit, node, problems)))
}

struct FreeText {
    /// 1 to 5,000.
    limit: u32,
}

impl Default for FreeText {
    fn default() -> Self {
        Self { limit: USUAL_LIMIT }
    }
}

pub(super) fn read_limit(limit: &mut u32, node: Node<'_>, problems: &mut Problems) {
    if let Some(given) = node.given(LIMIT.word) {
        *limit = given.count(1, MOST_CHARACTERS as u32, "a whole number from 1 to 5000", problems);
    }
}

impl Ask for FreeText {
    fn answer(&self, act: Act) -> Result<Answer, Mistake> {
        match act {
            Act::Write(text) if !text.trim().is_empty() => {
                Ok(Answer::Given(Given { marks: 0, text: within(&text, self.limit)? }))
            }
            _ => Err(Mistake::Missing),
        }
    }

    fn answered<'g>(&'g self, question: &'g str, given: &'g Given) -> Vec<Answered<&'g str>> {
        Vec::from([Answered::plain(question, FREE_TEXT, Value::Text(&given.text))])
    }

    fn in_words(&self, given: &Given, _fill: Fill<'_>) -> String {
        given.text.clone()
    }

    fn body(&self, given: Option<&Given>, _fill: Fill<'_>) -> Body {
        Body::Text { text: given.map(|given| given.text.clone()).unwrap_or_default(), limit: self.limit }
    }

    fn longest(&self) -> u32 {
        ANSWERED + self.limit
    }

    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32 {
        node.check(false, "skipped: true, the only condition on a text", problems);
        0
    }
}
