//! What is asked: one file for each kind of question, and one row in `edition`.
//!
//! `kind` says what a kind has to know of itself, `branch` is where an answer leads, `questions` is
//! what a survey asks, `read` reads it. Never knows the visitor.

mod kind;
mod branch;
mod questions;
mod read;
mod read_branch;
pub mod yes_no;
pub mod effort;
pub mod text;
pub mod choice;
pub mod message;

pub use branch::{Branch, When};
pub use kind::{Ask, Fill, Key, Kind, Lint, Reader, read_over};
pub use questions::{Question, Questions};
pub use read::{KEYS, read_all};
