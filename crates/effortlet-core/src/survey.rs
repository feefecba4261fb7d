//! What a survey is, once it has been read. An illegal survey cannot be expressed:
//! there is a first question, branches lead forward only, scales have 5, 7 or 10 points.
//!
//! Never knows how it was written.

pub use crate::scale::{Band, EasyIs, Look, Points, Scale};
pub use crate::screen::Position;

use crate::audience::Audience;
use crate::frequency::Frequency;
use crate::layout::Layout;
use crate::question::Questions;
use crate::text::{Text, cut};
use crate::trigger::Triggers;
use alloc::string::String;

/// One set of questions with the conditions under which it is asked.
pub struct Survey<'a> {
    pub id: &'a str,
    /// Answers to different versions are never mixed in one figure.
    pub version: String,
    pub questions: Questions<'a>,
    /// What is said at the end; absent for the language's own thank-you.
    pub thanks: Text<'a>,
    pub triggers: Triggers<'a>,
    pub audience: Audience<'a>,
    pub frequency: Frequency,
    pub layout: Layout<'a>,
    /// Whether a text names the title of the page it is shown on.
    pub names_title: bool,
}

impl Survey<'_> {
    /// The first of the wanted languages that the survey is written in, else its own first one.
    ///
    /// `ro-MD` finds `ro`; a text without a language is as good in any.
    pub fn language(&self, mut wanted: &str, default: &str) -> String {
        let [first, ..] = self.questions.all() else { return String::new() };
        while !wanted.is_empty() {
            let (tag, others) = cut(wanted, b',');
            if first.text.close(tag).is_some() {
                return tag.into();
            }
            wanted = others;
        }
        let own = if first.text.close(default).is_some() { default } else { first.text.language() };
        own.into()
    }
}
