//! The engine with a recorder in the place of the browser.

use effortlet_core::answer::Act;
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Effect, Engine, Explanation, Hold, Input};
use effortlet_core::frequency::On;
use effortlet_core::interview::Interview;
use effortlet_core::memory::{Memory, Session};
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::response::Value;
use effortlet_core::screen::Screen;
use effortlet_core::signal::{Departure, Distraction, Reading, Signal};
use effortlet_core::time::{Duration, Timestamp};
use effortlet_core::tree::Truth;

/// The window and the page of every timeline, in pixels.
const VIEW: f64 = 1_000.0;
const HEIGHT: f64 = 10_000.0;

pub(crate) struct Stage<'a> {
    definition: &'a Definition<'a>,
    engine: Engine<'a>,
    stored: Memory,
    /// Another tab is showing a nudge.
    taken: bool,
    alarm: Option<Timestamp>,
    seed: u64,
    /// What the endpoint answers to every post; 0 when nobody is there.
    status: u16,
    kept: Vec<Item>,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(definition: &'a Definition<'a>) -> Self {
        let stored = Memory::default();
        let engine = Engine::new(definition, stored.clone(), "en".into(), 1);
        Self { definition, engine, stored, taken: false, alarm: None, seed: 1, status: 200, kept: Vec::new() }
    }

    /// What the engine does by itself before `at`.
    pub(crate) fn wake_until(&mut self, at: Timestamp) -> Vec<(Timestamp, Vec<String>)> {
        let mut woke = Vec::new();
        while let Some(due) = self.alarm.filter(|due| *due < at) {
            self.alarm = None;
            let followed = self.step(due, Input::Woke);
            if !followed.is_empty() {
                woke.push((due, followed));
            }
        }
        woke
    }

    pub(crate) fn play(&mut self, at: Timestamp, happened: &str) -> Vec<String> {
        let words: Vec<&str> = happened.split_whitespace().collect();
        let signal = match words.as_slice() {
            ["load", path] => return self.load(at, path, "en"),
            ["load", path, language] => return self.load(at, path, language),
            ["explain", id] => return self.explain(at, id),
            ["other-tab", "shows"] => {
                self.taken = true;
                return Vec::new();
            }
            ["other-tab", "closes"] => {
                self.taken = false;
                return Vec::new();
            }
            ["endpoint", status] => {
                self.status = status.parse().unwrap_or(0);
                return Vec::new();
            }
            ["online"] => return self.step(at, Input::Hurry),
            ["page", path] => return self.step(at, Input::Page(path)),
            ["show", id] => return self.step(at, Input::Show(id)),
            ["choose", word] => return self.act(at, Act::Choose(*word == "yes")),
            ["rate", rating] => return self.act(at, Act::Rate(rating.parse().unwrap())),
            ["write", text @ ..] => return self.act(at, Act::Write(&text.join(" "))),
            ["next"] => return self.act(at, Act::Next),
            ["skip"] => return self.act(at, Act::Skip),
            ["back"] => return self.act(at, Act::Back),
            ["close"] => return self.act(at, Act::Close),
            ["interact"] => Signal::Interacted,
            ["visible"] => Signal::Visible(true),
            ["hidden"] => Signal::Visible(false),
            ["pointer-back"] => Signal::PointerBack,
            ["event", name] => Signal::Event(name),
            ["click", position] => Signal::Clicked(position.parse().unwrap()),
            ["exit", rest @ ..] => Signal::PointerLeft(departure(rest)),
            ["layout", height] => reading(0.0, number(height), Duration::days(1)),
            ["scroll", percent] => {
                reading(HEIGHT * number(percent) / 100.0 - VIEW, HEIGHT, Duration(50))
            }
            ["scroll", percent, "of", height] => {
                reading(number(height) * number(percent) / 100.0 - VIEW, number(height), Duration(50))
            }
            ["scroll", percent, "in", container] => {
                let top = HEIGHT * number(percent) / 100.0 - VIEW;
                Signal::Scrolled(container, Reading { top: top.max(0.0), view: VIEW, height: HEIGHT, idle: Duration(50) })
            }
            ["jump", percent] => {
                reading(HEIGHT * number(percent) / 100.0 - VIEW, HEIGHT, Duration::seconds(3))
            }
            _ => panic!("unknown in a timeline: {happened}"),
        };
        self.step(at, Input::Signal(signal))
    }

    /// A new document: the engine begins anew with what was remembered.
    fn load(&mut self, at: Timestamp, path: &str, language: &str) -> Vec<String> {
        self.seed += 1;
        let mut memory = self.stored.clone();
        if memory.session == Session::default() {
            memory.session.started = at;
        }
        self.engine = Engine::new(self.definition, memory, language.into(), self.seed);
        self.alarm = None;
        let mut followed = self.step(at, Input::Signal(Signal::Visible(true)));
        for item in self.kept.clone() {
            followed.extend(self.step(at, Input::Pending(item)));
        }
        followed.extend(self.step(at, Input::Page(path)));
        followed.extend(self.step(at, Input::Signal(reading_of(0.0, HEIGHT, Duration::days(1)))));
        followed
    }

    fn act(&mut self, at: Timestamp, act: Act<'_>) -> Vec<String> {
        self.step(at, Input::Act(act))
    }

    fn explain(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(told) = self.engine.explain(at, id) else { return vec!["no such survey".into()] };
        let mut words = vec![format!("hold {}", hold(&told))];
        let until = told.hold.map(|hold| hold.until()).filter(|until| *until != Timestamp::NEVER);
        words.extend(until.map(|until| format!("until {}", until.rfc3339())));
        words.extend(told.triggers.iter().map(|truth| format!("{truth:?}").to_lowercase()));
        words
    }

    fn step(&mut self, at: Timestamp, input: Input<'_>) -> Vec<String> {
        let mut followed = Vec::new();
        let mut next = Vec::new();
        self.engine.step(at, input, &mut |effect| match effect {
            Effect::Claim if self.taken => {
                followed.push("refused".into());
                next.push(Next::Refused);
            }
            Effect::Claim => next.push(Next::Claimed),
            Effect::Release => {}
            Effect::WakeAt(due) => self.alarm = Some(due),
            Effect::Remember(memory) => {
                self.stored = Memory { session: self.stored.session.clone(), ..memory.clone() };
                followed.push(remembered(memory));
            }
            Effect::RememberSession(session) => {
                if session.articles != self.stored.session.articles {
                    followed.push(format!("remember {} articles", session.articles.len()));
                }
                self.stored.session = session.clone();
            }
            Effect::Render(screen) => followed.push(on_display(screen)),
            Effect::Close => followed.push("close".into()),
            Effect::Shown { survey, trigger, .. } => followed.push(format!("shown {survey} by {trigger}")),
            Effect::Answered { .. } => {}
            Effect::Completed => followed.push("completed".into()),
            Effect::Dismissed => followed.push("dismissed".into()),
            Effect::Keep { at, interview, .. } => {
                let item = Item::new(interview.id.clone(), interview.rev, interview.state(), 1_000, at);
                self.kept.retain(|kept| kept.id != item.id);
                self.kept.push(item.clone());
                next.push(Next::Pending(item));
                followed.push(sent(interview));
            }
            Effect::Post { id, rev } => {
                if self.status != 200 {
                    followed.push(format!("post rev={rev} gets {}", self.status));
                }
                next.push(Next::Replied(id.to_owned(), rev));
            }
            Effect::Discard(id) => {
                self.kept.retain(|item| item.id != id);
                followed.push("taken".into());
            }
        });
        // What follows from an effect waits until all effects are carried out, as in a browser.
        for input in next {
            followed.extend(match input {
                Next::Refused => self.step(at, Input::Refused),
                Next::Claimed => self.step(at, Input::Claimed(self.stored.clone())),
                Next::Pending(item) => self.step(at, Input::Pending(item)),
                Next::Replied(id, rev) => {
                    let reply = Reply::of(self.status, None);
                    self.step(at, Input::Replied { id: &id, rev, reply })
                }
            });
        }
        followed
    }
}

