//! Which figures are asked for: a version, a period in days, and conditions.
//!
//! Never widens what is asked for: that is for the store to do, and to say. Never passes over a filter.

use super::comparison_asked::{Other, WITH_FROM, WITH_TO, WITH_VERSION, With};
use super::mistake::{LONGEST_VALUE, Mistake};
use super::shown::Shown;
use super::stretches::Unit;
use effortlet_columns::{Dimension, Filter, day_text, read_day, read_fact};
use crate::error::Error;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::Serialize;
use std::collections::BTreeMap;
use std::convert::Infallible;
use utoipa::IntoParams;

/// What stands in the address. What is empty is as if it were not there, since forms send it so.
#[derive(Clone, Debug, Default, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FigureQuery {
    /// Which version of the survey. Where none is named a report has all; what is of one is of the newest that at least
    /// five have answered under these filters.
    pub(crate) version: Option<String>,
    /// The first day (UTC) on which what is meant arrived.
    pub(crate) from: Option<String>,
    /// The last one.
    pub(crate) to: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) article: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) trigger: Option<String>,
    pub(crate) device: Option<String>,
    /// A fact of `identify` that the collector names by `--fact`, and its value: `plan=pro`.
    pub(crate) context: Option<String>,
}

/// The names of `FigureQuery`.
const NAMES: [&str; 9] = ["version", "from", "to", "section", "article", "locale", "trigger", "device", "context"];

/// How long the stretches of a trend are, and by what it is ranked where effort is lost: a page alone has both.
const PER: &str = "per";
const BY: &str = "by";

/// What can be ranked.
const RANKED: [&str; 5] = ["article", "section", "locale", "trigger", "device"];

/// What an address asks for, with everything that is wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queried {
    /// What could be read.
    pub(super) query: FigureQuery,
    per: Option<String>,
    by: Option<String>,
    pub(super) with: With,
    pub(super) mistakes: Vec<Mistake>,
}

/// The filters of a report as they were asked for.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Filters {
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(flatten)]
    conditions: BTreeMap<Dimension, String>,
}

impl<S: Sync> FromRequestParts<S> for Queried {
    type Rejection = Infallible;

    async fn from_request_parts(request: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&request.uri);
        Ok(pairs.map_or_else(|_| Self { mistakes: vec![Mistake::Unreadable], ..Self::default() }, |Query(pairs)| Self::of(pairs)))
    }
}

