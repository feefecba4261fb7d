//! Which version of a survey figures are of: one rule for every page, for the API and for the terminal.
//!
//! Never asks who looks, and never lets a version of two answers hide the one that was answered before it.

use super::meant::meant;
use effortlet_columns::Filter;
use crate::error::{Error, unreadable};
use crate::store::{Store, Totals, VersionAnswers};
use effortlet_core::score::SUPPRESSED_BELOW;

/// The version that is named. Where none is: the newest of which as many have answered as figures are told from,
/// else the newest that anybody is counted of, else the newest. `versions` are those of a report, the newest first.
pub(super) fn shown<'a>(versions: &'a [VersionAnswers], named: Option<&str>) -> Option<&'a VersionAnswers> {
    if let Some(named) = named {
        return versions.iter().find(|it| it.version == named);
    }
    let counted = || versions.iter().find(|it| it.totals != Totals::default());
    told(versions).or_else(counted).or(versions.first())
}

/// The newest of which as many have answered as figures are told from.
pub(super) fn told(versions: &[VersionAnswers]) -> Option<&VersionAnswers> {
    versions.iter().find(|it| it.totals.answered() >= SUPPRESSED_BELOW)
}

/// The newest version, where another is shown.
pub(super) fn newer(versions: &[VersionAnswers], shown: &VersionAnswers) -> Option<Newer> {
    let newest = versions.first().filter(|it| it.version != shown.version)?;
    Some(Newer { version: newest.version.clone(), answered: newest.totals.answered() })
}

/// A version that is not shown, since too few have answered it yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Newer {
    pub(super) version: String,
    pub(super) answered: u64,
}

/// The version that figures are of, and all that there are, the newest first.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) version: String,
    pub(super) known: Vec<String>,
}

impl Shown {
    pub(super) fn of(versions: &[VersionAnswers], shown: &VersionAnswers) -> Self {
        Self { version: shown.version.clone(), known: versions.iter().map(|it| it.version.clone()).collect() }
    }

    pub(super) fn is_one_of_several(&self) -> bool {
        self.known.len() > 1
    }
}

/// The version of a survey that figures under a filter are of, by the name that was typed or by none.
pub(super) async fn version_shown(store: &Store, [site, survey]: [&str; 2], typed: Option<&str>, filter: &Filter) -> Result<Shown, Error> {
    let versions = store.versions(site, survey, filter).await.map_err(unreadable)?;
    Ok(Shown::of(&versions, found(store, [site, survey], typed, &versions).await?))
}

/// The same of versions that are known already.
pub(super) async fn found<'a>(store: &Store, of: [&str; 2], typed: Option<&str>, versions: &'a [VersionAnswers]) -> Result<&'a VersionAnswers, Error> {
    let named = named(store, of, typed).await;
    shown(versions, named.as_deref()).ok_or(if typed.is_some() && !versions.is_empty() { Error::UnknownVersion } else { Error::UnknownSurvey })
}

/// What a typed name stands for.
pub(super) async fn named(store: &Store, [site, survey]: [&str; 2], typed: Option<&str>) -> Option<String> {
    let catalog = store.catalog().await;
    typed.map(|it| meant(&catalog, site, survey, it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use effortlet_core::time::Timestamp;

    fn version((name, shown, answered): (&str, u64, u64)) -> VersionAnswers {
        VersionAnswers {
            version: name.to_owned(),
            first: Timestamp(0),
            latest: Timestamp(0),
            period: None,
            totals: Totals { shown, complete: answered, ..Totals::default() },
            found: None,
            efforts: Vec::new(),
            choices: Vec::new(),
            may_say: false,
        }
    }

    #[test]
    fn a_version_is_shown_once_enough_have_answered_it() {
        for (versions, named, expected) in [
            (&[("3", 0, 2), ("2", 0, 20_000), ("1", 0, 9)][..], None, Some("2")),
            (&[("3", 0, 4), ("2", 0, 5)], None, Some("2")),
            (&[("3", 0, 5), ("2", 0, 20_000)], None, Some("3")),
            (&[("3", 900, 0), ("2", 0, 5)], None, Some("2")),
            (&[("3", 0, 2), ("2", 0, 4)], None, Some("3")),
            (&[("3", 0, 0), ("2", 0, 1)], None, Some("2")),
            (&[("3", 0, 0), ("2", 1, 0)], None, Some("2")),
            (&[("3", 0, 0), ("2", 0, 0)], None, Some("3")),
            (&[("3", 0, 2), ("2", 0, 20_000)], Some("3"), Some("3")),
            (&[("3", 0, 2), ("2", 0, 20_000)], Some("4"), None),
            (&[], None, None),
        ] {
            let all: Vec<_> = versions.iter().copied().map(version).collect();
            assert_eq!(shown(&all, named).map(|it| it.version.as_str()), expected, "{versions:?} {named:?}");
        }
    }
}
