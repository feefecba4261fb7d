//! What may happen in a page, likely or not.

use crate::chance::Chance;
use effortlet_core::answer::Act;
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Circumstances, Input};
use effortlet_core::manners::Manners;
use effortlet_core::memory::{History, Memory, Session, Trail};
use effortlet_core::outbox::Item;
use effortlet_core::response::State;
use effortlet_core::signal::{Departure, Distraction, Means, Reading, Signal};
use effortlet_core::source::Value;
use effortlet_core::time::{Duration, Timestamp};

pub(crate) fn input(chance: &mut Chance, definition: &Definition<'_>, at: Timestamp) -> Input {
    match chance.below(24) {
        0..=7 => Input::Signal(signal(chance)),
        8..=12 => Input::Act(act(chance)),
        13 => Input::Draft(chance.once_in(3).then(|| act(chance))),
        14 => Input::Page { path: path(chance), address: chance.text(), referrer: chance.text(), signs: Vec::new() },
        15 => Input::Show(survey(chance, definition)),
        16 => Input::Simulate(survey(chance, definition), chance.below(9)),
        17 => Input::Recalled(memory(chance, at), Trail::read(&value(chance, 3), at)),
        18 => Input::Gathered(circumstances(chance)),
        19 => Input::Pending(item(chance)),
        20 => Input::Hurry,
        21 => Input::Displaced { with_body: chance.once_in(2) },
        22 => if chance.once_in(2) { Input::Lost } else { Input::Seen },
        _ => Input::Woke,
    }
}

pub(crate) fn claimed(chance: &mut Chance, at: Timestamp) -> Input {
    if chance.once_in(4) { Input::Refused } else { Input::Claimed(memory(chance, at), circumstances(chance)) }
}

pub(crate) fn circumstances(chance: &mut Chance) -> Circumstances {
    let manners = if chance.once_in(4) { Some(Manners::ALL[chance.below(Manners::ALL.len())]) } else { None };
    Circumstances { manners, facts: (0..chance.below(12)).map(|_| value(chance, 2)).collect() }
}

/// Mostly little later than the last; now and then a clock that is moved as far as it goes.
pub(crate) fn moment(chance: &mut Chance, last: Timestamp) -> Timestamp {
    let span = match chance.below(30) {
        0 => return Timestamp::from_js(chance.number()),
        1 => -(chance.below(100_000_000) as i64),
        2..=5 => chance.below(1_000_000_000) as i64,
        _ => chance.below(20_000) as i64,
    };
    Timestamp::from_js((last.0 + span) as f64)
}

fn signal(chance: &mut Chance) -> Signal {
    match chance.below(15) {
        0 => Signal::Acted(*chance.one(&[Means::Motion, Means::Press, Means::Touch])),
        1 => Signal::Visible(chance.once_in(2)),
        2 => Signal::PointerLeft(departure(chance)),
        3 => Signal::PointerBack,
        4 => Signal::Scrolled(name(chance), reading(chance)),
        5 => Signal::Clicked(chance.below(9)),
        6 => Signal::ClickedToo(chance.below(9)),
        7 => Signal::Event(name(chance), value(chance, 3)),
        8 => Signal::Section(chance.text()),
        9 => Signal::QuietMoment,
        10 => Signal::EndScrolled(name(chance), reading(chance)),
        11 => Signal::Marked(chance.text()),
        12 => Signal::LinkTargets((0..chance.below(9)).map(|_| path(chance)).collect(), chance.draw() as u16),
        13 => Signal::Leaving,
        _ => Signal::Acted(Means::Press),
    }
}

fn departure(chance: &mut Chance) -> Departure {
    use Distraction::{Dragging, Editing, Expanded, Framed, Menu, Unfocused};
    let distraction = chance.once_in(3).then(|| *chance.one(&[Dragging, Editing, Expanded, Menu, Unfocused, Framed]));
    Departure { y: chance.number(), speed: chance.number(), age: span(chance), distraction }
}

fn reading(chance: &mut Chance) -> Reading {
    Reading { top: chance.number(), view: chance.number(), height: chance.number(), idle: span(chance) }
}

fn span(chance: &mut Chance) -> Duration {
    Duration(chance.number().clamp(-8.64e15, 8.64e15) as i64)
}

fn act(chance: &mut Chance) -> Act {
    match chance.below(10) {
        0 | 1 => Act::Choose(chance.once_in(2), chance.text()),
        2 | 3 => Act::Rate(if chance.once_in(9) { chance.draw() as u8 } else { 1 + chance.below(7) as u8 }),
        4 => Act::Write(chance.text()),
        5 => Act::Pick(chance.draw() as u32, chance.text()),
        6 => Act::Next,
        7 => Act::Skip,
        8 => Act::Back,
        _ => Act::Close,
    }
}

/// Names that definitions use, and others.
fn name(chance: &mut Chance) -> String {
    match chance.below(3) {
        0 => String::new(),
        1 => (*chance.one(&["go", "main", ".cta", "purchase", "article", "h2", "h3"])).into(),
        _ => chance.text(),
    }
}

fn path(chance: &mut Chance) -> String {
    match chance.below(3) {
        0 => chance.text(),
        1 => ["/help/", *chance.one(&["billing", "setup", "search", "contact"]), "/", &chance.below(9).to_string()].concat(),
        _ => (*chance.one(&["/", "/help", "/help/billing", "/hc/en-us/articles/1-x", "/docs/a/b/c"])).into(),
    }
}

fn survey(chance: &mut Chance, definition: &Definition<'_>) -> String {
    let ids: Vec<_> = definition.surveys.iter().map(|it| it.id).collect();
    if ids.is_empty() || chance.once_in(9) { chance.text() } else { (*chance.one(&ids)).into() }
}

/// As a device has it that somebody has written something else on.
fn memory(chance: &mut Chance, at: Timestamp) -> Memory {
    match chance.below(3) {
        0 => Memory { session: Session { started: at, ..Session::default() }, ..Memory::default() },
        1 => Memory { history: History::read(&value(chance, 3)), ..Memory::default() },
        _ => Memory::read(&value(chance, 4), &value(chance, 3), at),
    }
}

fn item(chance: &mut Chance) -> Item {
    let state = *chance.one(&[State::Shown, State::Partial, State::Complete, State::Dismissed]);
    let since = Timestamp::from_js(chance.number());
    Item::new(chance.text(), chance.draw() as u32, state, chance.below(500_000), since)
}

fn value(chance: &mut Chance, depth: usize) -> Value {
    match chance.below(if depth == 0 { 4 } else { 6 }) {
        0 => Value::Absent,
        1 => Value::Flag(chance.once_in(2)),
        2 => Value::Number(chance.finite()),
        3 => Value::Text(chance.text()),
        4 => Value::List((0..chance.below(7)).map(|_| value(chance, depth - 1)).collect()),
        _ => Value::Object((0..chance.below(4)).map(|_| (chance.text(), value(chance, depth - 1))).collect()),
    }
}
