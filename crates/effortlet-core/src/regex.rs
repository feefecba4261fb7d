//! Regular expressions, in time that grows with the text and the expression and no faster.
//!
//! An expression is compiled to a flat program, and a text is taken through all its states at once
//! (Thompson 1968, "Regular Expression Search Algorithm"; Cox 2007, "Regular Expression Matching
//! Can Be Simple And Fast"): no instruction is carried out twice for the same character.
//!
//! What is known means what it means in JavaScript with the flag `u` (ECMAScript, 22.2), for whole
//! characters (Unicode scalar values), capital and small letters told apart:
//!
//! - characters that stand for themselves, and behind a backslash any punctuation mark of ASCII;
//!   `\t`, `\n`, `\r`
//! - `.`, which is any but the ends of lines; `[a-z_]` and `[^a-z_]`
//! - `\d`, `\w`, `\s` and their opposites `\D`, `\W`, `\S`; only white space is more than ASCII
//! - `^` and `$`, the ends of the text; `\b` and `\B`, the ends of an ASCII word and all other places
//! - `|`, `( )` and `(?: )`
//! - `*`, `+`, `?`, `{m}`, `{m,}` and `{m,n}`, up to 1,000 times; a `?` behind them changes nothing
//!
//! All else is refused: flags, look-around, back-references, named groups, other escapes, empty
//! classes. Never goes back in a text, and never says where it matched.

mod refusal;
mod program;
mod read;
#[cfg(test)]
mod tests;

pub use refusal::Refusal;

use alloc::vec::Vec;
use program::{Instruction, Run};

/// An expression that has been compiled.
#[derive(Clone, Debug, PartialEq)]
pub struct Regex(Vec<Instruction>);

impl Regex {
    pub fn new(pattern: &str) -> Result<Self, Refusal> {
        read::read(pattern).map(Self)
    }

    /// Whether it matches somewhere in the text.
    pub fn is_match(&self, text: &str) -> bool {
        let mut run = Run::new(&self.0);
        text.chars().any(|letter| run.reaches_end(Some(letter))) || run.reaches_end(None)
    }
}
