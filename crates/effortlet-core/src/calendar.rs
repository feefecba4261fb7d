//! When, by the visitor's own clock: times of day, weekdays, first and last day.
//!
//! Never reads a clock, and knows no time zones: how far the visitor's is from UTC is an argument.

#[cfg(all(test, feature = "native"))]
mod tests;

use crate::source::{Node, Problems, Value};
use crate::time::Timestamp;

/// An object with one or more of `hours`, `weekdays`, `from` and `until`, as it was written;
/// reading has made sure of it.
///
/// Each is asked of the same moment, and all must hold: from 22:00 to 06:00 on a Friday is the
/// early morning of a Friday and its late evening, not what follows on Saturday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Calendar<'a>(&'a Value);

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MINUTE: i64 = 60_000;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

impl<'a> Calendar<'a> {
    pub const KEYS: [&'static str; 4] = ["hours", "weekdays", "from", "until"];

    pub fn read(node: Node<'a>, problems: &mut Problems) -> Self {
        if node.some(&Self::KEYS, problems) {
            for (key, _) in node.value.entries() {
                let field = node.field(key);
                match key.as_str() {
                    _ if field.is_absent() => {}
                    "hours" => read_hours(field, problems),
                    "weekdays" => read_weekdays(field, problems),
                    _ => {
                        field.check(day(field.value).is_some(), "a date of the calendar such as \"2026-12-01\"", problems);
                    }
                }
            }
            let (from, until) = (day(node.value.field("from")), day(node.value.field("until")));
            let ordered = from.is_none() || until.is_none() || from <= until;
            node.field("until").check(ordered, "a day that is not before from", problems);
        }
        Self(node.value)
    }

    /// What has been read before.
    pub fn of(value: &'a Value) -> Self {
        Self(value)
    }

    /// Whether everything holds at this moment; `offset` is how many minutes the visitor's clock is
    /// ahead of UTC, below 0 west of Greenwich.
    pub fn holds(&self, at: Timestamp, offset: f64) -> bool {
        let local = at.0.saturating_add((offset * MINUTE as f64) as i64);
        let (today, minute) = (local.div_euclid(DAY) as i32, (local.rem_euclid(DAY) / MINUTE) as i32);
        let [hours, weekdays, from, until] = Self::KEYS.map(|key| self.0.field(key));
        let (hours, weekdays) = (hours.one_or_many(), weekdays.one_or_many());
        // The first day of 1970 was a Thursday.
        let weekday = WEEKDAYS.get((today.rem_euclid(7) + 3) as usize % 7).copied();
        within(hours, minute).unwrap_or(true)
            && (weekdays.is_empty() || weekdays.iter().any(|named| named.text() == weekday))
            && day(from).is_none_or(|from| from <= today)
            && day(until).is_none_or(|until| today <= until)
    }

    /// When its first day has begun nowhere yet: 14 hours before it has in Greenwich.
    pub fn begins(&self) -> Option<Timestamp> {
        Some(Timestamp(i64::from(day(self.0.field("from"))?) * DAY - 14 * HOUR))
    }

    /// When its last day is over everywhere: 12 hours after it is in Greenwich.
    pub fn ends(&self) -> Option<Timestamp> {
        Some(Timestamp((i64::from(day(self.0.field("until"))?) + 1) * DAY + 12 * HOUR))
    }
}

/// From the first time of day, included, to the second, not included; over midnight where that is
/// the earlier one.
fn within(hours: &[Value], minute: i32) -> Option<bool> {
    let [from, to] = hours else { return None };
    let (from, to) = (time(from)?, time(to)?);
    let (begun, over) = (from <= minute, to <= minute);
    Some(if from < to { begun && !over } else { begun || !over })
}

fn read_hours(node: Node<'_>, problems: &mut Problems) {
    let [from, to] = node.value.one_or_many() else {
        node.check(false, "two times of day such as [\"09:00\", \"17:30\"]", problems);
        return;
    };
    for value in [from, to] {
        node.item(value).check(time(value).is_some(), "a time of day from \"00:00\" to \"23:59\"", problems);
    }
    let differ = time(from).is_none() || time(from) != time(to);
    node.check(differ, "two different times of day", problems);
}

fn read_weekdays(node: Node<'_>, problems: &mut Problems) {
    let items = node.items("a list of weekdays such as [\"mon\", \"fri\"]", problems);
    let Some(items) = items else { return };
    node.check(!items.is_empty(), "at least one weekday", problems);
    let mut seen = 0;
    for value in items {
        let item = node.item(value);
        let weekday = 1 << item.word(&WEEKDAYS, problems);
        item.check(weekday > 64 || seen & weekday == 0, "each weekday once", problems);
        seen |= weekday;
    }
}

/// Minutes since midnight of `hh:mm`.
fn time(value: &Value) -> Option<i32> {
    let digits = digits(value, b"00:00")?;
    let (hour, minute) = (digits / 100, digits % 100);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Days since 1970-01-01 of `yyyy-mm-dd`, by Howard Hinnant's `days_from_civil`; years begin in
/// March, so that a leap day is the last of its year, and 400 years earlier, so that none is
/// below 0.
fn day(value: &Value) -> Option<i32> {
    let digits = digits(value, b"0000-00-00")?;
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i32::from(leaps),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1..=12).contains(&month) || !(1..=days).contains(&day) {
        return None;
    }
    let year = year + 400 - i32::from(month < 3);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(365 * year + year / 4 - year / 100 + year / 400 + day_of_year - (719_468 + 146_097))
}

/// All digits of a text as one number, if they stand where the sample has zeros and all else is as
/// there.
fn digits(value: &Value, sample: &[u8]) -> Option<i32> {
    let text = value.text_or_empty().as_bytes();
    let mut digits = 0;
    for (found, wanted) in text.iter().zip(sample) {
        match found {
            b'0'..=b'9' if *wanted == b'0' => digits = digits * 10 + i32::from(found - b'0'),
            _ if found == wanted => {}
            _ => return None,
        }
    }
    (text.len() == sample.len()).then_some(digits)
}
