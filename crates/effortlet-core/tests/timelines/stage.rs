//! The engine with a recorder in the place of the browser.

use effortlet_core::answer::Act;
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Effect, Engine, Input};
use effortlet_core::memory::{Memory, Session};
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::response::State;
use effortlet_core::screen::{Body, Screen};
use effortlet_core::signal::{Departure, Distraction, Reading, Signal};
use effortlet_core::source::{Value, parse};
use effortlet_core::time::{Duration, Timestamp};

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
            ["page", path] => return self.step(at, Input::Page((*path).into())),
            ["show", id] => return self.step(at, Input::Show((*id).into())),
            ["choose", word] => return self.act(at, Act::Choose(*word == "yes")),
            ["rate", rating] => return self.act(at, Act::Rate(rating.parse().unwrap())),
            ["write", text @ ..] => return self.act(at, Act::Write(text.join(" "))),
            ["next"] => return self.act(at, Act::Next),
            ["skip"] => return self.act(at, Act::Skip),
            ["back"] => return self.act(at, Act::Back),
            ["close"] => return self.act(at, Act::Close),
            ["interact"] => Signal::Interacted,
            ["visible"] => Signal::Visible(true),
            ["hidden"] => Signal::Visible(false),
            ["pointer-back"] => Signal::PointerBack,
            ["event", name] => Signal::Event((*name).into()),
            ["click", position] => Signal::Clicked(position.parse().unwrap()),
            ["exit", rest @ ..] => Signal::PointerLeft(departure(rest)),
            ["layout", height] => reading(0.0, number(height), Duration::days(1)),
            ["scroll", percent] => {
                reading(HEIGHT * number(percent) / 100.0 - VIEW, HEIGHT, Duration(50))
            }
            ["scroll", percent, "of", height] => {
                reading(number(height) * number(percent) / 100.0 - VIEW, number(height), Duration(50))
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
        followed.extend(self.step(at, Input::Page(path.into())));
        followed.extend(self.step(at, Input::Signal(reading_of(0.0, HEIGHT, Duration::days(1)))));
        followed
    }

    fn act(&mut self, at: Timestamp, act: Act) -> Vec<String> {
        self.step(at, Input::Act(act))
    }

    fn explain(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(told) = self.engine.explain(at, id) else { return vec!["no such survey".into()] };
        let mut words = vec![format!("hold {}", told.hold.unwrap_or("none"))];
        words.extend(told.until.map(|until| format!("until {}", until.rfc3339())));
        words.extend(told.triggers.iter().map(|truth| format!("{truth:?}").to_lowercase()));
        words
    }

    fn step(&mut self, at: Timestamp, input: Input) -> Vec<String> {
        let mut followed = Vec::new();
        let mut next = Vec::new();
        for effect in self.engine.step(at, input) {
            match effect {
                Effect::Claim if self.taken => {
                    followed.push("refused".into());
                    next.push(Input::Refused);
                }
                Effect::Claim => {
                    let memory = self.stored.clone();
                    next.push(Input::Claimed(memory));
                }
                Effect::Release => {}
                Effect::WakeAt(due) => self.alarm = Some(due),
                Effect::Remember(memory) => {
                    self.stored = Memory::read(&parse(&memory.0), at);
                    followed.extend(remembered(&self.stored));
                }
                Effect::RememberSession(session) => {
                    let session = Memory::read(&parse(&format!("{{\"session\":{}}}", session.0)), at).session;
                    followed.push(format!("remember {} articles", session.articles.len()));
                    self.stored.session = session;
                }
                Effect::Render(screen) => followed.push(on_display(&screen)),
                Effect::Close => followed.push("close".into()),
                Effect::Shown { survey, trigger, .. } => followed.push(format!("shown {survey} by {trigger}")),
                Effect::Answered { .. } => {}
                Effect::Completed => followed.push("completed".into()),
                Effect::Dismissed => followed.push("dismissed".into()),
                Effect::Keep { at, id, response } => {
                    self.kept.retain(|item| item.id != id);
                    let response = parse(&response.0);
                    self.kept.push(Item::new(id, 1, State::Partial, 1_000, at));
                    followed.push(sent(&response));
                }
                Effect::Post { id, rev } => {
                    if self.status != 200 {
                        followed.push(format!("post rev={rev} gets {}", self.status));
                    }
                    let reply = Reply::of(self.status, None);
                    next.push(Input::Replied { id, rev, reply });
                }
                Effect::Discard(id) => {
                    self.kept.retain(|item| item.id != id);
                    followed.push("taken".into());
                }
            }
        }
        // What follows from an effect waits until all effects are carried out, as in a browser.
        for input in next {
            followed.extend(self.step(at, input));
        }
        followed
    }
}

fn number(text: &str) -> f64 {
    text.trim_end_matches(['%', 'p', 'x']).parse().unwrap()
}

fn reading(top: f64, height: f64, idle: Duration) -> Signal {
    reading_of(top.max(0.0), height, idle)
}

fn reading_of(top: f64, height: f64, idle: Duration) -> Signal {
    Signal::Scrolled(Reading { top, view: VIEW, height, idle })
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

fn remembered(memory: &Memory) -> Vec<String> {
    let last = memory.displays.last();
    vec![last.map_or("remember number".into(), |it| format!("remember {:?}", it.outcome).to_lowercase())]
}

fn on_display(screen: &Screen) -> String {
    let mut text = format!("screen {}", screen.name);
    if screen.language != "en" {
        text += &format!(" in {} \"{}\"", screen.language, screen.title);
    }
    match &screen.body {
        Body::YesNo { chosen: Some(yes) } => text += if *yes { " with yes" } else { " with no" },
        Body::Scale(ratings) => text += &ratings.chosen.map(|it| format!(" with {it}")).unwrap_or_default(),
        Body::Text { text: given, .. } if !given.is_empty() => text += &format!(" with \"{given}\""),
        _ => {}
    }
    if let Some(mistake) = screen.mistake {
        text += &format!(" ({mistake:?})");
    }
    text
}

fn sent(response: &Value) -> String {
    let text = |value: &Value| value.text().unwrap_or_default().to_owned();
    let rev = response.field("rev").number().unwrap_or_default();
    let mut told = format!("send rev={rev} {}", text(response.field("state")));
    for answer in response.field("answers").one_or_many() {
        let value = match answer.field("value") {
            Value::Number(rating) => rating.to_string(),
            value => format!("{:?}", text(value)),
        };
        told += &format!(" {}={value}", text(answer.field("question")));
    }
    told
}
