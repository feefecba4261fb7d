//! A response as it is kept on the device, and as it is posted from there: text, so that nothing of it
//! passes through what a page may have changed.
//!
//! Never writes the response itself.

use super::{Age, Item, MOST_SET_ASIDE};
use crate::digits::digits;
use crate::response::State;
use crate::source::{Value, parse, write};
use crate::time::Timestamp;
use alloc::{string::String, vec::Vec};

/// Stands before the response, which is the last thing. In no text of JSON is there a bare quote.
const RESPONSE: &str = "\"response\":";
const TIMING: &str = "\"timing\":{";

/// `to` is the address that it is meant for; `number` spells one as JavaScript does.
pub fn keep(at: Timestamp, to: &str, response: impl Into<Value>, number: fn(f64) -> String) -> String {
    write(&Value::given(&mut [("at", at.into()), ("to", to.into()), ("response", response.into())]), number)
}

/// What is kept, and the address that it is meant for: empty where an earlier version kept it. Nothing
/// where it cannot be read or was cut off.
pub fn read(text: &str) -> Option<(Item, String)> {
    let kept = parse(text);
    let response = kept.field("response");
    let id = response.field("id").text()?;
    let rev = response.field("rev").number()? as u32;
    let state = match response.field("state").text()? {
        "shown" => State::Shown,
        "dismissed" => State::Dismissed,
        "complete" => State::Complete,
        _ => State::Partial,
    };
    let since = Timestamp::from_js(kept.field("at").number()?);
    let number = |name| kept.field(name).number().unwrap_or_default() as u32;
    let age = Age { day: number("day"), days: number("days") };
    let item = Item { is_own: false, age, ..Item::new(id.into(), rev, state, text.len(), since) };
    text.ends_with("}}").then(|| (item, kept.field("to").text_or_empty().clone()))
}

/// The same with the age that it has come to.
pub fn aged(text: &str, age: Age) -> Option<String> {
    let (head, response) = cut(text, RESPONSE)?;
    let head = cut(head, "\"day\":").map_or(head, |(before, _)| before);
    let (day, days) = (digits(age.day), digits(age.days));
    Some([head, "\"day\":", &day, ",\"days\":", &days, ",", RESPONSE, response].concat())
}

/// What is posted: the response, and when it is sent.
pub fn body(text: &str, sent_at: Timestamp) -> Option<String> {
    let (_, response) = cut(text, RESPONSE)?;
    let (before, after) = cut(response.strip_suffix('}')?, TIMING)?;
    Some([before, TIMING, "\"sentAt\":\"", &sent_at.rfc3339(), "\",", after].concat())
}

/// What is before and behind a mark. Std's own search weighs 3 KB more in a widget.
fn cut<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let at = text.as_bytes().windows(mark.len()).position(|it| it == mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Whether what is kept now is a later revision than what was known of it.
pub fn is_later(now: Option<String>, known: Option<String>) -> bool {
    let rev = |text: Option<String>| read(&text?).map(|(item, _)| item.rev);
    known.is_some() && rev(now) > rev(known)
}

/// Of all that was set aside, by name, what there is no room for: the oldest, since an id begins with its
/// moment.
pub fn surplus(names: Vec<String>) -> Option<String> {
    if names.len() > MOST_SET_ASIDE { names.into_iter().min() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TO: &str = "https://a.example/v1/responses?a=\\\"response\":";

    fn keep_text(at: i64, response: &str) -> String {
        keep(Timestamp(at), TO, parse(response), |number| alloc::format!("{number}"))
    }

    const RESPONSES: [&str; 2] = [
        r#"{"id":"0199","rev":2,"state":"partial","page":{"title":"a \"response\":{} \"timing\":{"},"timing":{"shownAt":"x"},"context":{}}"#,
        r#"{"id":"0199","rev":2,"state":"partial","timing":{"shownAt":"x"},"context":{"timing":"\"timing\":{"}}"#,
    ];

    #[test]
    fn what_is_kept_is_read_again_and_posted_as_it_was_with_the_moment_of_the_post() {
        for response in RESPONSES {
            for at in [0, 7, 1_795_338_300_250] {
                let mut text = keep_text(at, response);
                for age in [Age::default(), Age { day: 20_786, days: 3 }, Age { day: 20_787, days: 4 }] {
                    let expected = Item::new("0199".into(), 2, State::Partial, text.len(), Timestamp(at));
                    assert_eq!(read(&text), Some((Item { is_own: false, age, ..expected }, TO.into())), "{text}");
                    let sent = r#""timing":{"sentAt":"1970-01-01T00:00:00.000Z","#;
                    let (before, after) = response.rsplit_once(r#""timing":{"s"#).unwrap();
                    assert_eq!(body(&text, Timestamp(0)), Some([before, sent, "\"s", after].concat()));
                    text = aged(&text, Age { day: age.day.max(20_785) + 1, days: age.days.max(2) + 1 }).unwrap();
                }
            }
        }
    }

    #[test]
    fn what_an_earlier_version_kept_is_meant_for_nobody_else() {
        let text = [r#"{"at":1795338300250,"response":"#, RESPONSES[1], "}"].concat();
        assert_eq!(read(&text).map(|(item, to)| (item.rev, to)), Some((2, String::new())));
        assert!(body(&text, Timestamp(0)).is_some());
        assert!(aged(&text, Age { day: 1, days: 1 }).is_some_and(|it| read(&it).is_some_and(|(it, _)| it.age.days == 1)));
    }

    #[test]
    fn a_later_revision_is_never_taken_for_the_one_that_was_posted() {
        let kept = |rev: u32| Some(keep_text(1, &RESPONSES[0].replace("\"rev\":2", &alloc::format!("\"rev\":{rev}"))));
        for (now, known, expected) in [(kept(3), kept(2), true), (kept(2), kept(2), false), (kept(2), kept(3), false)] {
            assert_eq!(is_later(now, known), expected);
        }
        assert!(!is_later(kept(2), None));
        assert!(!is_later(None, kept(2)));
    }

    #[test]
    fn ten_that_were_given_up_stay_and_the_oldest_go() {
        let mut names: Vec<String> = (10..20).rev().map(|it| alloc::format!("u:{it}")).collect();
        assert_eq!(surplus(names.clone()), None);
        names.push("u:15x".into());
        assert_eq!(surplus(names), Some("u:10".into()));
    }

    #[test]
    fn what_is_cut_off_or_something_else_is_nothing() {
        let whole = keep_text(1, RESPONSES[1]);
        for end in 0..whole.len() - 1 {
            assert_eq!(read(&whole[..end]), None, "{end}");
        }
        for text in ["", "x", "{}", "[]", "null", r#"{"at":1,"response":{}}"#, r#"{"response":{"id":"a","rev":1,"state":"x"}}"#] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
