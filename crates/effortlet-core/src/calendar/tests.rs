#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::source::Problem;
use serde_json::json;

fn read(calendar: &serde_json::Value) -> (Value, Vec<String>) {
    let (value, mut problems) = (Value::from(calendar), Problems::new());
    Calendar::read(Node::root(&value), &mut problems);
    (value, problems.iter().map(Problem::message).collect())
}

/// A moment as `2026-11-22T09:05:00.250Z`, counted up from 1970 day by day.
fn moment(text: &str) -> Timestamp {
    let part = |from: usize, to: usize| text[from..to].parse::<i64>().unwrap();
    let time = part(11, 13) * 3_600_000 + part(14, 16) * MINUTE + part(17, 19) * 1_000 + part(20, 23);
    let year = part(0, 4);
    let days = (year - 1971) * 365 - 400..(year - 1969) * 366 + 400;
    let midnight = days.map(|day| Timestamp(day * DAY)).find(|at| at.rfc3339()[..10] == text[..10]);
    Timestamp(midnight.unwrap().0 + time)
}

fn check(calendar: serde_json::Value, moments: &[(&str, f64, bool)]) {
    let (value, problems) = read(&calendar);
    assert!(problems.is_empty(), "{problems:?}");
    for (at, hours_east, expected) in moments {
        let holds = Calendar::of(&value).holds(moment(at), hours_east * 60.0);
        assert_eq!(holds, *expected, "{calendar} at {at} {hours_east}");
    }
}

#[test]
fn hours_are_from_one_time_of_day_until_another() {
    check(json!({ "hours": ["09:00", "17:30"] }), &[
        ("2026-11-22T08:59:59.999Z", 0.0, false),
        ("2026-11-22T09:00:00.000Z", 0.0, true),
        ("2026-11-22T17:29:59.999Z", 0.0, true),
        ("2026-11-22T17:30:00.000Z", 0.0, false),
        ("2026-11-22T07:00:00.000Z", 2.0, true),
        ("2026-11-22T03:30:00.000Z", 5.5, true),
        ("2026-11-22T03:29:59.999Z", 5.5, false),
        ("2026-11-22T20:00:00.000Z", -11.0, true),
        ("1969-12-31T09:00:00.000Z", 0.0, true),
        ("1969-12-31T08:59:59.999Z", 0.0, false),
    ]);
    check(json!({ "hours": ["00:00", "23:59"] }), &[
        ("2026-11-22T00:00:00.000Z", 0.0, true),
        ("2026-11-22T23:58:59.999Z", 0.0, true),
        ("2026-11-22T23:59:00.000Z", 0.0, false),
    ]);
}

#[test]
fn hours_may_go_over_midnight() {
    check(json!({ "hours": ["22:00", "06:00"] }), &[
        ("2026-11-22T21:59:59.999Z", 0.0, false),
        ("2026-11-22T22:00:00.000Z", 0.0, true),
        ("2026-11-23T00:00:00.000Z", 0.0, true),
        ("2026-11-23T05:59:59.999Z", 0.0, true),
        ("2026-11-23T06:00:00.000Z", 0.0, false),
        ("2026-11-23T12:00:00.000Z", 14.0, true),
    ]);
    check(json!({ "hours": ["18:00", "00:00"] }), &[
        ("2026-11-22T23:59:59.999Z", 0.0, true),
        ("2026-11-22T00:00:00.000Z", 0.0, false),
    ]);
}

#[test]
fn weekdays_are_those_of_the_visitors_own_day() {
    check(json!({ "weekdays": ["mon", "sun"] }), &[
        ("2026-11-21T12:00:00.000Z", 0.0, false),
        ("2026-11-22T12:00:00.000Z", 0.0, true),
        ("2026-11-23T12:00:00.000Z", 0.0, true),
        ("2026-11-24T12:00:00.000Z", 0.0, false),
        ("2026-11-21T10:00:00.000Z", 14.0, true),
        ("2026-11-21T09:59:59.999Z", 14.0, false),
        ("2026-11-24T13:59:59.999Z", -14.0, true),
        ("2026-11-24T14:00:00.000Z", -14.0, false),
        // The first day of 1970 was a Thursday, the one before a Wednesday.
        ("1970-01-05T00:00:00.000Z", 0.0, true),
        ("1969-12-28T23:00:00.000Z", 0.0, true),
        ("1969-12-31T23:00:00.000Z", 0.0, false),
    ]);
}

