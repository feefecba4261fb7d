//! What happens and what follows, in the words of timelines.

use effortlet_core::engine::{Hold, Input, Overview};
use effortlet_core::frequency::On;
use effortlet_core::memory::Memory;
use effortlet_core::observed::Observed;
use effortlet_core::response::{Response, Value};
use effortlet_core::screen::{Body, Screen, Standing};
use effortlet_core::signal::{Departure, Distraction, Reading, Signal};
use effortlet_core::survey::{Look, Position};
use effortlet_core::time::Duration;
use effortlet_core::tree::Truth;

/// The window and the page of every timeline, in pixels.
pub(crate) const VIEW: f64 = 1_000.0;
pub(crate) const HEIGHT: f64 = 10_000.0;

pub(crate) fn hold(hold: Option<Hold>) -> String {
    match hold {
        None => "none".into(),
        Some(Hold::Audience(Truth::Unknown)) => "unknown".into(),
        Some(Hold::Audience(_)) => "audience".into(),
        Some(Hold::Frequency(On::Shown)) => "shown".into(),
        Some(Hold::Frequency(On::Outcome(outcome))) => format!("{outcome:?}").to_lowercase(),
        Some(hold) => format!("{hold:?}").to_lowercase(),
    }
}

/// In the order of `Manners`.
pub(crate) const MANNERS: [&str; 7] = ["dialog", "full-screen", "typing", "selecting", "video", "keyboard", "away"];

pub(crate) fn spelled(observed: &Observed) -> String {
    match observed {
        Observed::Nothing => String::new(),
        Observed::Number(number) => format!(" {}", (number * 10.0).round() / 10.0),
        Observed::Text(text) => format!(" {text}"),
    }
}

/// A page as its sensor tells it.
pub(crate) fn page(path: &str, referrer: &str, signs: Vec<String>) -> Input {
    let end = path.find(['?', '#']).unwrap_or(path.len());
    Input::Page { path: path[..end].into(), address: format!("https://acme.example{path}"), referrer: referrer.into(), signs }
}

pub(crate) fn number(text: &str) -> f64 {
    text.trim_end_matches(['%', 'p', 'x']).parse().unwrap()
}

pub(crate) fn reading(top: f64, height: f64, idle: Duration) -> Signal {
    reading_of(top.max(0.0), height, idle)
}

/// So much of what scrolls was in view.
pub(crate) fn scrolled(percent: &str) -> Reading {
    let top = HEIGHT * number(percent) / 100.0 - VIEW;
    Reading { top: top.max(0.0), view: VIEW, height: HEIGHT, idle: Duration(50) }
}

pub(crate) fn reading_of(top: f64, height: f64, idle: Duration) -> Signal {
    Signal::Scrolled(String::new(), Reading { top, view: VIEW, height, idle })
}

/// Of the way to an element's end.
pub(crate) fn end_reading(percent: f64, element: &str, end: f64) -> Signal {
    let top = (end * percent / 100.0 - VIEW).max(0.0);
    Signal::EndScrolled(element.into(), Reading { top, view: VIEW, height: end, idle: Duration(50) })
}

/// `exit` alone is a quick departure by the top; words change one fact of it.
pub(crate) fn departure(words: &[&str]) -> Departure {
    let mut it = Departure { y: -2.0, speed: 1.2, age: Duration(16), distraction: None };
    for word in words {
        match *word {
            "slow" => it.speed = 0.2,
            "stale" => it.age = Duration(400),
            "side" => it.y = 420.0,
            "near" => it.y = 12.0,
            "dragging" => it.distraction = Some(Distraction::Dragging),
            "editing" => it.distraction = Some(Distraction::Editing),
            "expanded" => it.distraction = Some(Distraction::Expanded),
            "menu" => it.distraction = Some(Distraction::Menu),
            "unfocused" => it.distraction = Some(Distraction::Unfocused),
            "framed" => it.distraction = Some(Distraction::Framed),
            _ => panic!("unknown departure: {word}"),
        }
    }
    it
}

pub(crate) fn remembered(memory: &Memory) -> String {
    let last = memory.displays.last();
    let none = if memory.number.is_some() { "remember number" } else { "remember nothing" };
    last.map_or(none.into(), |it| format!("remember {:?}", it.outcome).to_lowercase())
}

pub(crate) fn on_display(screen: &Screen<'_>) -> String {
    let name = if screen.question.is_empty() { "thanks" } else { screen.question };
    let mut text = format!("screen {name}");
    if screen.language != "en" {
        text += &format!(" in {} \"{}\"", screen.language, screen.title);
    }
    text += &match &screen.body {
        Body::YesNo { chosen: Some(yes) } => format!(" with {}", if *yes { "yes" } else { "no" }),
        Body::Text { text: given, .. } if !given.is_empty() => format!(" with {given:?}"),
        Body::Scale { chosen, look, upward, left_to_right, labels, .. } => {
            let mut text = chosen.map(|rating| format!(" with {rating}")).unwrap_or_default();
            if !labels.is_empty() || *look != Look::Numbers {
                text += &format!(" {} [{}]", Look::WORDS[*look as usize], labels.join(", "));
                text += if *upward { "" } else { " downward" };
                text += if *left_to_right { " from left to right" } else { "" };
            }
            text
        }
        Body::Choice { labels, chosen, written, many, other, .. } => {
            let mut text = format!(" {} [{}]", if *many { "some of" } else { "one of" }, labels.join(", "));
            text += if *other { " or else" } else { "" };
            if *chosen > 0 {
                text += &format!(" with {chosen:b}{}{written}", if written.is_empty() { "" } else { " " });
            }
            text
        }
        _ => String::new(),
    };
    if let Some(mistake) = screen.mistake {
        text += &format!(" ({mistake:?})");
    }
    let Standing { position, text: word } = &screen.layout;
    if *position != Position::BottomEnd {
        text += &format!(" at {position:?}{}{word}", if word.is_empty() { "" } else { " " });
    }
    text
}

/// What stands on a button in this language.
pub(crate) fn word_on(name: &str, language: &str) -> String {
    let language = language.split('-').next().unwrap_or_default();
    let path = format!("{}/../../src/locale/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let words: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    words[name].as_str().unwrap().into()
}

pub(crate) fn looked(it: &Overview<'_>) -> String {
    let [visible, active, idle] = [it.visible, it.active, it.idle].map(|span| span.0 as f64 / 1_000.0);
    let facts = [it.facts.section.map(String::from), it.article()].map(Option::unwrap_or_default);
    let interacted = if it.interacted { "used" } else { "unused" };
    let kind = it.facts.kind.word();
    format!("{kind} {} seen {visible} s, active {active} s, idle {idle} s, {interacted}", facts.join("/"))
}

pub(crate) fn sent(response: &Response) -> String {
    let state = format!("{:?}", response.state).to_lowercase();
    let mut told = format!("send rev={} {state}", response.rev);
    for answered in &response.answers {
        told += &match &answered.value {
            Value::Rating(rating) => format!(" {}={rating}", answered.question),
            Value::Text(text) => format!(" {}={text:?}", answered.question),
        };
    }
    told
}
