//! What happened in the page: a number, a text and up to four numbers.

use effortlet_core::answer::Act;
use effortlet_core::engine::{Input, Told};
use effortlet_core::memory::Memory;
#[cfg(feature = "full")]
use effortlet_core::memory::Trail;
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::response::State;
use effortlet_core::signal::{Departure, Distraction, Means, Reading, Signal};
use effortlet_core::source::{Value, parse};
use effortlet_core::text::cut;
use effortlet_core::time::{Duration, Timestamp};

/// `happened` is a number of `src/happened.js`; `None` for one that is not known.
pub(crate) fn read(at: Timestamp, happened: u32, text: &str, [a, b, c, d]: [f64; 4]) -> Option<Input<'_>> {
    let reading = Reading { top: a, view: b, height: c, idle: Duration(d as i64) };
    Some(match happened {
        0 => Input::Page(text),
        1 => Input::Woke,
        2 => {
            let value = parse(text);
            Input::Claimed(Memory::read(&value, at), told(&value))
        }
        3 => Input::Refused,
        4 => Input::Show(text),
        // Its revision, whether it is complete, its bytes, and when it was kept.
        5 => {
            let state = if b > 0.0 { State::Complete } else { State::Partial };
            Input::Pending(Item::new(text.into(), a as u32, state, c as usize, Timestamp::from_js(d)))
        }
        // The reply's status, then its Retry-After in milliseconds, negative without one.
        6 => {
            let after = if c < 0.0 { None } else { Some(Duration(c as i64)) };
            Input::Replied { id: text, rev: a as u32, reply: Reply::of(b as u16, after) }
        }
        7 => Input::Hurry,
        #[cfg(not(feature = "full"))]
        8 => Input::Act(Act::Choose(a > 0.0)),
        // The word that was pressed, and whether it is yes.
        #[cfg(feature = "full")]
        8 => Input::Act(Act::Choose(a > 0.0, text)),
        9 => Input::Act(Act::Rate(a as u8)),
        10 => Input::Act(Act::Write(text)),
        11 => Input::Act(Act::Next),
        12 => Input::Act(Act::Skip),
        13 => Input::Act(Act::Back),
        14 => Input::Act(Act::Close),
        15 => Input::Signal(Signal::Acted(match a {
            0.0 => Means::Motion,
            1.0 => Means::Press,
            _ => Means::Touch,
        })),
        16 => Input::Signal(Signal::Visible(a > 0.0)),
        17 => {
            let distraction = DISTRACTIONS.get(d as usize).copied().flatten();
            let departure = Departure { y: a, speed: b, age: Duration(c as i64), distraction };
            Input::Signal(Signal::PointerLeft(departure))
        }
        18 => Input::Signal(Signal::PointerBack),
        19 => Input::Signal(Signal::Scrolled(text, reading)),
        // Which one, and how often this one click was told before.
        #[cfg(feature = "full")]
        20 if b > 0.0 => Input::Signal(Signal::ClickedToo(a as usize)),
        20 => Input::Signal(Signal::Clicked(a as usize)),
        // Its name, then what was told of it.
        21 => {
            let (name, properties) = cut(text, b'\n');
            Input::Signal(Signal::Event(name, properties))
        }
        22 => Input::Signal(Signal::Section(text)),
        23 => Input::Signal(Signal::Quiet),
        #[cfg(feature = "full")]
        24 => Input::Signal(Signal::EndScrolled(text, reading)),
        #[cfg(feature = "full")]
        25 => Input::Signal(Signal::Marked(text)),
        #[cfg(feature = "full")]
        26 => Input::Signal(Signal::Leads(text, a as u16)),
        #[cfg(feature = "full")]
        27 => Input::Signal(Signal::Leaving),
        #[cfg(feature = "full")]
        28 => Input::Told(Told::read(&parse(text))),
        #[cfg(feature = "full")]
        29 => Input::Simulate(text, a as usize),
        #[cfg(feature = "full")]
        30 => {
            let known = parse(text);
            Input::Recalled(Memory::read(&known, at), Trail::read(known.item(4), at))
        }
        // Which options, one bit each, and what was written of something else.
        #[cfg(feature = "full")]
        31 => Input::Act(Act::Pick(a as u32, text)),
        _ => return None,
    })
}

/// What the page tells of the moment stands after what is remembered.
pub(crate) fn told(value: &Value) -> Told {
    Told::read(value.item(2))
}

/// By the number that `sensor/exit.js` gives them.
const DISTRACTIONS: [Option<Distraction>; 7] = [
    None,
    Some(Distraction::Dragging),
    Some(Distraction::Editing),
    Some(Distraction::Expanded),
    Some(Distraction::Menu),
    Some(Distraction::Unfocused),
    Some(Distraction::Framed),
];
