//! One text of the report: its key in `locale/`, and what stands in it.
//!
//! Never read by Fluent: what people wrote, and markup. They take their places afterwards, each escaped once.

use super::layer::write;
use fluent_bundle::FluentArgs;
use maud::{Markup, PreEscaped, Render};
use std::fmt;

/// The first of the characters that stand for values; Unicode gives them no meaning.
const FIRST_PLACE: u32 = 0xE000;

#[must_use = "a text is shown"]
pub(crate) struct Text {
    key: &'static str,
    values: FluentArgs<'static>,
    /// Plain, and as markup.
    placed: Vec<(String, Markup)>,
}

/// The text of a key.
pub(crate) fn text(key: &'static str) -> Text {
    Text { key, values: FluentArgs::new(), placed: Vec::new() }
}

impl Text {
    /// A number, which also chooses between one and many.
    pub(crate) fn number(mut self, name: &'static str, number: u64) -> Self {
        self.values.set(name, number);
        self
    }

    /// One of a few words that a text chooses by; it is not shown.
    pub(crate) fn by(mut self, name: &'static str, word: &str) -> Self {
        self.values.set(name, word.to_owned());
        self
    }

    pub(crate) fn with(self, name: &'static str, value: impl Into<String>) -> Self {
        let value = value.into();
        let markup = value.as_str().render();
        self.place(name, value, markup)
    }

    /// Only where the whole text is shown as markup.
    pub(crate) fn markup(self, name: &'static str, markup: Markup) -> Self {
        self.place(name, String::new(), markup)
    }

    fn place(mut self, name: &'static str, plain: String, markup: Markup) -> Self {
        let place = u32::try_from(self.placed.len()).ok().and_then(|at| char::from_u32(FIRST_PLACE + at));
        self.values.set(name, place.map(String::from).unwrap_or_default());
        self.placed.push((plain, markup));
        self
    }

    /// Its own words and what is placed between them, in order.
    fn pieces<'a>(&'a self, written: &'a str) -> impl Iterator<Item = (&'a str, Option<&'a (String, Markup)>)> {
        written.split_inclusive(|it| self.placed_at(it).is_some()).map(|piece| {
            let placed = piece.chars().next_back().and_then(|it| Some((it, self.placed_at(it)?)));
            match placed {
                Some((sign, placed)) => (piece.strip_suffix(sign).unwrap_or(piece), Some(placed)),
                None => (piece, None),
            }
        })
    }

    fn placed_at(&self, sign: char) -> Option<&(String, Markup)> {
        let at = u32::from(sign).checked_sub(FIRST_PLACE)?;
        self.placed.get(usize::try_from(at).ok()?)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = write(self.key, &self.values);
        for (words, placed) in self.pieces(&written) {
            out.write_str(words)?;
            out.write_str(placed.map_or("", |(plain, _)| plain))?;
        }
        Ok(())
    }
}

impl Render for Text {
    fn render_to(&self, out: &mut String) {
        let written = write(self.key, &self.values);
        for (words, placed) in self.pieces(&written) {
            words.render_to(out);
            if let Some((_, PreEscaped(markup))) = placed {
                out.push_str(markup);
            }
        }
    }
}
