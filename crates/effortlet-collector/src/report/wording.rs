//! Numbers and moments as people read them.

use crate::catalog::DEFAULT_SITE;
use crate::language::{Text, language, text};
use maud::{Markup, html};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// `1,204`.
pub(super) fn count(number: u64) -> String {
    language().count(number)
}

/// `1 rating`, `1,204 ratings`, in a terminal: a page has texts for it.
pub(super) fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// How a figure is written, with so many decimal places more than it usually has.
pub(super) type Write = fn(f64, usize) -> String;

/// So many places more are written at most.
const FINEST: usize = 3;

/// The ends of an interval, as finely as is needed to see that it has a width: nobody knows a figure exactly.
pub(super) fn ends(low: f64, high: f64, write: Write) -> [String; 2] {
    let written = |finer: usize| [write(low, finer), write(high, finer)];
    let has_width = |[low, high]: &[String; 2]| low != high;
    (0..FINEST).map(written).find(has_width).unwrap_or_else(|| written(FINEST))
}

/// `5.6`.
pub(super) fn decimal(value: f64, finer: usize) -> String {
    language().decimal(&format!("{value:.*}", 1 + finer))
}

/// `72%` of 0.72; a share below zero has a real minus sign.
pub(super) fn percent(share: f64, finer: usize) -> String {
    let scale = 10_f64.powi(i32::try_from(finer).unwrap_or_default());
    let written = format!("{:.finer$}", (share * 100.0 * scale).round().abs() / scale);
    let minus = if share < 0.0 && !is_nothing(&written) { "\u{2212}" } else { "" };
    format!("{minus}{}", language().percent(&language().decimal(&written)))
}

/// `72%` of 72.
pub(super) fn whole_percent(percent: u64) -> String {
    language().percent(&percent.to_string())
}

/// `+12%`, `−8%`, `0%`.
pub(super) fn signed_percent(share: f64, finer: usize) -> String {
    let plus = if share > 0.0 && !is_nothing(&percent(share, finer)) { "+" } else { "" };
    format!("{plus}{}", percent(share, finer))
}

fn is_nothing(written: &str) -> bool {
    !written.contains(|it: char| ('1'..='9').contains(&it))
}

/// `+4 points`, `−1 point`, `0 points` of a difference of shares.
pub(super) fn signed_points(difference: f64, finer: usize) -> String {
    let points = bare_points(difference, finer);
    let form = if points.trim_start_matches(['+', '\u{2212}']) == "1" { "one" } else { "other" };
    text("points").by("form", form).with("points", points).to_string()
}

/// The same where its unit stands beside it.
pub(super) fn bare_points(difference: f64, finer: usize) -> String {
    let exact = difference * 100.0;
    // What is little must not look like nothing.
    let places = if exact.abs() < 0.5 { finer.max(1) } else { finer };
    let scale = 10_f64.powi(i32::try_from(places).unwrap_or_default());
    let points = (exact * scale).round() / scale;
    let sign = if points > 0.0 { "+" } else if points < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}{}", language().decimal(&points.abs().to_string()))
}

/// `+0.2`, `−1.0`, `0.0`.
pub(super) fn signed_decimal(difference: f64, finer: usize) -> String {
    let places = finer + if difference.abs() < 0.05 && difference != 0.0 { 2 } else { 1 };
    let sign = if difference > 0.0 { "+" } else if difference < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}{}", language().decimal(&format!("{:.places$}", difference.abs())))
}

/// `5.2 to 6.0`.
pub(super) fn interval([low, high]: [String; 2]) -> Text {
    text("interval").with("low", low).with("high", high)
}

/// The same where few have answered.
pub(super) fn rough_interval([low, high]: [String; 2]) -> Text {
    text("interval-rough").with("low", low).with("high", high)
}

/// A moment in RFC 3339. A script of the page writes it in the reader's own zone.
pub(crate) fn time(rfc3339: &str) -> Markup {
    html! { time datetime=(rfc3339) { (moment(rfc3339)) } }
}

/// `22 Nov 2026, 09:05 UTC` of a moment in RFC 3339; any other text as it is.
pub(super) fn moment(rfc3339: &str) -> String {
    match rfc3339.get(11..16) {
        Some(time) => text("moment").with("day", on_day(rfc3339)).with("time", time).to_string(),
        None => rfc3339.to_owned(),
    }
}

