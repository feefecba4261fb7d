//! Printing. A reader that has gone, as `head` does, is no mistake. Never prints to stderr.

use std::fmt::Display;
use std::io::Write;

pub(super) fn print(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
