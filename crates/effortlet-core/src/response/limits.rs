//! How much each part of a response may say, so that the largest that any definition can ask for is
//! below what the collector takes.
//!
//! Never cuts a character in two.

use super::{Context, Fact, Page};
use crate::source::{Value, write};
use alloc::string::String;

/// The largest body that the collector takes: 64 · 1,024 bytes. A response is kept alive after its page,
/// which browsers do up to as much.
pub const LARGEST_BODY: usize = 64 * 1_024;

/// The highest limit a text can have, in characters.
pub const MOST_CHARACTERS: usize = 5_000;

/// What is answered on one way through a survey, in characters of up to four bytes. These 50,000 bytes
/// leave 15,536 for the rest: 8,000 of what the page tells, 3,500 of its address and article, 2,000 of
/// title, section and revision, 400 of the survey's version, and ids and the names of all of these.
pub const MOST_ANSWERED: u32 = 12_500;

/// What an answer needs beside its text: ids, kind and scale.
pub const ANSWERED: u32 = 45;

/// In bytes, since an address has others for what is not of ASCII.
const LONGEST_URL: usize = 2_000;
const LONGEST_ARTICLE: usize = 1_500;

/// In characters.
pub const LONGEST_TITLE: usize = 300;
pub const LONGEST_SECTION: usize = 100;
/// A moment has 30 characters at most, a hash 64.
pub const LONGEST_PAGE_REVISION: usize = 100;
pub const LONGEST_VERSION: usize = 100;
pub const LONGEST_LOCALE: usize = 100;

/// What a page tells of its visitor: so many facts, the characters of each name and each text, and the
/// bytes of all of it as JSON.
const MOST_FACTS: usize = 50;
pub const LONGEST_NAME: usize = 100;
pub const LONGEST_FACT: usize = 500;
const MOST_TOLD: usize = 8_000;

/// The beginning of a text: so many characters.
pub fn first_characters(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// The beginning of a text: at most so many bytes.
fn first_bytes(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

impl Page {
    /// Cuts what is too long, and leaves out what is blank.
    pub fn fit(&mut self) {
        let cut = |text: &mut String, end: fn(&str, usize) -> &str, most| text.truncate(end(text, most).len());
        cut(&mut self.url, first_bytes, LONGEST_URL);
        cut(&mut self.title, first_characters, LONGEST_TITLE);
        for (text, end, most) in [
            (&mut self.section, first_characters as fn(&str, usize) -> &str, LONGEST_SECTION),
            (&mut self.article, first_bytes, LONGEST_ARTICLE),
            (&mut self.revision, first_characters, LONGEST_PAGE_REVISION),
        ] {
            *text = text.take().filter(|it| !it.trim().is_empty());
            if let Some(text) = text {
                cut(text, end, most);
            }
        }
    }
}

impl Context {
    /// What was told under a name; absent where nothing was.
    pub fn find(&self, name: &str) -> Value {
        let found = self.0.iter().find(|(it, _)| it == name);
        found.map_or(Value::Absent, |(_, fact)| fact.clone().into())
    }

    /// Adds a fact as far as there is room: a text is cut, and what is beyond all of the limits left out.
    /// `number` spells a number as JavaScript does.
    pub fn tell(&mut self, name: &str, mut fact: Fact, number: fn(f64) -> String) {
        if let Fact::Text(text) = &mut fact {
            text.truncate(first_characters(text, LONGEST_FACT).len());
        }
        let fits = self.0.len() < MOST_FACTS && first_characters(name, LONGEST_NAME) == name;
        self.0.push((name.into(), fact));
        if !fits || write(&self.clone().into(), number).len() > MOST_TOLD {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(first_characters("a🙂b", 2), "a🙂");
        assert_eq!(first_characters("a🙂b", 9), "a🙂b");
        for (most, expected) in [(0, ""), (1, "a"), (2, "a"), (4, "a"), (5, "a🙂"), (9, "a🙂b")] {
            assert_eq!(first_bytes("a🙂b", most), expected);
        }
    }

    #[test]
    fn what_a_page_tells_is_cut_to_its_limits() {
        let mut told = Context::default();
        let mut tell = |name: &str, text: &str| told.tell(name, Fact::Text(text.into()), |_| String::new());
        tell("plan", &"🙂".repeat(501));
        tell(&"n".repeat(101), "too long a name");
        for number in 0..60 {
            tell(&number.to_string(), &"\"".repeat(number * 9));
        }
        assert_eq!(told.0.first(), Some(&("plan".into(), Fact::Text("🙂".repeat(500)))));
        assert!(!told.0.iter().any(|(name, _)| name.starts_with('n')));
        let bytes = write(&told.into(), |_| String::new()).len();
        assert!((MOST_TOLD - 700..=MOST_TOLD).contains(&bytes), "{bytes}");
    }
}