/// `22 Nov 2026` of a day or a moment in RFC 3339; any other text as it is.
pub(super) fn on_day(rfc3339: &str) -> String {
    let part = |from: usize, to: usize| rfc3339.get(from..to).unwrap_or_default();
    let Some(month) = part(5, 7).parse().ok().and_then(|it| language().month(it)) else { return rfc3339.to_owned() };
    let day = part(8, 10).trim_start_matches('0');
    format!("{day} {month} {}", part(0, 4))
}

/// Two days, both within.
pub(super) fn days(from: &str, to: &str) -> String {
    if from == to { on_day(from) } else { text("days").with("from", on_day(from)).with("to", on_day(to)).to_string() }
}

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A text as one segment or one parameter of an address.
pub(crate) fn in_address(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// Where the report of a survey is, below `/report/`; that of the default site has no site in its address.
pub(super) fn address(site: &str, survey: &str) -> String {
    if site == DEFAULT_SITE {
        in_address(survey)
    } else {
        [&in_address(site), "/", &in_address(survey)].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, english_ordinal, in_language};

    #[test]
    fn numbers_and_moments_read_well() {
        assert_eq!([count(0), count(999), count(1_000), count(12_345_678)], ["0", "999", "1,000", "12,345,678"]);
        assert_eq!([counted(1, "rating", "ratings"), counted(2, "rating", "ratings")], ["1 rating", "2 ratings"]);
        assert_eq!([0.725, 0.0, -0.08].map(|it| percent(it, 0)), ["73%", "0%", "−8%"]);
        assert_eq!([0.12, -0.12, -0.001].map(|it| signed_percent(it, 0)), ["+12%", "−12%", "0%"]);
        assert_eq!([1, 2, 3, 4, 11, 12, 13, 21, 112, 122].map(english_ordinal).join(" "), "1st 2nd 3rd 4th 11th 12th 13th 21st 112th 122nd");
        assert_eq!(moment("2026-11-02T09:05:59.123Z"), "2 Nov 2026, 09:05 UTC");
        assert_eq!([0.041, -0.009, -0.004, 0.0].map(|it| signed_points(it, 0)), ["+4 points", "−1 point", "−0.4 points", "0 points"]);
        assert_eq!([0.26, -1.0, -0.01, 0.0].map(|it| signed_decimal(it, 0)), ["+0.3", "−1.0", "−0.01", "0.0"]);
        assert_eq!([on_day("2026-11-02"), on_day("yesterday"), moment("yesterday")], ["2 Nov 2026", "yesterday", "yesterday"]);
        assert_eq!(ends(4.98, 5.021, decimal), ["4.98", "5.02"], "an interval has a width");
        assert_eq!(ends(4.5, 5.5, decimal), ["4.5", "5.5"]);
        assert_eq!(ends(0.7201, 0.7249, percent), ["72.0%", "72.5%"]);
        assert_eq!(ends(-0.0004, 0.0004, signed_percent), ["−0.04%", "+0.04%"]);
        assert_eq!(ends(0.041, 0.0412, signed_points), ["+4.1 points", "+4.12 points"]);
        assert_eq!(in_address("help center/ă?"), "help%20center%2F%C4%83%3F");
    }

    #[test]
    fn each_language_writes_numbers_its_own_way() {
        let of = |language| {
            in_language(language, || {
                let numbers = [count(12_345), decimal(5.64, 0), percent(-0.08, 0), signed_decimal(-0.26, 0), signed_points(0.0041, 1)];
                let days = [on_day("2026-09-02"), moment("2026-05-12T09:05:59.123Z")];
                [numbers.join(" | "), days.join(" | ")]
            })
        };
        assert_eq!(of(Language::English), ["12,345 | 5.6 | −8% | −0.3 | +0.4 points", "2 Sep 2026 | 12 May 2026, 09:05 UTC"]);
        assert_eq!(of(Language::Romanian), ["12.345 | 5,6 | −8\u{a0}% | −0,3 | +0,4 p.p.", "2 sept. 2026 | 12 mai 2026, 09:05 UTC"]);
        assert_eq!(of(Language::Russian), ["12\u{a0}345 | 5,6 | −8\u{a0}% | −0,3 | +0,4 п. п.", "2 сент. 2026 | 12 мая 2026, 09:05 UTC"]);
    }
}
