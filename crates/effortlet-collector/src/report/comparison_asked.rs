//! What figures are compared with: other days, another version, or both; the period before where nothing is named.
//!
//! Never lets people be compared with themselves.

use super::meant::meant;
use super::mistake::Mistake;
use crate::catalog::Catalog;
use effortlet_columns::{Filter, day_text, read_day};
use utoipa::IntoParams;

/// What stands in the address. What is empty is as if it were not there, since forms send it so.
#[derive(Clone, Debug, Default, PartialEq, Eq, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub(crate) struct With {
    /// The first day (UTC) of a period to compare with; the period before where nothing is named.
    pub(super) with_from: Option<String>,
    /// The last one.
    pub(super) with_to: Option<String>,
    /// The version to compare with, where it is another one.
    pub(super) with_version: Option<String>,
}

pub(super) const WITH_FROM: &str = "withFrom";
pub(super) const WITH_TO: &str = "withTo";
pub(super) const WITH_VERSION: &str = "withVersion";

/// What is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Other {
    /// Those of the figures themselves where none are named.
    pub(super) days: Option<(i32, i32)>,
    /// That of the figures themselves where none is named.
    pub(super) version: Option<String>,
}

impl With {
    pub(super) const NAMES: [&str; 3] = [WITH_FROM, WITH_TO, WITH_VERSION];

    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let all = [(WITH_FROM, &self.with_from), (WITH_TO, &self.with_to), (WITH_VERSION, &self.with_version)];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?))).collect()
    }

    /// `None` where nothing is named. `filter` is that of the figures themselves.
    pub(super) fn read(&self, filter: &Filter) -> Result<Option<Other>, Vec<Mistake>> {
        let day = |name: &'static str, text: &str| read_day(text).ok_or_else(|| vec![Mistake::NoDay { name, text: text.to_owned() }]);
        let days = match (self.with_from.as_deref(), self.with_to.as_deref()) {
            (None, None) => None,
            (Some(_), None) => return Err(vec![Mistake::OneDayOfTwo { missing: WITH_TO }]),
            (None, Some(_)) => return Err(vec![Mistake::OneDayOfTwo { missing: WITH_FROM }]),
            (Some(from), Some(to)) => Some((day(WITH_FROM, from)?, day(WITH_TO, to)?)),
        };
        if let Some((from, to)) = days {
            let [from_text, to_text] = [from, to].map(day_text);
            if to < from {
                return Err(vec![Mistake::EndsBeforeItBegins { name: WITH_TO, from: from_text, to: to_text }]);
            }
            let is_apart = filter.from.is_some_and(|first| to < first) || filter.to.is_some_and(|last| last < from);
            if self.with_version.is_none() && !is_apart {
                return Err(vec![Mistake::Overlap { from: from_text, to: to_text }]);
            }
        }
        let version = self.with_version.clone();
        Ok((days.is_some() || version.is_some()).then_some(Other { days, version }))
    }
}

impl Other {
    /// Whether it is another version than is shown, or other days of the same.
    pub(super) fn check(&self, catalog: &Catalog, [site, survey]: [&str; 2], shown: &str) -> Result<(), Mistake> {
        let Some(version) = &self.version else { return Ok(()) };
        let is_known = catalog.versions(site, survey).is_some_and(|it| it.known.contains_key(version));
        let is_other = self.days.is_some() || meant(catalog, site, survey, version) != shown;
        if is_known && is_other { Ok(()) } else { Err(Mistake::NoOther { version: version.clone() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_to_compare_with_are_both_there_and_none_of_those_that_are_shown() {
        let day = |text: &str| (!text.is_empty()).then(|| read_day(text).unwrap());
        for ((from, to), (with_from, with_to, version), told) in [
            (("2026-11-10", "2026-11-20"), ("2026-11-01", "2026-11-09", ""), ""),
            (("2026-11-10", "2026-11-20"), ("2026-11-21", "2026-11-30", ""), ""),
            (("2026-11-10", ""), ("2026-11-01", "2026-11-09", ""), ""),
            (("2026-11-10", "2026-11-20"), ("2026-11-01", "2026-11-10", ""), "withFrom"),
            (("2026-11-10", ""), ("2026-12-01", "2026-12-09", ""), "withFrom"),
            (("", ""), ("2026-11-01", "2026-11-10", ""), "withFrom"),
            (("", ""), ("2026-11-01", "2026-11-10", "b"), ""),
            (("", ""), ("", "", "b"), ""),
            (("2026-11-10", ""), ("2026-11-01", "", ""), "withTo"),
            (("2026-11-10", ""), ("", "2026-11-01", ""), "withFrom"),
            (("2026-11-10", ""), ("2026-11-05", "2026-11-01", ""), "withTo"),
            (("2026-11-10", ""), ("yesterday", "2026-11-01", ""), "withFrom"),
        ] {
            let text = |it: &str| (!it.is_empty()).then(|| it.to_owned());
            let with = With { with_from: text(with_from), with_to: text(with_to), with_version: text(version) };
            let read = with.read(&Filter { from: day(from), to: day(to), ..Filter::default() });
            let place = read.err().map(|it| it[0].place().to_owned()).unwrap_or_default();
            assert_eq!(place, told, "{from} {to} {with:?}");
        }
        assert_eq!(With::default().read(&Filter::default()), Ok(None));
    }
}
