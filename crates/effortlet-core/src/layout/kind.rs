//! What a kind of layout has to know of itself.

use crate::audience::Condition;
use crate::piping::Piping;
use crate::screen::{Position, Standing};
use crate::source::{Node, Problems, Value};
use crate::text::Text;
use alloc::{boxed::Box, string::String, vec::Vec};

/// A row of an edition's table.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The word for it in definitions.
    pub word: &'static str,
    /// What may be said of it, where it is an object.
    pub keys: &'static [&'static str],
    pub read: for<'a> fn(Node<'a>, &Reader, &mut Problems) -> Layout<'a>,
}

/// What a kind may ask while it is read.
pub struct Reader {
    pub piping: Option<&'static Piping>,
    /// Whether a text is a CSS selector where the definition is used.
    pub is_selector: fn(&str) -> bool,
}

/// Where the nudges of a survey stand; the usual corner where nothing else is said.
#[derive(Clone, Copy, Default)]
pub struct Layout<'a> {
    pub position: Position,
    /// What stands on it while it is folded; absent for the language's own word.
    pub label: Text<'a>,
    /// The element that it stands in, as `{ "selector": … }`; absent for none.
    pub element: &'a Value,
    /// Whom a survey is for that needs that element, where it does.
    pub condition: Option<for<'v> fn(&'v Value) -> Box<dyn Condition + 'v>>,
    /// The only trigger after which it stands so; empty for any.
    pub after: &'static str,
}

impl Layout<'_> {
    /// Where a nudge stands that this trigger has brought.
    pub fn standing(&self, trigger: &str, fill: &dyn Fn(Text<'_>) -> String) -> Standing {
        if !self.after.is_empty() && self.after != trigger {
            return Standing::default();
        }
        let text = match self.element.field("selector").text() {
            Some(selector) => selector.into(),
            None => fill(self.label),
        };
        Standing { position: self.position, text }
    }
}

/// Where a survey says it.
pub const KEY: &str = "layout";

/// `layout` of a survey: an object with one key.
pub fn read<'a>(survey: Node<'a>, kinds: &[Kind], reader: &Reader, problems: &mut Problems) -> Layout<'a> {
    let words: Vec<_> = kinds.iter().map(|kind| kind.word).collect();
    let one = survey.given(KEY).and_then(|node| node.one_of(&words, problems));
    let Some((position, node)) = one else { return Layout::default() };
    kinds.get(position).map_or_else(Layout::default, |kind| (kind.read)(node, reader, problems))
}
