//! Which responses a program or a person asks for, in the words of an address or of a command line.
//!
//! Never leaves out a condition that it does not understand: that is a mistake with a place.

use effortlet_columns::read_fact;
use crate::store::Wanted;
use effortlet_core::response::moment;
use effortlet_core::source::Problem;
use effortlet_core::time::{Duration, Timestamp};
use std::collections::BTreeMap;
use utoipa::IntoParams;

/// All responses where nothing is named. What is empty is as if it were not there, since forms send it so.
#[derive(Clone, Debug, Default, clap::Args, IntoParams)]
#[group(id = "selection")]
#[into_params(parameter_in = Query)]
pub(crate) struct Selection {
    /// Only those of this site; `default` where none is named by a definition
    #[arg(long)]
    pub(crate) site: Option<String>,
    /// Only those of this survey
    #[arg(long)]
    pub(crate) survey: Option<String>,
    /// Only those in this state
    #[arg(long)]
    #[param(pattern = "^(shown|partial|complete|dismissed)?$")]
    pub(crate) state: Option<String>,
    /// Only what arrived from then on: a day such as 2026-11-29 (UTC), or a moment in RFC 3339
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Only what arrived until then: a day, with all of it, or a moment, without it
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// Only what was asked in this language
    #[arg(long)]
    pub(crate) locale: Option<String>,
    /// Only what was shown by this trigger
    #[arg(long)]
    pub(crate) trigger: Option<String>,
    /// Only those from pages of this section
    #[arg(long)]
    pub(crate) section: Option<String>,
    /// Only those from pages of this article
    #[arg(long)]
    pub(crate) article: Option<String>,
    /// Only those that were given this fact `device`
    #[arg(long)]
    pub(crate) device: Option<String>,
    /// Only those that were given this fact, such as plan=pro
    #[arg(long, value_name = "FACT=VALUE")]
    pub(crate) context: Option<String>,
}

const STATES: [&str; 4] = ["shown", "partial", "complete", "dismissed"];

const A_MOMENT: &str = "a day such as 2026-11-29, or a moment in RFC 3339";

impl Selection {
    pub(crate) const NAMES: [&str; 11] =
        ["site", "survey", "state", "from", "to", "locale", "trigger", "section", "article", "device", "context"];

    /// Takes its own out of what an address names.
    pub(crate) fn taken(named: &mut BTreeMap<String, String>) -> Self {
        let mut take = |name: &str| named.remove(name);
        Self {
            site: take("site"),
            survey: take("survey"),
            state: take("state"),
            from: take("from"),
            to: take("to"),
            locale: take("locale"),
            trigger: take("trigger"),
            section: take("section"),
            article: take("article"),
            device: take("device"),
            context: take("context"),
        }
    }

    /// What is meant, or everything that is wrong with it.
    pub(crate) fn wanted(self) -> Result<Wanted, Vec<Problem>> {
        let mut problems = Vec::new();
        let given = |text: Option<String>| text.filter(|it| !it.is_empty());
        let state = given(self.state);
        if state.as_ref().is_some_and(|it| !STATES.contains(&it.as_str())) {
            problems.push(problem("state", "one of shown, partial, complete and dismissed"));
        }
        let mut bound = |place: &str, text: Option<String>| {
            let read = given(text).map(|it| Bound::read(&it));
            if read == Some(None) {
                problems.push(problem(place, A_MOMENT));
            }
            read.flatten()
        };
        let from = bound("from", self.from).map_or(i64::MIN, Bound::first);
        let before = bound("to", self.to).map_or(i64::MAX, Bound::end);
        if problems.is_empty() && before <= from {
            problems.push(problem("to", "a day that is not before from, or a moment after it"));
        }
        let context = given(self.context).map(|it| read_fact(&it).map(owned));
        if context == Some(None) {
            problems.push(problem("context", "a fact and its value such as plan=pro"));
        }
        let context = context.flatten();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Wanted {
            site: given(self.site),
            survey: given(self.survey),
            state,
            locale: given(self.locale),
            trigger: given(self.trigger),
            section: given(self.section),
            article: given(self.article),
            device: given(self.device),
            context,
            from,
            before,
        })
    }
}

/// One end of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    /// A whole day, which begins then.
    Day(Timestamp),
    Moment(Timestamp),
}

impl Bound {
    fn read(text: &str) -> Option<Self> {
        let day = (text.len() == 10).then(|| moment(&format!("{text}T00:00:00Z")).map(Self::Day));
        day.unwrap_or_else(|| moment(text).map(Self::Moment))
    }

    fn first(self) -> i64 {
        match self {
            Self::Day(at) | Self::Moment(at) => at.0,
        }
    }

    fn end(self) -> i64 {
        match self {
            Self::Day(at) => (at + Duration::days(1)).0,
            Self::Moment(at) => at.0,
        }
    }
}

fn owned((fact, value): (&str, &str)) -> (String, String) {
    (fact.to_owned(), value.to_owned())
}

pub(crate) fn problem(place: &str, expected: &str) -> Problem {
    Problem { place: place.to_owned(), expected: expected.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from: &str, to: &str) -> Result<(i64, i64), Vec<String>> {
        let selection = Selection { from: Some(from.to_owned()), to: Some(to.to_owned()), ..Selection::default() };
        let told = |problems: Vec<Problem>| problems.iter().map(Problem::message).collect();
        selection.wanted().map(|it| (it.from, it.before)).map_err(told)
    }

    #[test]
    fn a_window_of_days_has_both_and_one_of_moments_ends_before_its_second() {
        let day = 86_400_000;
        assert_eq!(window("1970-01-02", "1970-01-03"), Ok((day, 3 * day)));
        assert_eq!(window("1970-01-02", "1970-01-02"), Ok((day, 2 * day)));
        assert_eq!(window("1970-01-02T00:00:00Z", "1970-01-02T02:00:00.5+02:00"), Ok((day, day + 500)));
        assert_eq!(window("", ""), Ok((i64::MIN, i64::MAX)));
    }

    #[test]
    fn a_window_that_holds_nothing_is_a_mistake_with_its_place() {
        for (from, to, told) in [
            ("yesterday", "", format!("from: expected {A_MOMENT}")),
            ("2026-02-30", "", format!("from: expected {A_MOMENT}")),
            ("", "2026-11-29T25:00:00Z", format!("to: expected {A_MOMENT}")),
            ("2026-11-29", "2026-11-28", "to: expected a day that is not before from, or a moment after it".to_owned()),
        ] {
            assert_eq!(window(from, to), Err(vec![told]), "{from} {to}");
        }
    }
}
