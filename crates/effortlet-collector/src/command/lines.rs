//! Printing. A reader that has gone, as `head` does, is no mistake. Only a note goes to stderr.

use std::fmt::Display;
use std::io::Write;

pub(super) fn print(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Beside what is printed, which another program may read.
pub(super) fn note(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "effortlet: note: {line}");
}
