//! `effortlet report`: the figures of a survey in a terminal, or as JSON for programs.
//!
//! Never shows what the report page withholds.

use super::{database, lines};
use crate::catalog::DEFAULT_SITE;
use crate::clock::system_clock;
use crate::columns::Filter;
use crate::report;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "report")]
pub(super) struct Options {
    /// The id of a survey; without one, all that have responses are listed
    survey: Option<String>,
    /// The site that asked it, for surveys of a definition that names one
    #[arg(long, default_value = DEFAULT_SITE)]
    site: String,
    /// Only this version of it
    #[arg(long, requires = "survey")]
    version: Option<String>,
    /// As the collector's API gives it
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    database: database::Options,
}

pub(super) async fn report(options: Options) -> Result<ExitCode, String> {
    let store = options.database.look().await?;
    let text = match &options.survey {
        Some(survey) => {
            let report = report::of(&store, [&options.site, survey], options.version.as_deref(), &Filter::default(), system_clock()).await;
            let report = report.map_err(|error| error.to_string())?;
            if options.json {
                report::json(&report)
            } else {
                let lost = report::lost_lines(&store, [&options.site, survey], options.version.as_deref()).await;
                report::terminal(&report) + &lost.map_err(|error| error.to_string())?
            }
        }
        None => {
            let surveys = store.surveys().await.map_err(|error| error.to_string())?;
            report::listed(&surveys, options.json)
        }
    };
    lines::print(text.trim_end());
    Ok(ExitCode::SUCCESS)
}
