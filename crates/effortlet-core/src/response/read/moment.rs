//! Reads a moment as RFC 3339 writes it.

use crate::time::Timestamp;

/// `2026-11-22T09:05:00.250Z` or with an offset such as `+02:00`; finer than milliseconds is cut.
///
/// A leap second (`:60`) counts as the second after it.
pub fn moment(text: &str) -> Option<Timestamp> {
    let (date, rest) = text.split_at_checked(10)?;
    let (time, rest) = rest.strip_prefix(['T', 't'])?.split_at_checked(8)?;
    let (fraction, zone) = rest.split_at_checked(rest.find(['Z', 'z', '+', '-'])?)?;
    let (year, month, day) = parts(date, '-')?;
    let (hour, minute, second) = parts(time, ':')?;
    let real_day = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
    if !real_day || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let minutes = (days_since_1970(year, month, day) * 24 + hour) * 60 + minute - offset(zone)?;
    Some(Timestamp((minutes * 60 + second) * 1_000 + milliseconds(fraction)?))
}

/// Three numbers between two separators, the last two of two digits each.
fn parts(text: &str, separator: char) -> Option<(i64, i64, i64)> {
    let mut parts = text.split(separator);
    let numbers = (digits(parts.next()?)?, digits(parts.next()?)?, digits(parts.next()?)?);
    let widths = text.rsplit(separator).take(2).all(|part| part.len() == 2);
    if widths && parts.next().is_none() { Some(numbers) } else { None }
}

fn digits(text: &str) -> Option<i64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// `.25` is 250; nothing at all is 0.
fn milliseconds(fraction: &str) -> Option<i64> {
    if fraction.is_empty() {
        return Some(0);
    }
    let written = fraction.strip_prefix('.')?;
    digits(written.get(..written.len().min(18))?)?;
    if !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = written.bytes().chain([b'0', b'0']).take(3);
    Some(padded.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
}

/// Minutes east of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone == "Z" || zone == "z" {
        return Some(0);
    }
    let (sign, rest) = zone.split_at_checked(1)?;
    let (hours, minutes) = rest.split_once(':')?;
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes) = (digits(hours)?, digits(minutes)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let east = hours * 60 + minutes;
    Some(if sign == "-" { -east } else { east })
}

fn days_in(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Day count from the civil date, by Howard Hinnant's `days_from_civil`.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = (month + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_as_rfc3339_and_nothing_else() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2026-11-22T09:05:00.250Z", Some(1_795_338_300_250)),
            ("2026-11-22T11:05:00.25+02:00", Some(1_795_338_300_250)),
            ("2026-11-22t04:35:00.250999-04:30", Some(1_795_338_300_250)),
            ("2000-02-29T00:00:00z", Some(951_782_400_000)),
            ("1969-12-31T23:59:59.999Z", Some(-1)),
            ("2016-12-31T23:59:60Z", Some(1_483_228_800_000)),
            ("2026-02-29T00:00:00Z", None),
            ("2026-13-01T00:00:00Z", None),
            ("2026-11-22T24:00:00Z", None),
            ("2026-11-22T09:05:00", None),
            ("2026-11-22 09:05:00Z", None),
            ("2026-11-22T09:05:00.Z", None),
            ("2026-11-22T09:05:00.2x0Z", None),
            ("2026-11-22T09:05:00+0200", None),
            ("2026-11-22T09:05:00Zulu", None),
            ("2026-1-022T09:05:00Z", None),
            ("1795338300250", None),
            ("née 2026-11-22T09:05", None),
            ("", None),
        ] {
            assert_eq!(moment(text), expected.map(Timestamp), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for day in (-200_000..200_000).step_by(97) {
            let at = Timestamp(day * 86_400_000 + 34_567_891);
            assert_eq!(moment(&at.rfc3339()), Some(at));
        }
    }
}
