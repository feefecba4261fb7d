//! The rules of Effortlet: what a team may ask for, when a visitor is asked, what is asked
//! next, what is posted and how it is scored.
//!
//! Time and randomness are arguments. Never touches a browser, a clock, the network or a disk.

#![cfg_attr(not(any(feature = "native", test)), no_std)]

extern crate alloc;

pub mod edition;
pub mod definition;
pub mod vocabulary;
pub mod survey;
pub mod question;
pub mod layout;
pub mod piping;
pub mod theme;
#[cfg(feature = "messages")]
pub mod lint;
pub mod source;
#[cfg(feature = "native")]
pub mod template;
pub mod signal;
pub mod needs;
pub mod attention;
pub mod journey;
pub mod page_view;
pub mod occurrence;
pub mod observed;
pub mod trigger;
pub mod help_center;
pub mod audience;
pub mod frequency;
pub mod manners;
pub mod engine;
pub mod explanation;
pub mod explain;
#[cfg(feature = "messages")]
pub mod forecast;
pub mod interview;
pub mod screen;
pub mod answer;
pub mod response;
pub mod privacy;
pub mod mask;
pub mod outbox;
pub mod endpoint;
pub mod scale;
#[cfg(feature = "native")]
pub mod score;
pub mod memory;
pub mod pattern;
pub mod comparison;
pub mod regex;
pub mod address;
pub mod calendar;
pub mod tree;
pub mod text;
pub mod phrase;
pub mod time;
pub mod digits;
pub mod id;
pub mod hash;
