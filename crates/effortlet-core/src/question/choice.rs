//! One or some of a few options, and room for words of one's own where there is another one.

mod options;

use super::text::{LIMIT, USUAL_LIMIT, read_limit};
use super::{Ask, Fill, Key, Kind, Reader, read_over};
use crate::answer::{Act, Answer, Given, Mistake, within};
use crate::hash;
use crate::response::limits::ANSWERED;
use crate::response::{Answered, FREE_TEXT, Value};
use crate::scale::Scale;
use crate::screen::Body;
use crate::source::{Node, Problems};
use crate::text::Text;
use alloc::{boxed::Box, string::String, vec::Vec};
use options::Options;

pub const CHOICE: Kind = Kind {
    word: "choice",
    keys: &[LIMIT, key("options", &["id", "text"]), key("many", &[]), key("other", &[])],
    read,
    lint: None,
};

const fn key(word: &'static str, inside: &'static [&'static str]) -> Key {
    Key { word, inside, elsewhere: "nothing beside this kind" }
}

fn read<'a>(nodes: &[Node<'a>], reader: &Reader, problems: &mut Problems) -> Box<dyn Ask + 'a> {
    Box::new(read_over(nodes, problems, |choice: &mut Choice<'a>, node, problems| {
        choice.options.read(node, reader, problems);
        read_limit(&mut choice.limit, node, problems);
    }))
}

struct Choice<'a> {
    options: Options<'a>,
    /// The most characters of one's own words, 1 to 5,000.
    limit: u32,
}

impl Default for Choice<'_> {
    fn default() -> Self {
        Self { options: Options::default(), limit: USUAL_LIMIT }
    }
}

impl Choice<'_> {
    /// Whether there is all that was chosen, and so much may be.
    fn is_legal(&self, chosen: u32) -> bool {
        let count = self.options.count() as u32;
        let most = if self.options.many { count } else { 1 };
        chosen.checked_shr(count).unwrap_or(0) == 0 && (1..=most).contains(&chosen.count_ones())
    }
}

/// A mark is an option, the text what was written of something else.
impl Ask for Choice<'_> {
    fn answer(&self, act: Act) -> Result<Answer, Mistake> {
        match act {
            Act::Pick(chosen, text) if self.is_legal(chosen) => {
                let own = chosen & self.options.other_mark() != 0;
                let text = if own { within(text.trim(), self.limit)? } else { String::new() };
                Ok(Answer::Given(Given { marks: chosen, text }))
            }
            _ => Err(Mistake::Missing),
        }
    }

    /// One for each option that was chosen, and one for what was written.
    fn answered<'g>(&'g self, question: &'g str, given: &'g Given) -> Vec<Answered<&'g str>> {
        let options = given.positions().filter_map(|position| self.options.get(position));
        let options = options.map(|(id, _)| Answered::plain(question, CHOICE.word, Value::Text(id)));
        let written = Some(given.text.as_str()).filter(|text| !text.is_empty());
        options.chain(written.map(|text| Answered::plain(question, FREE_TEXT, Value::Text(text)))).collect()
    }

    /// Whoever has words of their own is not said to have chosen something else.
    fn in_words(&self, given: &Given, fill: Fill<'_>) -> String {
        let own = !given.text.is_empty();
        let named = if own { given.marks & !self.options.other_mark() } else { given.marks };
        let named = Given { marks: named, text: String::new() };
        let options = named.positions().filter_map(|position| self.options.get(position));
        let mut words: Vec<String> = options.map(|(_, text)| fill(text)).collect();
        words.extend(own.then(|| given.text.clone()));
        words.join(", ")
    }

    fn body(&self, given: Option<&Given>, fill: Fill<'_>) -> Body {
        let given = given.cloned().unwrap_or_default();
        Body::Choice {
            labels: self.texts().into_iter().map(fill).collect(),
            chosen: given.marks,
            written: given.text,
            many: self.options.many,
            other: self.options.other.is_some(),
            limit: self.limit,
        }
    }

    fn longest(&self) -> u32 {
        ANSWERED * self.options.count() as u32 + if self.options.other.is_some() { ANSWERED + self.limit } else { 0 }
    }

    /// `{ "is": "phone" }`: it is among what was chosen.
    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32 {
        if !node.only(&["is", "skipped", "answer"], problems) {
            return 0;
        }
        let ids = self.options.all().map(|(id, _)| id).filter(|id| !id.is_empty());
        1 << (node.field("is").word(&ids.collect::<Vec<_>>(), problems) & 31)
    }

    fn texts(&self) -> Vec<Text<'_>> {
        self.options.all().map(|(_, text)| text).collect()
    }

    fn fingerprint(&self, hash: u32, text: &str) -> u32 {
        let hash = hash::add(Scale::default().fingerprint(hash), text);
        let hash = self.options.all().fold(hash, |hash, (id, _)| hash::add(hash, id));
        hash.wrapping_mul(if self.options.many { 31 } else { 1 })
    }
}
