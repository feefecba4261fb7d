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

const KEYS: [&str; 4] = ["hours", "weekdays", "from", "until"];
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

impl<'a> Calendar<'a> {
    pub fn read(node: Node<'a>, problems: &mut Problems) -> Self {
        if node.only(&KEYS, problems) {
            let entries = node.value.entries();
            node.check(!entries.is_empty(), "at least one of hours, weekdays, from and until", problems);
            for (key, _) in entries {
                let field = node.field(key);
                match key.as_str() {
                    "hours" => read_hours(field, problems),
                    "weekdays" => read_weekdays(field, problems),
                    _ => {
                        field.check(day(field.value).is_some(), "a date such as \"2026-12-01\"", problems);
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
        let (today, minute) = (local.div_euclid(DAY), local.rem_euclid(DAY) / MINUTE);
        self.0.entries().iter().all(|(key, value)| match key.as_str() {
            "hours" => within(value.one_or_many(), minute).unwrap_or_default(),
            "weekdays" => {
                // The first day of 1970 was a Thursday.
                let weekday = WEEKDAYS.get((today + 3).rem_euclid(7) as usize);
                value.one_or_many().iter().any(|named| named.text() == weekday.copied())
            }
            "from" => day(value).is_some_and(|from| from <= today),
            _ => day(value).is_some_and(|until| today <= until),
        })
    }
}

/// From the first time of day, included, to the second, not included; over midnight where that is
/// the earlier one.
fn within(hours: &[Value], minute: i64) -> Option<bool> {
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
fn time(value: &Value) -> Option<i64> {
    let [a, b, b':', c, d] = value.text()?.as_bytes() else { return None };
    let (hour, minute) = (number(&[a, b])?, number(&[c, d])?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// Days since 1970-01-01 of `yyyy-mm-dd`, by Howard Hinnant's `days_from_civil`; years begin in
/// March, so that a leap day is the last of its year, and 400 years earlier, so that none is
/// below 0.
fn day(value: &Value) -> Option<i64> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = value.text()?.as_bytes() else { return None };
    let (year, month, day) = (number(&[a, b, c, d])?, number(&[e, f])?, number(&[g, h])?);
    let leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leaps),
        _ => 0,
    };
    if day < 1 || day > days {
        return None;
    }
    let year = year + 400 - i64::from(month < 3);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(365 * year + year / 4 - year / 100 + year / 400 + day_of_year - (719_468 + 146_097))
}

fn number(digits: &[&u8]) -> Option<i64> {
    digits.iter().try_fold(0, |number, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit < 10).then_some(number * 10 + i64::from(digit))
    })
}
