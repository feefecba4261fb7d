//! `effortlet explain`: what a definition comes to before anybody has visited, in the words of `npx effortlet explain`.
//!
//! Never opens a database. A page's HTML is read by the npm package alone, so here it is unknown.

use super::check::read;
use super::lines;
use crate::clock::system_clock;
use effortlet_core::edition::EXPLAINED;
use effortlet_core::forecast::{Page, forecast, lines as lines_of};
use effortlet_core::source::{is_selector, parse_json};
use effortlet_core::{definition, lint, template};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "explain")]
pub(super) struct Options {
    /// The definition; - reads what is piped in
    file: PathBuf,
    /// Only this survey
    survey: Option<String>,
    /// The address, or the path, of a page: what it is, and what it has to do with each survey
    #[arg(long)]
    url: Option<String>,
    /// Everything as JSON
    #[arg(long)]
    json: bool,
}

/// Prints mistakes first, as `check` does, then what the surveys without one come to.
///
/// Succeeds where there is no mistake, fails with 1 where there are some, with 1 and a reason on stderr
/// where there is nothing to read.
pub(super) fn explain(options: &Options) -> Result<ExitCode, String> {
    let text = read(&options.file)?;
    let value = match parse_json(&text) {
        Ok(value) => value,
        Err(problem) => {
            lines::print(problem);
            return Ok(ExitCode::FAILURE);
        }
    };
    let (mut definition, problems) = definition::read(&value, &template::ALL, &EXPLAINED, is_selector);
    let warnings: Vec<String> = lint::lint(&value, &definition).iter().map(ToString::to_string).collect();
    if let Some(wanted) = &options.survey {
        let ids: Vec<&str> = value.field("surveys").items().iter().filter_map(|survey| survey.field("id").text()).collect();
        if !ids.contains(&wanted.as_str()) {
            return Err(format!("{wanted}: expected a survey of the definition: {}", ids.join(", ")));
        }
        definition.surveys.retain(|survey| survey.id == wanted);
    }
    let count = |_: &str| None;
    let page = options.url.as_ref().map(|address| Page { address, signs: None, count: &count });
    let told = forecast(&value, &definition, page.as_ref(), system_clock());
    let ended = if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    if options.json {
        let all = json!({ "problems": problems, "warnings": warnings, "page": told.page, "surveys": told.surveys, "notes": told.notes });
        lines::print(format_args!("{all:#}"));
        return Ok(ended);
    }
    problems.iter().for_each(lines::print);
    warnings.iter().for_each(|warning| lines::print(format_args!("warning: {warning}")));
    if !problems.is_empty() || !warnings.is_empty() {
        lines::print("");
    }
    if !told.surveys.is_empty() {
        lines_of(&told).iter().for_each(lines::print);
    }
    Ok(ended)
}
