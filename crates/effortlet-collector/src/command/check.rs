//! `effortlet check`: what is wrong with a definition, in the words a browser warns with.
//!
//! Never opens a database.

use super::lines;
use effortlet_core::{definition, lint};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "check")]
pub(super) struct Options {
    /// The definition; - reads what is piped in
    file: PathBuf,
}

/// Prints a line for each mistake, then one for each wording that seems to mean the opposite.
///
/// Succeeds where there is no mistake, fails with 1 where there are some, with 1 and a reason on stderr
/// where there is nothing to read.
pub(super) fn check(options: &Options) -> Result<ExitCode, String> {
    let text = read(&options.file)?;
    let (surveys, problems) = definition::check_json(&text);
    for problem in &problems {
        lines::print(problem);
    }
    for warning in lint::lint_json(&text) {
        lines::print(format_args!("warning: {warning}"));
    }
    if !problems.is_empty() {
        return Ok(ExitCode::FAILURE);
    }
    lines::print(format_args!("{}: no mistakes, surveys {}", options.file.display(), surveys.join(", ")));
    Ok(ExitCode::SUCCESS)
}

/// What a file says; - is what is piped in.
pub(super) fn read(file: &Path) -> Result<String, String> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    read.map_err(|error| format!("{}: expected a file to read ({error})", file.display()))
}
