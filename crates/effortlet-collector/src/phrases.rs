//! What people write again and again: words and pairs of words, whatever their endings, in each language by
//! itself.
//!
//! Words are told apart as Unicode says (UAX 29), cut to their stems by Snowball's rules, and common ones are
//! left out. Never names what fewer than five people have written.

mod grouped;
mod language;
mod sought;

pub(crate) use grouped::{MOST_TOLD, Phrase, WrittenBy, phrases};
pub(crate) use sought::Sought;