impl Queried {
    /// Whether a name asks for anything.
    pub(super) fn knows(name: &str) -> bool {
        NAMES.into_iter().chain([PER, BY]).any(|it| it == name)
    }

    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        let mut queried = Self::default();
        let mut named = BTreeMap::new();
        for (name, value) in pairs {
            let Some(known) = NAMES.into_iter().chain([PER, BY]).chain(With::NAMES).find(|it| *it == name) else {
                queried.mistakes.push(Mistake::Unknown { name, known: &NAMES });
                continue;
            };
            let characters = value.chars().count();
            if value.contains('\0') {
                queried.mistakes.push(Mistake::NoText(name));
            } else if characters > LONGEST_VALUE {
                queried.mistakes.push(Mistake::TooLong { name: known, characters });
            } else if named.insert(known, value).is_some() {
                queried.mistakes.push(Mistake::Twice(name));
            }
        }
        let mut take = |name: &str| named.remove(name).filter(|it| !it.is_empty());
        (queried.per, queried.by) = (take(PER), take(BY));
        queried.with = With { with_from: take(WITH_FROM), with_to: take(WITH_TO), with_version: take(WITH_VERSION) };
        queried.query = FigureQuery {
            version: take("version"),
            from: take("from"),
            to: take("to"),
            section: take("section"),
            article: take("article"),
            locale: take("locale"),
            trigger: take("trigger"),
            device: take("device"),
            context: take("context"),
        };
        queried
    }

    /// The filter that is meant, or what is wrong with it.
    pub(crate) fn filter(&self) -> Result<Filter, Error> {
        self.filter_or_mistakes().map_err(|mistakes| malformed(&mistakes))
    }

    pub(super) fn filter_or_mistakes(&self) -> Result<Filter, Vec<Mistake>> {
        self.read(self.others_than(&[]))
    }

    /// What is asked for beside a filter, as mistakes where it is none of these.
    fn others_than(&self, known: &[&str]) -> Vec<Mistake> {
        let given = self.of_page().into_iter().map(|(name, _)| name).filter(|name| !known.contains(name));
        given.map(|name| Mistake::Unknown { name: name.to_owned(), known: &NAMES }).collect()
    }

    fn of_page(&self) -> Vec<(&'static str, &str)> {
        let own = [(PER, self.per.as_deref()), (BY, self.by.as_deref())];
        let own = own.into_iter().filter_map(|(name, value)| Some((name, value?)));
        own.chain(self.with.pairs()).collect()
    }

    /// The filter of a trend, with the length of its stretches where one is named.
    pub(super) fn for_trend(&self) -> Result<(Filter, Option<Unit>), Error> {
        let read = self.read(self.others_than(&[PER])).and_then(|_| self.on_page());
        read.map(|(filter, unit, _)| (filter, unit)).map_err(|mistakes| malformed(&mistakes))
    }

    /// The filter of a comparison, with what is compared with where that is named.
    pub(super) fn for_comparison(&self) -> Result<(Filter, Option<Other>), Error> {
        let filter = self.read(self.others_than(&With::NAMES));
        let read = filter.and_then(|filter| Ok((self.with.read(&filter)?, filter)));
        read.map(|(other, filter)| (filter, other)).map_err(|mistakes| malformed(&mistakes))
    }

    /// The filter of all that is taken along, with both.
    pub(super) fn for_taking(&self) -> Result<(Filter, Option<Unit>, Option<Other>), Error> {
        let of_taking = [&[PER][..], &With::NAMES].concat();
        let read = self.read(self.others_than(&of_taking)).and_then(|_| self.on_page());
        let read = read.and_then(|(filter, unit, _)| Ok((self.with.read(&filter)?, filter, unit)));
        read.map(|(other, filter, unit)| (filter, unit, other)).map_err(|mistakes| malformed(&mistakes))
    }

    /// The same for a page, with the length of stretches where one is named, and what is ranked.
    pub(super) fn on_page(&self) -> Result<(Filter, Option<Unit>, Dimension), Vec<Mistake>> {
        let (per, by) = (self.per.as_deref(), self.by.as_deref());
        let unit = per.map(|it| (it, Unit::read(it)));
        let ranked = by.map(|it| (it, Dimension::read(it).filter(|it| Dimension::RANKED.contains(it))));
        let mut wrong = Vec::new();
        if let Some((text, None)) = unit {
            wrong.push(Mistake::NoneOf { name: PER, text: text.to_owned(), words: &Unit::WORDS });
        }
        if let Some((text, None)) = ranked {
            wrong.push(Mistake::NoneOf { name: BY, text: text.to_owned(), words: &RANKED });
        }
        let filter = self.read(wrong)?;
        Ok((filter, unit.and_then(|it| it.1), ranked.and_then(|it| it.1).unwrap_or(Dimension::Article)))
    }

    pub(super) fn names_unit(&self) -> bool {
        self.per.is_some()
    }

    pub(super) fn names_ranked(&self) -> bool {
        self.by.is_some()
    }

    /// All of it by name, as links keep it.
    pub(super) fn address(&self) -> Vec<(String, String)> {
        self.query.pairs().into_iter().chain(self.of_page()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    fn read(&self, wrong: Vec<Mistake>) -> Result<Filter, Vec<Mistake>> {
        let mut mistakes = [&self.mistakes[..], &wrong].concat();
        let mut day = |name: &'static str, text: &Option<String>| {
            let text = text.as_deref()?;
            let day = read_day(text);
            if day.is_none() {
                mistakes.push(Mistake::NoDay { name, text: text.to_owned() });
            }
            day
        };
        let (from, to) = (day("from", &self.query.from), day("to", &self.query.to));
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            mistakes.push(Mistake::EndsBeforeItBegins { name: "to", from: day_text(first), to: day_text(last) });
        }
        if let Some(text) = self.query.context.as_deref().filter(|it| read_fact(it).is_none()) {
            mistakes.push(Mistake::NoFact(text.to_owned()));
        }
        let conditions = Dimension::ALL.into_iter().filter_map(|it| Some((it, self.query.of(it)?.to_owned())));
        let filter = Filter { from, to, conditions: conditions.collect() };
        if mistakes.is_empty() { Ok(filter) } else { Err(mistakes) }
    }
}

pub(super) fn malformed(mistakes: &[Mistake]) -> Error {
    Error::Malformed(mistakes.iter().map(Mistake::problem).collect())
}

impl FigureQuery {
    /// The value that is asked for.
    pub(super) fn of(&self, dimension: Dimension) -> Option<&str> {
        let value = match dimension {
            Dimension::Section => &self.section,
            Dimension::Article => &self.article,
            Dimension::Locale => &self.locale,
            Dimension::Trigger => &self.trigger,
            Dimension::Device => &self.device,
            Dimension::Context => &self.context,
        };
        value.as_deref()
    }

    pub(super) fn of_mut(&mut self, dimension: Dimension) -> &mut Option<String> {
        match dimension {
            Dimension::Section => &mut self.section,
            Dimension::Article => &mut self.article,
            Dimension::Locale => &mut self.locale,
            Dimension::Trigger => &mut self.trigger,
            Dimension::Device => &mut self.device,
            Dimension::Context => &mut self.context,
        }
    }

    /// What is asked for by name, in the order of the page's form.
    pub(super) fn pairs(&self) -> Vec<(&'static str, &str)> {
        let first = [("version", &self.version), ("from", &self.from), ("to", &self.to)];
        let first = first.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
        first.chain(Dimension::ALL.into_iter().filter_map(|it| Some((it.name(), self.of(it)?)))).collect()
    }

    /// The same of a version that is shown since none was named, for links that lead into its figures: under their
    /// filter another one may be. Where there is one alone nothing is named.
    pub(super) fn within(&self, shown: &Shown) -> Self {
        let version = self.version.clone().or_else(|| shown.is_one_of_several().then(|| shown.version.clone()));
        Self { version, ..self.clone() }
    }

    pub(super) fn has_filters(&self) -> bool {
        self.pairs().iter().any(|(name, _)| *name != "version")
    }
}

impl Filters {
    pub(super) fn of(filter: &Filter) -> Option<Self> {
        let (from, to) = (filter.from.map(day_text), filter.to.map(day_text));
        (!filter.is_everything()).then(|| Self { from, to, conditions: filter.conditions.clone() })
    }
}
