//! What happened in the page: a word, a text and up to four numbers.

use effortlet_core::answer::Act;
use effortlet_core::engine::Input;
use effortlet_core::memory::Memory;
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::response::State;
use effortlet_core::signal::{Departure, Distraction, Page, Reading, Signal};
use effortlet_core::source::{Value, parse};
use effortlet_core::time::{Duration, Timestamp};

/// `None` for a word that is not known.
pub(crate) fn read(at: Timestamp, happened: &str, text: &str, [a, b, c, d]: [f64; 4]) -> Option<Input> {
    Some(match happened {
        "page" => Input::Page(page(&parse(text))),
        "woke" => Input::Woke,
        "claimed" => Input::Claimed(Memory::read(&parse(text), at)),
        "refused" => Input::Refused,
        "show" => Input::Show(text.into()),
        "pending" => Input::Pending(pending(&parse(text))),
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

fn page(value: &Value) -> Page {
    Page { url: text(value, "url"), path: text(value, "path"), title: text(value, "title") }
}

fn pending(value: &Value) -> Vec<Item> {
    let mut items = Vec::new();
    for item in value.one_or_many() {
        let number = |name: &str| item.field(name).number().unwrap_or_default();
        let complete = item.field("state").text() == Some("complete");
        let state = if complete { State::Complete } else { State::Partial };
        let since = Timestamp(number("at") as i64);
        items.push(Item::new(text(item, "id"), number("rev") as u32, state, number("size") as usize, since));
    }
    items
}

fn text(value: &Value, name: &str) -> String {
    value.field(name).text().unwrap_or_default().into()
}
