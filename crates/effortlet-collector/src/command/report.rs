//! `effortlet report`: the figures of a survey in a terminal, or as JSON for programs.
//!
//! Never shows what the report page withholds.

use super::known::unheard;
use super::{database, lines};
use crate::catalog::DEFAULT_SITE;
use crate::clock::system_clock;
use crate::error::Error;
use crate::report;
use crate::store::Store;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "report")]
pub(super) struct Options {
    /// The id of a survey; without one, all that have responses are listed
    survey: Option<String>,
    /// The site that asked it, for surveys of a definition that names one
    #[arg(long)]
    site: Option<String>,
    /// Only this version of it
    #[arg(long, requires = "survey")]
    version: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The same as --format json
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    database: database::Options,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    /// As the collector's API gives it
    Json,
}

/// In the words of an address.
#[derive(Clone, Debug, clap::Args)]
#[group(id = "asked", requires = "survey")]
struct Asked {
    /// Only what arrived from this day on, such as 2026-11-29 (UTC)
    #[arg(long)]
    from: Option<String>,
    /// Only what arrived until this day, with all of it
    #[arg(long)]
    to: Option<String>,
    /// Only from pages of this section
    #[arg(long)]
    section: Option<String>,
    /// Only from pages of this article
    #[arg(long)]
    article: Option<String>,
    /// Only what was asked in this language
    #[arg(long)]
    locale: Option<String>,
    /// Only what was shown by this trigger
    #[arg(long)]
    trigger: Option<String>,
    /// Only from this device
    #[arg(long)]
    device: Option<String>,
    /// Only from whom a page told this fact, such as plan=pro; `serve --fact` names those that can be asked for
    #[arg(long)]
    context: Option<String>,
    /// How long the stretches of the trend are: day, week or month
    #[arg(long)]
    per: Option<String>,
    /// The first day to compare with; the period before where none is named
    #[arg(long)]
    with_from: Option<String>,
    /// The last day to compare with
    #[arg(long)]
    with_to: Option<String>,
    /// The version to compare with
    #[arg(long)]
    with_version: Option<String>,
}

impl Asked {
    fn pairs(self, version: Option<String>) -> Vec<(String, String)> {
        let all = [
            ("version", version),
            ("from", self.from),
            ("to", self.to),
            ("section", self.section),
            ("article", self.article),
            ("locale", self.locale),
            ("trigger", self.trigger),
            ("device", self.device),
            ("context", self.context),
            ("per", self.per),
            ("withFrom", self.with_from),
            ("withTo", self.with_to),
            ("withVersion", self.with_version),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }
}

pub(super) async fn report(options: Options) -> Result<ExitCode, String> {
    let store = options.database.look().await?;
    let as_json = options.json || options.format == Format::Json;
    let text = match &options.survey {
        Some(survey) => {
            let of = [options.site.as_deref().unwrap_or(DEFAULT_SITE), survey];
            let pairs = options.asked.pairs(options.version.clone());
            let taken = match report::taken(&store, of, pairs, system_clock()).await {
                Err(Error::UnknownSurvey) => return Err(unanswered(&store, of).await),
                taken => taken.map_err(|error| error.to_string())?,
            };
            if as_json {
                report::json(&taken)
            } else {
                let lost = report::lost_lines(&store, of, options.version.as_deref(), &taken).await;
                report::terminal(&taken) + &lost.map_err(|error| error.to_string())?
            }
        }
        None => {
            let mut surveys = store.surveys().await.map_err(|error| error.to_string())?;
            if let Some(site) = &options.site {
                if let Some(reason) = unheard(&*store.catalog().await, Some(site), None) {
                    return Err(reason);
                }
                surveys.retain(|it| it.site == *site);
            }
            report::listed(&surveys, as_json)
        }
    };
    lines::print(text.trim_end());
    Ok(ExitCode::SUCCESS)
}

/// Why there is nothing to report: nobody is known to have been asked, or nobody has answered yet.
async fn unanswered(store: &Store, [site, survey]: [&str; 2]) -> String {
    unheard(&*store.catalog().await, Some(site), Some(survey)).unwrap_or_else(|| Error::UnknownSurvey.to_string())
}
