//! How long what visitors gave is kept, and what of it is taken in.
//!
//! `keeping` lets go of what is old, `masking` blots out addresses and numbers of people before anything
//! is stored. Never changes a figure by letting go of words.

mod options;
mod keeping;
mod masking;

pub(crate) use keeping::Keeping;
pub use keeping::let_go;
pub use masking::Masking;
pub use options::Options;
