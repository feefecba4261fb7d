//! Which digest of which survey an address asks for, and what its page leads to.
//!
//! Never passes over a parameter that it does not know.

use super::mistake::Mistake;
use super::setting::Setting;
use super::week::Week;
use super::wording::{address, in_address};
use crate::catalog::DEFAULT_SITE;
use crate::language::Text;

const NAMES: [&str; 3] = ["site", "survey", "week"];

/// Which digest of whom.
pub(super) struct Asked<'a> {
    pub(super) setting: &'a Setting,
    pub(super) site: String,
    pub(super) survey: String,
    pub(super) week: Option<String>,
    /// The version that its figures are of, once they are made.
    pub(super) version: Option<String>,
    /// As sentences.
    pub(super) mistakes: Vec<Text>,
}

impl<'a> Asked<'a> {
    /// `None` where no survey is named.
    pub(super) fn of(setting: &'a Setting, pairs: &[(String, String)]) -> Option<Self> {
        let unknown = pairs.iter().filter(|(name, _)| !NAMES.contains(&name.as_str()));
        let mut mistakes: Vec<Text> = unknown.map(|(name, _)| Mistake::Unknown { name: name.clone(), known: &NAMES }.sentence()).collect();
        let twice = NAMES.into_iter().filter(|name| pairs.iter().filter(|it| it.0 == *name).count() > 1);
        mistakes.extend(twice.map(|name| Mistake::Twice(name.to_owned()).sentence()));
        let value = |name: &str| pairs.iter().find(|(it, text)| it == name && !text.is_empty()).map(|(_, text)| text.clone());
        let site = value("site").unwrap_or_else(|| DEFAULT_SITE.to_owned());
        Some(Self { setting, site, survey: value("survey")?, week: value("week"), version: None, mistakes })
    }

    pub(super) fn of_week(&self, week: Option<Week>) -> String {
        let own = format!("digest?site={}&survey={}", in_address(&self.site), in_address(&self.survey));
        week.map_or_else(|| own.clone(), |week| format!("{own}&week={}", week.name()))
    }

    /// The report of the survey.
    pub(super) fn report(&self) -> String {
        [self.setting.root(), &address(&self.site, &self.survey)].concat()
    }

    /// The figures of the same version under a filter. A week is read again when another version is the newest.
    pub(super) fn figures(&self, filter: &str) -> String {
        let version = self.version.as_ref().map(|it| format!("version={}&", in_address(it))).unwrap_or_default();
        format!("{}?{version}{filter}", self.report())
    }

    pub(super) fn beside(&self, name: &str, query: &str) -> String {
        format!("{name}?site={}&survey={}{query}", in_address(&self.site), in_address(&self.survey))
    }
}