/// What carrying out an effect leads to.
enum Next {
    Refused,
    Claimed,
    Pending(Item),
    Replied(String, u32),
}

fn hold(told: &Explanation) -> String {
    match told.hold {
        None => "none".into(),
        Some(Hold::Audience(Truth::Unknown)) => "unknown".into(),
        Some(Hold::Audience(_)) => "audience".into(),
        Some(Hold::Frequency(soon)) => match soon.on {
            None => "newcomer".into(),
            Some(On::Shown) => "shown".into(),
            Some(On::Outcome(outcome)) => format!("{outcome:?}").to_lowercase(),
        },
        Some(Hold::Delay(_)) => "delay".into(),
        Some(hold) => format!("{hold:?}").to_lowercase(),
    }
}

fn number(text: &str) -> f64 {
    text.trim_end_matches(['%', 'p', 'x']).parse().unwrap()
}

fn reading(top: f64, height: f64, idle: Duration) -> Signal<'static> {
    reading_of(top.max(0.0), height, idle)
}

fn reading_of(top: f64, height: f64, idle: Duration) -> Signal<'static> {
    Signal::Scrolled("", Reading { top, view: VIEW, height, idle })
}

/// `exit` alone is a quick departure by the top; words change one fact of it.
fn departure(words: &[&str]) -> Departure {
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

fn remembered(memory: &Memory) -> String {
    let last = memory.displays.last();
    last.map_or("remember number".into(), |it| format!("remember {:?}", it.outcome).to_lowercase())
}

fn on_display(screen: &Screen<'_>) -> String {
    let name = if screen.question.is_empty() { "thanks" } else { screen.question };
    let mut text = format!("screen {name}");
    if screen.language != "en" {
        text += &format!(" in {} \"{}\"", screen.language, screen.title);
    }
    match screen.given {
        Some(Value::Text(given)) if screen.kind == "text" => text += &format!(" with {given:?}"),
        Some(Value::Text(given)) => text += &format!(" with {given}"),
        Some(Value::Rating(rating)) => text += &format!(" with {rating}"),
        None => {}
    }
    if let Some(mistake) = screen.mistake {
        text += &format!(" ({mistake:?})");
    }
    text
}

fn sent(interview: &Interview<'_>) -> String {
    let state = format!("{:?}", interview.state()).to_lowercase();
    let mut told = format!("send rev={} {state}", interview.rev);
    for answered in interview.all_answered() {
        told += &match answered.value {
            Value::Rating(rating) => format!(" {}={rating}", answered.question),
            Value::Text(text) => format!(" {}={text:?}", answered.question),
        };
    }
    told
}
