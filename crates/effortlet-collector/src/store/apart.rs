//! How much is kept apart of what no known definition could have produced. Never keeps more.

/// A day of a busy help center whose definition was forgotten: one answer each 8.64 s.
pub(crate) const MOST_APART: u64 = 10_000;

/// 16 MiB: so many responses of 1.6 KiB each, which is a survey of five questions with a long comment.
pub(crate) const MOST_APART_BYTES: u64 = 16 * 1_024 * 1_024;

pub(super) const TOTAL: &str = "select responses, bytes from apart_total where id = 1";
