//! Which responses are meant: a period in days and what holds of each. Never widens a period by itself.

use super::fact::read_fact;
use effortlet_core::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day has 86,400,000 milliseconds; leap seconds are none of them.
const DAY: i64 = 86_400_000;

/// What responses can be told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Dimension {
    Section,
    Article,
    Locale,
    Trigger,
    /// The fact `device`, where a team passes one.
    Device,
    /// Another fact of `identify` and its value, as in `plan=pro`; see `columns::fact`.
    Context,
}

impl Dimension {
    pub const ALL: [Self; 6] = [Self::Section, Self::Article, Self::Locale, Self::Trigger, Self::Device, Self::Context];

    /// Of which everybody has one value at most.
    pub const RANKED: [Self; 5] = [Self::Section, Self::Article, Self::Locale, Self::Trigger, Self::Device];

    /// Its name in addresses, JSON and columns.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Article => "article",
            Self::Locale => "locale",
            Self::Trigger => "trigger",
            Self::Device => "device",
            Self::Context => "context",
        }
    }

    /// The one of that name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// Conditions that all have to hold. Days are counted from 1970-01-01 (UTC), both ends within.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Filter {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conditions: BTreeMap<Dimension, String>,
}

impl Filter {
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    pub fn has_period(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// The fact that is a condition, without its value.
    pub fn fact(&self) -> Option<&str> {
        read_fact(self.conditions.get(&Dimension::Context)?).map(|(fact, _)| fact)
    }

    /// Whether a day is of the period.
    pub fn has_day(&self, day: i32) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether all that the other one means is meant by this one.
    pub fn holds_all_of(&self, other: &Self) -> bool {
        let conditions = self.conditions.iter().all(|(dimension, value)| other.conditions.get(dimension) == Some(value));
        let begins = self.from.is_none_or(|from| other.from.is_some_and(|it| it >= from));
        conditions && begins && self.to.is_none_or(|to| other.to.is_some_and(|it| it <= to))
    }
}

/// The UTC day of a moment.
pub fn day_of(at: Timestamp) -> i32 {
    i32::try_from(at.0.div_euclid(DAY)).unwrap_or(i32::MAX)
}

/// `2026-11-29`.
pub fn day_text(day: i32) -> String {
    Timestamp(i64::from(day) * DAY).rfc3339().chars().take(10).collect()
}

/// Reads `2026-11-29`; `None` where there is no such day.
pub fn read_day(text: &str) -> Option<i32> {
    let at = effortlet_core::response::moment(&format!("{text}T00:00:00.000Z"))?;
    let day = day_of(at);
    (day_text(day) == text).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        for (text, day) in [("1970-01-01", 0), ("2024-02-29", 19_782), ("2026-11-29", 20_786)] {
            assert_eq!((read_day(text), day_text(day).as_str()), (Some(day), text));
        }
        for text in ["", "2026-02-29", "2026-13-01", "29.11.2026", "2026-1-1", "today", "2026-11-29T00:00:00Z"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_filter_holds_all_of_one_with_more_conditions() {
        let of = |from, to, locale: Option<&str>| Filter {
            from,
            to,
            conditions: locale.map(|it| (Dimension::Locale, it.to_owned())).into_iter().collect(),
        };
        let all = Filter::default();
        assert!(all.holds_all_of(&of(Some(1), Some(2), Some("en"))) && all.holds_all_of(&all));
        assert!(of(Some(1), Some(9), None).holds_all_of(&of(Some(2), Some(9), Some("en"))));
        assert!(!of(Some(1), Some(9), None).holds_all_of(&all), "a period does not hold what has none");
        assert!(!of(None, None, Some("en")).holds_all_of(&of(None, None, Some("ro"))));
    }
}
