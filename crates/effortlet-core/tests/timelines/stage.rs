//! The engine with a recorder in the place of the browser.

use crate::words::{
    HEIGHT, MANNERS, VIEW, departure, end_reading, hold, looked, number, on_display, page, reading, reading_of, remembered,
    scrolled, sent, spelled, word_on,
};
use effortlet_core::answer::Act;
use effortlet_core::needs::Fact;
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Circumstances, Effect, Engine, Explanation, Input};
use effortlet_core::manners::Manners;
use effortlet_core::memory::{Memory, Session, Trail};
use effortlet_core::outbox::{Item, Reply};
use effortlet_core::signal::{Means, Reading, Signal};
use effortlet_core::source;
use effortlet_core::time::{Duration, Timestamp};

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
    /// What the visitor is busy with.
    manners: Option<Manners>,
    /// What the page has to say, by its source and name.
    facts: Vec<(String, source::Value)>,
    /// What is written down of the session's way; it goes with the tab.
    trail: source::Value,
    /// Of what is on display.
    language: String,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(definition: &'a Definition<'a>) -> Self {
        let stored = Memory::default();
        let engine = Engine::new(definition, stored.clone(), "en".into(), 1);
        Self {
            definition,
            engine,
            stored,
            taken: false,
            alarm: None,
            seed: 1,
            status: 200,
            kept: Vec::new(),
            manners: None,
            facts: Vec::new(),
            trail: source::Value::Absent,
            language: String::new(),
        }
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
            ["load", path] => return self.load(at, path, "", "en"),
            ["load", path, "from", referrer] => return self.load(at, path, referrer, "en"),
            ["load", path, "in", language] => return self.load(at, path, "", language),
            ["new-tab", path] => {
                self.stored.session = Session::default();
                self.trail = source::Value::Absent;
                return self.load(at, path, "", "en");
            }
            ["explain", id] => return self.explain(at, id),
            ["other-tab", does] => {
                self.taken = *does == "shows";
                return Vec::new();
            }
            ["endpoint", status] => {
                self.status = status.parse().unwrap_or(0);
                return Vec::new();
            }
            ["online"] => return self.step(at, Input::Hurry),
            ["page", path] => return self.turn(at, path, ""),
            ["busy", with] => {
                self.manners = Manners::at(1 + MANNERS.iter().position(|word| word == with).unwrap());
                return Vec::new();
            }
            ["free"] => {
                self.manners = None;
                Signal::QuietMoment
            }
            ["fact", name, value @ ..] => {
                let value = serde_json::from_str(&value.join(" ")).unwrap();
                self.facts.retain(|(known, _)| known != name);
                self.facts.push(((*name).to_owned(), source::Value::from(&value)));
                return Vec::new();
            }
            ["find", id] => return self.find(at, id),
            ["look"] => return vec![looked(&self.engine.overview(at))],
            ["simulate", id, leaf] => return self.step(at, Input::Simulate((*id).into(), leaf.parse().unwrap())),
            ["show", id] => return self.step(at, Input::Show((*id).into())),
            ["choose", word] => return self.act(at, Act::Choose(*word == "yes", word_on(word, &self.language))),
            ["rate", rating] => return self.act(at, Act::Rate(rating.parse().unwrap())),
            ["write", text @ ..] => return self.act(at, Act::Write(text.join(" "))),
            ["pick", options, other @ ..] => {
                let chosen = options.split('+').map(|option| 1 << option.parse::<u32>().unwrap()).sum();
                return self.act(at, Act::Pick(chosen, other.join(" ")));
            }
            ["next"] => return self.act(at, Act::Next),
            ["skip"] => return self.act(at, Act::Skip),
            ["back"] => return self.act(at, Act::Back),
            ["close"] => return self.act(at, Act::Close),
            ["interact"] => Signal::Acted(Means::Press),
            ["touch"] => Signal::Acted(Means::Touch),
            ["move"] => Signal::Acted(Means::Motion),
            ["section", name @ ..] => Signal::Section(name.join(" ")),
            ["mark", id] => Signal::Marked((*id).into()),
            ["links", status, paths @ ..] => {
                let paths = paths.iter().map(|path| (*path).to_owned()).collect();
                Signal::LinkTargets(paths, status.parse().unwrap())
            }
            ["leave"] => Signal::Leaving,
            ["visible"] => Signal::Visible(true),
            ["hidden"] => Signal::Visible(false),
            ["pointer-back"] => Signal::PointerBack,
            ["event", name] => Signal::Event((*name).into(), source::Value::Absent),
            ["event", name, properties @ ..] => {
                Signal::Event((*name).into(), source::parse(&properties.join(" ")))
            }
            ["click-too", position] => Signal::ClickedToo(position.parse().unwrap()),
            ["click", position] => Signal::Clicked(position.parse().unwrap()),
            ["exit", rest @ ..] => Signal::PointerLeft(departure(rest)),
            ["layout", height] => reading(0.0, number(height), Duration::days(1)),
            ["scroll", percent] => {
                reading(HEIGHT * number(percent) / 100.0 - VIEW, HEIGHT, Duration(50))
            }
            ["scroll", percent, "of", height] => {
                reading(number(height) * number(percent) / 100.0 - VIEW, number(height), Duration(50))
            }
            ["scroll", percent, "in", container] => Signal::Scrolled((*container).into(), scrolled(percent)),
            ["end-scroll", percent, "of", element] => end_reading(number(percent), element, HEIGHT),
            ["end-scroll", percent, "of", element, "at", end] => end_reading(number(percent), element, number(end)),
            ["scroll", pixels, "px"] => reading(number(pixels), HEIGHT, Duration(50)),
            ["window", view, "at", pixels, "px"] => {
                Signal::Scrolled(String::new(), Reading { top: number(pixels), view: number(view), height: HEIGHT, idle: Duration(50) })
            }
            ["jump", percent] => {
                reading(HEIGHT * number(percent) / 100.0 - VIEW, HEIGHT, Duration::seconds(3))
            }
            _ => panic!("unknown in a timeline: {happened}"),
        };
        self.step(at, Input::Signal(signal))
    }

    /// A new document: the engine begins anew with what was remembered.
    fn load(&mut self, at: Timestamp, path: &str, referrer: &str, language: &str) -> Vec<String> {
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
        followed.extend(self.turn(at, path, referrer));
        followed.extend(self.step(at, Input::Signal(reading_of(0.0, HEIGHT, Duration::days(1)))));
        followed
    }

    /// A page view, before which the edge tells what is remembered by now.
    fn turn(&mut self, at: Timestamp, path: &str, referrer: &str) -> Vec<String> {
        let recalled = Input::Recalled(self.stored.clone(), Trail::read(&self.trail, at));
        self.engine.step(at, recalled, &mut |_| {});
        self.step(at, page(path, referrer))
    }

    /// What the page says, in the order in which the engine asks for it.
    fn circumstances(&self) -> Circumstances {
        let find = |fact: &Fact<'_>| {
            let name = format!("{:?}:{}", fact.source, fact.name).to_lowercase();
            let found = self.facts.iter().find(|(known, _)| known.to_lowercase() == name.trim_end_matches(':'));
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Circumstances { manners: self.manners, facts: self.engine.needs().facts.iter().map(find).collect() }
    }

    fn act(&mut self, at: Timestamp, act: Act) -> Vec<String> {
        self.step(at, Input::Act(act))
    }

    fn explanation(&self, at: Timestamp, id: &str) -> Option<Explanation> {
        self.engine.explanation(at, id, &self.circumstances())
    }

    fn explain(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(Explanation { hold: held, until, triggers, .. }) = self.explanation(at, id) else {
            return vec!["no such survey".into()];
        };
        let until = until.map(|until| format!("until {}", Timestamp(until as i64).rfc3339()));
        let truths = triggers.iter().map(|(truth, _)| format!("{truth:?}").to_lowercase());
        [format!("hold {}", hold(held))].into_iter().chain(until).chain(truths).collect()
    }

    /// What is observed of triggers, then of the audience.
    fn find(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(Explanation { triggers, conditions, .. }) = self.explanation(at, id) else { return Vec::new() };
        let triggers = triggers.iter().map(|(_, observed)| format!("at{}", spelled(observed)));
        let conditions = conditions.iter().map(|(truth, it)| format!("{truth:?}").to_lowercase() + &spelled(it));
        triggers.chain(conditions).collect()
    }

    fn step(&mut self, at: Timestamp, input: Input) -> Vec<String> {
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
            Effect::RememberHistory(history) => {
                followed.push(format!("remember {} visits, {} answers", history.visits, history.answers.len()));
                self.stored.history = history.clone();
            }
            Effect::RememberTrail(trail, left) => {
                // Long ago, as the time of timelines begins at 0.
                self.trail = trail.to_value(left.or(Some(Timestamp(-1_000_000_000))));
            },
            Effect::AwaitQuietMoment => followed.push("await quiet moment".into()),
            Effect::DetectSection => followed.push("detect section".into()),
            Effect::GatherFacts => next.push(Next::Gathered),
            Effect::FindLinkTargets => followed.push("find link targets".into()),
            Effect::RememberSession(session) => {
                if session.articles != self.stored.session.articles {
                    followed.push(format!("remember {} articles", session.articles.len()));
                }
                self.stored.session = session.clone();
            }
            Effect::Render(screen) => {
                self.language = screen.language.into();
                followed.push(on_display(screen));
            }
            Effect::Close => followed.push("close".into()),
            Effect::Shown { survey, trigger, .. } => followed.push(format!("shown {survey} by {trigger}")),
            Effect::Answered { .. } => {}
            Effect::Completed => followed.push("completed".into()),
            Effect::Dismissed => followed.push("dismissed".into()),
            Effect::Keep { at, response } => {
                let item = Item::new(response.id.clone(), response.rev, response.state, 1_000, at);
                self.kept.retain(|kept| kept.id != item.id);
                self.kept.push(item.clone());
                next.push(Next::Pending(item));
                followed.push(sent(&response));
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
                Next::Claimed => self.step(at, Input::Claimed(self.stored.clone(), self.circumstances())),
                Next::Gathered => self.step(at, Input::Gathered(self.circumstances())),
                Next::Pending(item) => self.step(at, Input::Pending(item)),
                Next::Replied(id, rev) => {
                    let reply = Reply::of(self.status, None);
                    self.step(at, Input::Replied { id, rev, reply })
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
    Gathered,
    Pending(Item),
    Replied(String, u32),
}
