//! `cargo xtask check FILE`: what is wrong with a definition, in the words the browser warns with.

use std::fs;
use std::process::ExitCode;

use effortlet_core::{definition, lint};

/// The file could not be read at all.
const NOT_READ: u8 = 2;

/// Prints one problem a line, then what seems to be meant otherwise; exits 0 without a problem, 1 with
/// some, 2 where there is nothing to read.
pub(crate) fn check(file: &str) -> ExitCode {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{file}: expected a file to read ({error})");
            return ExitCode::from(NOT_READ);
        }
    };
    let (_, problems) = definition::check_json(&text);
    for problem in &problems {
        println!("{problem}");
    }
    for warning in lint::lint_json(&text) {
        println!("warning: {warning}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
