//! Which figures are asked for: a version, a period in days, and conditions.
//!
//! Never widens what is asked for: that is for the store to do, and to say.

use crate::columns::{Dimension, Filter, day_text, read_day};
use crate::error::Error;
use effortlet_core::source::Problem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// What stands in the address. What is empty is as if it were not there, since forms send it so.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FigureQuery {
    /// Which version of the survey; all where none is named.
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

impl FigureQuery {
    /// The filter that is meant, or what is wrong with it.
    pub(crate) fn filter(&self) -> Result<Filter, Error> {
        let mut problems = Vec::new();
        let mut day = |place: &str, text: &Option<String>| {
            let text = text.as_deref().filter(|it| !it.is_empty())?;
            let day = read_day(text);
            if day.is_none() {
                problems.push(problem(place, "a day such as 2026-11-29"));
            }
            day
        };
        let (from, to) = (day("from", &self.from), day("to", &self.to));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            problems.push(problem("to", "a day that is not before from"));
        }
        if !problems.is_empty() {
            return Err(Error::Malformed(problems));
        }
        let values = [&self.section, &self.article, &self.locale, &self.trigger, &self.device];
        let conditions = Dimension::ALL.into_iter().zip(values).filter_map(|(dimension, value)| {
            Some((dimension, value.clone().filter(|it| !it.is_empty())?))
        });
        Ok(Filter { from, to, conditions: conditions.collect() })
    }
}

impl Filters {
    pub(super) fn of(filter: &Filter) -> Option<Self> {
        let (from, to) = (filter.from.map(day_text), filter.to.map(day_text));
        (!filter.is_everything()).then(|| Self { from, to, conditions: filter.conditions.clone() })
    }
}

fn problem(place: &str, expected: &str) -> Problem {
    Problem { place: place.to_owned(), expected: expected.to_owned() }
}
