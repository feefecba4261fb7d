//! Where a nudge stands, as a survey says it: one file for each kind of layout, and one row in
//! `edition`. A survey that says nothing stands in the corner where reading ends, at the bottom.
//!
//! Never measures anything.

mod kind;
pub mod corner;
pub mod inline;
pub mod tab;
pub mod beside;

pub use kind::{KEY, Kind, Layout, Reader, read};
