//! What happened in the page: a word, a text and up to four numbers.

use effortlet_core::answer::Act;
use effortlet_core::engine::Input;
use effortlet_core::memory::Memory;
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::response::State;
use effortlet_core::signal::{Departure, Distraction, Reading, Signal};
use effortlet_core::source::parse;
use effortlet_core::time::{Duration, Timestamp};

/// `None` for a word that is not known.
pub(crate) fn read(at: Timestamp, happened: &str, text: &str, [a, b, c, d]: [f64; 4]) -> Option<Input> {
    Some(match happened {
        "page" => Input::Page(text.into()),
        "woke" => Input::Woke,
        "claimed" => Input::Claimed(Memory::read(&parse(text), at)),
        "refused" => Input::Refused,
        "show" => Input::Show(text.into()),
        // Its revision, whether it is complete, its bytes, and when it was kept.
        "pending" => {
            let state = if b > 0.0 { State::Complete } else { State::Partial };
            Input::Pending(Item::new(text.into(), a as u32, state, c as usize, Timestamp::from_js(d)))
        }
        // The reply's status, then its Retry-After in milliseconds, negative without one.
        "replied" => {
            let after = if c < 0.0 { None } else { Some(Duration(c as i64)) };
            Input::Replied { id: text.into(), rev: a as u32, reply: Reply::of(b as u16, after) }
        }
        "hurry" => Input::Hurry,
        "choose" => Input::Act(Act::Choose(a > 0.0)),
        "rate" => Input::Act(Act::Rate(a as u8)),
        "write" => Input::Act(Act::Write(text.into())),
        "next" => Input::Act(Act::Next),
        "skip" => Input::Act(Act::Skip),
        "back" => Input::Act(Act::Back),
        "close" => Input::Act(Act::Close),
        "interacted" => Input::Signal(Signal::Interacted),
        "visible" => Input::Signal(Signal::Visible(a > 0.0)),
        "left" => {
            let distraction = DISTRACTIONS.get(d as usize).copied().flatten();
            let departure = Departure { y: a, speed: b, age: Duration(c as i64), distraction };
            Input::Signal(Signal::PointerLeft(departure))
        }
        "returned" => Input::Signal(Signal::PointerBack),
        "scrolled" => {
            Input::Signal(Signal::Scrolled(Reading { top: a, view: b, height: c, idle: Duration(d as i64) }))
        }
        "clicked" => Input::Signal(Signal::Clicked(a as usize)),
        "event" => Input::Signal(Signal::Event(text.into())),
        _ => return None,
    })
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
