//! What only says something. Asks for nothing.

use super::{Ask, Fill, Kind};
use crate::answer::{Act, Answer, Given, Mistake};
use crate::response::Answered;
use crate::screen::Body;
use crate::source::{Node, Problems};
use alloc::{boxed::Box, string::String, vec::Vec};

pub const MESSAGE: Kind = Kind { word: "message", keys: &[], read: |_, _, _| Box::new(Message), lint: None };

struct Message;

impl Ask for Message {
    fn answer(&self, act: Act) -> Result<Answer, Mistake> {
        if act == Act::Next { Ok(Answer::Skipped) } else { Err(Mistake::Missing) }
    }

    fn answered<'g>(&'g self, _question: &'g str, _given: &'g Given) -> Vec<Answered<&'g str>> {
        Vec::new()
    }

    fn in_words(&self, _given: &Given, _fill: Fill<'_>) -> String {
        String::new()
    }

    fn body(&self, _given: Option<&Given>, _fill: Fill<'_>) -> Body {
        Body::Message
    }

    fn read_condition(&self, node: Node<'_>, problems: &mut Problems) -> u32 {
        node.check(false, "no condition on a message", problems);
        0
    }

    fn is_answered(&self) -> bool {
        false
    }
}
