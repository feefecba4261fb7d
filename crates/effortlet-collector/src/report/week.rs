//! Weeks as ISO 8601 counts them, of days in UTC: `2026-W48` is Monday to Sunday.
//!
//! Never reads a clock.

use crate::language::{Text, text};
use effortlet_columns::{Filter, day_of, day_text, read_day};
use effortlet_core::time::{Duration, Timestamp};

const DAYS: i32 = 7;

/// 1970-01-01 was a Thursday.
const THURSDAY: i32 = 3;

/// When the digest of a week is due, on the Monday after it: before teams in Europe begin theirs.
const DUE: Duration = Duration::hours(6);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Week {
    /// Its Monday.
    pub(crate) first: i32,
}

/// Why there is no digest of what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoWeek {
    Unreadable(String),
    NotOver(Week),
}

impl Week {
    pub(super) fn of(day: i32) -> Self {
        Self { first: day - (day + THURSDAY).rem_euclid(DAYS) }
    }

    /// The last one that is over.
    pub(super) fn last_full(at: Timestamp) -> Self {
        Self::of(day_of(at)).before()
    }

    /// The one whose digest is to be sent at this moment, or was to be since Monday; `None` before that.
    pub(crate) fn due(at: Timestamp) -> Option<Self> {
        let since = day_of(at) - Self::of(day_of(at)).first;
        (since > 0 || at - Timestamp(start(day_of(at))) >= DUE).then(|| Self::last_full(at))
    }

    /// The first moment after it.
    pub(crate) fn end(self) -> Timestamp {
        Timestamp(start(self.first + DAYS))
    }

    /// The one that is named, which has to be over; the last full one where none is.
    pub(super) fn asked(text: Option<&str>, at: Timestamp) -> Result<Self, NoWeek> {
        let Some(text) = text.filter(|it| !it.is_empty()) else { return Ok(Self::last_full(at)) };
        let week = Self::read(text).ok_or_else(|| NoWeek::Unreadable(text.chars().take(60).collect()))?;
        if week > Self::last_full(at) { Err(NoWeek::NotOver(week)) } else { Ok(week) }
    }

    /// Reads `2026-W48`; `None` where there is no such week.
    fn read(text: &str) -> Option<Self> {
        let (year, number) = text.split_once("-W").filter(|(year, number)| year.len() == 4 && number.len() == 2)?;
        let number: i32 = number.parse().ok()?;
        // The first week of a year is the one with its 4th of January.
        let week = Self { first: Self::of(read_day(&format!("{year}-01-04"))?).first + (number - 1) * DAYS };
        (week.name() == text).then_some(week)
    }

    /// `2026-W48`.
    pub(crate) fn name(self) -> String {
        format!("{:04}-W{:02}", self.year(), self.number())
    }

    /// That of its Thursday, which may be another than that of its Monday.
    pub(super) fn year(self) -> i32 {
        day_text(self.first + THURSDAY).get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }

    /// From 1 to 53.
    pub(super) fn number(self) -> i32 {
        let begins = read_day(&format!("{:04}-01-01", self.year())).unwrap_or(self.first);
        (self.first + THURSDAY - begins) / DAYS + 1
    }

    /// Its Sunday.
    pub(super) fn last(self) -> i32 {
        self.first + DAYS - 1
    }

    pub(super) fn before(self) -> Self {
        Self { first: self.first - DAYS }
    }

    pub(super) fn after(self) -> Self {
        Self { first: self.first + DAYS }
    }

    pub(super) fn filter(self) -> Filter {
        Filter { from: Some(self.first), to: Some(self.last()), ..Filter::default() }
    }
}

impl NoWeek {
    pub(super) fn sentence(&self) -> Text {
        match self {
            Self::Unreadable(said) => text("week-unreadable").with("text", said),
            Self::NotOver(week) => text("week-not-over").with("week", week.name()),
        }
    }

    pub(super) fn expected(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "a week such as 2026-W48",
            Self::NotOver(_) => "a week that is over",
        }
    }
}

fn start(day: i32) -> i64 {
    i64::from(day) * Duration::days(1).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_belong_to_the_year_of_their_thursday() {
        for (day, name) in [
            ("1970-01-01", "1970-W01"),
            ("2026-11-22", "2026-W47"),
            ("2026-11-23", "2026-W48"),
            ("2026-11-29", "2026-W48"),
            ("2020-12-31", "2020-W53"),
            ("2021-01-03", "2020-W53"),
            ("2021-01-04", "2021-W01"),
            ("2024-12-30", "2025-W01"),
            ("2027-01-01", "2026-W53"),
        ] {
            let week = Week::of(read_day(day).unwrap());
            assert_eq!(week.name(), name, "{day}");
            assert_eq!(Week::read(name), Some(week), "{day}");
        }
    }

    #[test]
    fn what_is_no_week_is_none() {
        for text in ["2026-W00", "2026-W54", "2025-W53", "2026W48", "2026-W4", "2026-w48", "26-W48", "2026-W-1", "2026-W+8", "W48", "2026-11-23", "9999999-W01"] {
            assert_eq!(Week::read(text), None, "{text}");
        }
    }

    fn at(text: &str) -> Timestamp {
        effortlet_core::response::moment(text).unwrap()
    }

    #[test]
    fn a_digest_is_due_from_monday_morning_until_the_next_monday() {
        for (moment, due) in [
            ("2026-11-29T23:59:59.999Z", Some("2026-W47")),
            ("2026-11-30T00:00:00.000Z", None),
            ("2026-11-30T05:59:59.999Z", None),
            ("2026-11-30T06:00:00.000Z", Some("2026-W48")),
            ("2026-12-06T23:59:59.999Z", Some("2026-W48")),
            ("2026-12-07T05:00:00.000Z", None),
        ] {
            assert_eq!(Week::due(at(moment)).map(Week::name).as_deref(), due, "{moment}");
        }
        assert_eq!(Week::read("2026-W48").unwrap().end(), at("2026-11-30T00:00:00.000Z"));
    }

    #[test]
    fn a_week_is_asked_for_once_it_is_over() {
        let now = at("2026-11-30T00:00:00.000Z");
        let asked = |text| Week::asked(text, now).map(Week::name);
        assert_eq!(asked(None), Ok("2026-W48".to_owned()));
        assert_eq!(asked(Some("")), Ok("2026-W48".to_owned()));
        assert_eq!(asked(Some("2020-W53")), Ok("2020-W53".to_owned()));
        assert!(matches!(asked(Some("2026-W49")), Err(NoWeek::NotOver(_))));
        assert!(matches!(asked(Some("2027-W01")), Err(NoWeek::NotOver(_))));
        assert_eq!(asked(Some("soon")), Err(NoWeek::Unreadable("soon".to_owned())));
    }
}
