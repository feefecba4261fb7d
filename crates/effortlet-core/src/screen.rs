//! What is on display, as a plain value. Texts are texts, never markup.

mod body;
mod position;

pub use body::Body;
pub use position::{Position, Standing};

use crate::answer::Mistake;
use alloc::string::String;

#[derive(Clone, Debug, PartialEq)]
pub struct Screen<'s> {
    /// The id of the question; empty at the end.
    pub question: &'s str,
    /// As a BCP 47 tag.
    pub language: &'s str,
    /// The question, or the survey's own thank-you; empty for the language's.
    pub title: String,
    pub body: Body,
    pub optional: bool,
    /// Whether addresses and numbers of people are blotted out of what can be written.
    pub masks: bool,
    /// Whether there is an earlier question to go back to.
    pub back: bool,
    pub mistake: Option<Mistake>,
    pub layout: Standing,
}
