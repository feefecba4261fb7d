//! A question that is answered by yes or no.

use super::{Ask, Fill, Kind};
use crate::answer::{Act, Answer, Given, Mistake};
use crate::response::{Answered, Value};
use crate::screen::Body;
use crate::source::{Node, Problems};
use alloc::{boxed::Box, string::String, vec::Vec};

pub const YES_NO: Kind = Kind { word: "yesNo", keys: &[], read: |_, _, _| Box::new(YesNo), lint: None };

const WORDS: [&str; 2] = ["yes", "no"];

/// The marks, in the order of the words.
const YES: u32 = 0b01;
const NO: u32 = 0b10;

struct YesNo;

impl Ask for YesNo {
    /// The word that was pressed is kept, for texts that name the answer.
    fn answer(&self, act: Act) -> Result<Answer, Mistake> {
        let Act::Choose(yes, text) = act else { return Err(Mistake::Missing) };
        Ok(Answer::Given(Given { marks: if yes { YES } else { NO }, text }))
    }

    fn answered<'g>(&'g self, question: &'g str, given: &'g Given) -> Vec<Answered<&'g str>> {
        let word = if given.marks == YES { "yes" } else { "no" };
        Vec::from([Answered::plain(question, YES_NO.word, Value::Text(word))])
    }

    fn in_words(&self, given: &Given, _fill: Fill<'_>) -> String {
        given.text.clone()
    }

    fn body(&self, given: Option<&Given>, _fill: Fill<'_>) -> Body {
        Body::YesNo { chosen: given.map(|given| given.marks == YES) }
    }

    /// `{ "is": "no" }`.
    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32 {
        if !node.only(&["is", "skipped", "answer"], problems) {
            return 0;
        }
        if node.field("is").word(&WORDS, problems) == 0 { YES } else { NO }
    }
}
