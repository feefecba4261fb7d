//! What teams ask, by site: surveys, their versions and the texts of their questions.
//!
//! `read` makes it of a definition, `asked` is a question as it is kept, `measure` says whether two
//! versions measure the same, `misfit` why a response could not have come of any. Never asks a
//! database, and never hears of HTTP.

mod asked;
mod read;
mod measure;
mod misfit;

pub(crate) use asked::{AskedQuestion, as_read};
pub(crate) use measure::{asks_the_same, measures_the_same};
pub(crate) use misfit::{Misfit, Reason};
pub(crate) use read::{Definition, Survey, read};

use effortlet_core::response::Response;
use effortlet_core::time::Timestamp;
use std::collections::BTreeMap;

/// The site of what names none.
pub(crate) const DEFAULT_SITE: &str = "default";

/// Everything that was registered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalog {
    /// Surveys by the id of their site, then their own.
    pub(crate) sites: BTreeMap<String, BTreeMap<String, Versions>>,
    /// Whether any definition was ever registered.
    pub(crate) has_definitions: bool,
    /// Rises with each change, where several collectors make them.
    pub(crate) change: i64,
}

/// The versions of one survey.
#[derive(Clone, Debug, Default)]
pub(crate) struct Versions {
    /// What widgets call a version, and the version that is meant.
    pub(crate) posted: BTreeMap<String, String>,
    pub(crate) known: BTreeMap<String, Version>,
}

#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) first_seen: Timestamp,
    /// The version that it is read together with: itself, unless a team says otherwise.
    pub(crate) reads_as: String,
    /// Stands for `{organization}` in texts.
    pub(crate) organization: String,
    /// The language that stands in; empty for the first.
    pub(crate) default_locale: String,
    /// Nothing of a version that was counted before definitions were known.
    pub(crate) asked: Option<Vec<AskedQuestion>>,
}

impl Catalog {
    pub(crate) fn versions(&self, site: &str, survey: &str) -> Option<&Versions> {
        self.sites.get(site)?.get(survey)
    }

    /// The version that a response belongs to, or what of it no definition could have produced.
    pub(crate) fn version_of(&self, response: &Response) -> Result<&str, Misfit> {
        let site = site_of(response);
        let surveys = self.sites.get(site).ok_or_else(|| Misfit::new(Reason::Site, site))?;
        let survey = &response.survey;
        let versions = surveys.get(survey).ok_or_else(|| Misfit::new(Reason::Survey, survey))?;
        let name = &response.survey_version;
        let unknown = || Misfit::new(Reason::Version, name);
        let version = versions.posted.get(name).ok_or_else(unknown)?;
        let asked = versions.known.get(version).and_then(|it| it.asked.as_ref()).ok_or_else(unknown)?;
        misfit::first(asked, &response.answers).map_or(Ok(version), Err)
    }

    /// The question that a report is about, as it was asked last.
    pub(crate) fn question(&self, site: &str, survey: &str, version: &str, id: &str) -> Option<(&Version, &AskedQuestion)> {
        let version = self.versions(site, survey)?.known.get(version)?;
        let question = version.asked.as_ref()?.iter().find(|it| it.id == id)?;
        Some((version, question))
    }
}

impl Version {
    /// The id of the question that found rate is about.
    pub(crate) fn first_yes_or_no(&self) -> Option<&str> {
        let questions = self.asked.as_ref()?;
        questions.iter().find(|it| it.kind == "yesNo").map(|it| it.id.as_str())
    }
}

/// The site that a response belongs to.
pub(crate) fn site_of(response: &Response) -> &str {
    response.site.as_deref().unwrap_or(DEFAULT_SITE)
}

impl Versions {
    /// Those that are read together with this one, itself among them, the newest first.
    pub(crate) fn together(&self, version: &str) -> Vec<&str> {
        let reads_as = self.known.get(version).map_or(version, |it| &it.reads_as);
        let mut all: Vec<_> = self.known.iter().filter(|(_, it)| it.reads_as == reads_as).collect();
        all.sort_by_key(|(_, it)| std::cmp::Reverse(it.first_seen));
        all.into_iter().map(|(version, _)| version.as_str()).collect()
    }
}
