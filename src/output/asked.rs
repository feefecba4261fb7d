//! What is said to whoever asks why a survey is not shown, and what is known of the page.

use super::{flag, moment, truth};
use crate::page::{begin, number, text};
use effortlet_core::engine::{Engine, Found, Hold, Overview, Told};
use effortlet_core::frequency::On;
use effortlet_core::time::Timestamp;
use effortlet_core::tree::Truth;

/// Three lists: what holds the survey back, by its place in `loader/findings.js`, and until when;
/// what was found of each trigger; what is known of each condition of the audience, and what was
/// found of it.
pub(crate) fn why(engine: &Engine<'_>, at: Timestamp, survey: &str, told: &Told) {
    let hold = engine.held(at, survey, told);
    begin(hold.as_ref().map_or(0, place));
    moment(hold.map_or(Timestamp::NEVER, |hold| hold.until()));
    begin(0);
    let mut begun = false;
    engine.find(at, survey, told, &mut found, &mut |known, it| {
        if !core::mem::replace(&mut begun, true) {
            begin(0);
        }
        truth(known);
        found(it);
    });
}

fn found(it: Found<'_>) {
    match it {
        Found::Number(it) => number(it),
        Found::Text(it) => text(it),
        Found::Nothing => text(""),
    }
}

/// Milliseconds that the page was visible, that somebody was there, and that nobody has done anything;
/// whether somebody did more than move a pointer; then what the help center says of the page.
pub(crate) fn overview(it: Overview<'_>) {
    begin(0);
    for span in [it.visible, it.active, it.idle] {
        number(span.0 as f64);
    }
    flag(it.interacted);
    text(it.facts.kind.word());
    for fact in [it.facts.section, it.facts.article, it.facts.locale] {
        text(fact.unwrap_or_default());
    }
}

fn place(hold: &Hold) -> u32 {
    match hold {
        Hold::Busy => 1,
        Hold::Audience(Truth::Unknown) => 2,
        Hold::Audience(_) => 3,
        Hold::Trigger => 4,
        Hold::Frequency(soon) => match soon.on {
            None => 5,
            Some(On::Shown) => 6,
            Some(On::Outcome(outcome)) => 7 + u32::from(outcome as u8),
        },
        Hold::Missed => 12,
        Hold::Delay(_) => 13,
        Hold::Manners(manners) => 14 + u32::from(*manners as u8),
        Hold::Deferred => 20,
    }
}