#[test]
fn the_first_and_the_last_day_are_included() {
    check(json!({ "from": "2026-12-01", "until": "2027-01-01" }), &[
        ("2026-11-30T23:59:59.999Z", 0.0, false),
        ("2026-12-01T00:00:00.000Z", 0.0, true),
        ("2026-12-31T23:59:59.999Z", 0.0, true),
        ("2027-01-01T23:59:59.999Z", 0.0, true),
        ("2027-01-02T00:00:00.000Z", 0.0, false),
        ("2026-11-30T10:00:00.000Z", 14.0, true),
        ("2026-12-01T13:59:59.999Z", -14.0, false),
        ("2027-01-02T13:59:59.999Z", -14.0, true),
        ("2027-01-01T10:00:00.000Z", 14.0, false),
    ]);
    check(json!({ "from": "2028-02-29", "until": "2028-02-29" }), &[
        ("2028-02-28T23:59:59.999Z", 0.0, false),
        ("2028-02-29T00:00:00.000Z", 0.0, true),
        ("2028-02-29T23:59:59.999Z", 0.0, true),
        ("2028-03-01T00:00:00.000Z", 0.0, false),
    ]);
    check(json!({ "until": "1969-12-30" }), &[
        ("1969-12-30T23:59:59.999Z", 0.0, true),
        ("1969-12-31T00:00:00.000Z", 0.0, false),
    ]);
}

#[test]
fn everything_that_is_said_must_hold() {
    check(json!({ "hours": ["22:00", "06:00"], "weekdays": ["fri"], "from": "2026-11-20" }), &[
        ("2026-11-20T05:00:00.000Z", 0.0, true),
        ("2026-11-20T23:00:00.000Z", 0.0, true),
        ("2026-11-20T12:00:00.000Z", 0.0, false),
        ("2026-11-21T05:00:00.000Z", 0.0, false),
        ("2026-11-13T23:00:00.000Z", 0.0, false),
    ]);
}

#[test]
fn every_date_from_year_one_on_is_the_day_that_is_written_for_it() {
    // 0001-01-01 is 719,162 days before 1970-01-01.
    for days in -719_162..200_000 {
        let text = Timestamp(i64::from(days) * DAY).rfc3339();
        assert_eq!(day(&Value::Text(text[..10].into())), Some(days), "{text}");
    }
}

#[test]
fn a_clock_that_cannot_be_harms_nothing() {
    let (value, _) = read(&json!({ "hours": ["09:00", "17:30"], "weekdays": ["mon"], "from": "2026-12-01" }));
    for at in [i64::MIN, -8_640_000_000_000_000, 0, 8_640_000_000_000_000, i64::MAX] {
        for offset in [f64::NAN, f64::NEG_INFINITY, f64::INFINITY, -840.0, 840.0] {
            let _holds = Calendar::of(&value).holds(Timestamp(at), offset);
        }
    }
}

#[test]
fn a_mistake_is_named_with_its_place() {
    const SOME: &str = "definition: expected at least one of hours, weekdays, from or until";
    const TIMES: &str = "hours: expected two times of day such as [\"09:00\", \"17:30\"]";
    const FIRST: &str = "hours[0]: expected a time of day from \"00:00\" to \"23:59\"";
    const SECOND: &str = "hours[1]: expected a time of day from \"00:00\" to \"23:59\"";
    for (calendar, expected) in [
        (json!({}), &[SOME][..]),
        (json!([]), &["definition: expected an object with hours, weekdays, from or until"]),
        (json!({ "days": [] }), &["days: expected no other key than hours, weekdays, from or until"]),
        (json!({ "hours": null, "from": null }), &[SOME]),
        (json!({ "hours": ["09:00"] }), &[TIMES]),
        (json!({ "hours": "09:00" }), &[TIMES]),
        (json!({ "hours": ["9:00", "24:00"] }), &[FIRST, SECOND]),
        (json!({ "hours": ["08:60", "17.30"] }), &[FIRST, SECOND]),
        (json!({ "hours": [9, "+1:30"] }), &[FIRST, SECOND]),
        (json!({ "hours": ["09:00", "09:00"] }), &["hours: expected two different times of day"]),
        (json!({ "weekdays": "mon" }), &["weekdays: expected a list of weekdays such as [\"mon\", \"fri\"]"]),
        (json!({ "weekdays": [] }), &["weekdays: expected at least one weekday"]),
        (json!({ "weekdays": ["mon", "Tue", 3] }), &[
            "weekdays[1]: expected mon, tue, wed, thu, fri, sat or sun",
            "weekdays[2]: expected mon, tue, wed, thu, fri, sat or sun",
        ]),
        (json!({ "weekdays": ["sun", "mon", "sun"] }), &["weekdays[2]: expected each weekday once"]),
        (json!({ "from": "2026-12-01", "until": "2026-11-30" }), &["until: expected a day that is not before from"]),
    ] {
        assert_eq!(read(&calendar).1, expected, "{calendar}");
    }
}

#[test]
fn a_date_is_one_that_there_is() {
    for date in [
        json!("2026-02-30"), json!("2027-02-29"), json!("1900-02-29"), json!("2026-04-31"), json!("2026-06-31"),
        json!("2026-09-31"), json!("2026-11-31"), json!("2026-12-32"), json!("2026-12-00"), json!("2026-13-01"),
        json!("2026-00-01"), json!("2026-12-1"), json!("2026-12-01T00:00"), json!("2026/12/01"), json!("+026-12-01"),
        json!(""), json!(20_261_201), json!({}),
    ] {
        for key in ["from", "until"] {
            let expected = [key, ": expected a date of the calendar such as \"2026-12-01\""].concat();
            assert_eq!(read(&json!({ key: date })).1, [expected], "{date}");
        }
    }
}
