//! What may be chosen from.

use crate::text::Text;
use alloc::vec::Vec;

/// The options of a choice, in the order in which they are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice<'a> {
    /// 2 to 20.
    pub options: Vec<ChoiceOption<'a>>,
    /// Whether more than one may be chosen.
    pub many: bool,
    /// What stands on the option that leaves room for words of one's own; absent where there is none.
    /// It comes last.
    pub other: Option<Text<'a>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceOption<'a> {
    pub id: &'a str,
    pub text: Text<'a>,
}

/// The id of the option for something else.
pub const OTHER: &str = "other";

impl<'a> Choice<'a> {
    pub fn count(&self) -> usize {
        self.options.len() + usize::from(self.other.is_some())
    }

    /// The id of an option and what stands on it.
    pub fn get(&self, index: usize) -> Option<(&'a str, Text<'a>)> {
        match self.options.get(index) {
            Some(option) => Some((option.id, option.text)),
            None if index == self.options.len() => Some((OTHER, self.other?)),
            None => None,
        }
    }

    /// The option for something else, as a bit of what is chosen; 0 where there is none.
    pub fn other_bit(&self) -> u32 {
        if self.other.is_some() { 1 << (self.options.len() & 31) } else { 0 }
    }
}
