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
        Some(Self { setting, site, survey: value("survey")?, week: value("week"), mistakes })
    }

    pub(super) fn of_week(&self, week: Option<Week>) -> String {
        let own = format!("digest?site={}&survey={}", in_address(&self.site), in_address(&self.survey));
        week.map_or_else(|| own.clone(), |week| format!("{own}&week={}", week.name()))
    }

    /// The report of the survey, with so much behind its question mark.
    pub(super) fn report(&self, query: &str) -> String {
        [self.setting.root(), &address(&self.site, &self.survey), if query.is_empty() { "" } else { "?" }, query].concat()
    }

    pub(super) fn beside(&self, name: &str, query: &str) -> String {
        format!("{name}?site={}&survey={}{query}", in_address(&self.site), in_address(&self.survey))
    }
}
