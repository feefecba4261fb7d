//! What a line of a timeline says that happened, as the input that it is. Never says what follows.

use super::Stage;
use super::endpoint::Endpoint;
use crate::words::{HEIGHT, MANNERS, VIEW, departure, end_reading, looked, number, reading, scrolled, word_on};
use effortlet_core::answer::Act;
use effortlet_core::engine::Input;
use effortlet_core::manners::Manners;
use effortlet_core::memory::Session;
use effortlet_core::signal::{Means, Reading, Signal};
use effortlet_core::source;
use effortlet_core::time::{Duration, Timestamp};

impl Stage<'_> {
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
            ["endpoint", answers @ ..] => {
                self.delivery.endpoint = Endpoint::new(answers);
                return Vec::new();
            }
            ["others", does] => {
                self.delivery.others_post = *does == "post";
                return Vec::new();
            }
            ["turn"] => return self.step(at, Input::Turn(self.delivery.left())),
            ["nudges", does] => {
                self.hides = *does == "hidden";
                return Vec::new();
            }
            ["armed"] => return self.step(at, Input::Armed),
            ["seen"] => return self.step(at, Input::Seen),
            ["removed"] => return self.step(at, Input::Displaced { with_body: false }),
            ["removed", "with-body"] => return self.step(at, Input::Displaced { with_body: true }),
            ["lost"] => return self.step(at, Input::Lost),
            ["online"] => return self.step(at, Input::Hurry),
            ["away"] => return self.step(at, Input::Leave),
            ["stirred"] => return self.step(at, Input::Stirred),
            ["page", path] => return self.turn(at, path, ""),
            ["busy", with] => {
                self.manners = MANNERS.iter().position(|word| word == with).map(|at| Manners::ALL[at]);
                return Vec::new();
            }
            ["free"] => {
                self.manners = None;
                Signal::QuietMoment
            }
            ["says", signs @ ..] => {
                self.signs = vec![signs.join(" ")];
                return Vec::new();
            }
            ["fact", name, value @ ..] => {
                let value = serde_json::from_str::<serde_json::Value>(&value.join(" ")).unwrap();
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
            ["pick", options, other @ ..] => return self.act(at, pick(options, other)),
            ["next"] => return self.act(at, Act::Next),
            ["draft"] => return self.step(at, Input::Draft(None)),
            ["draft", "pick", options, other @ ..] => return self.step(at, Input::Draft(Some(pick(options, other)))),
            ["draft", text @ ..] => return self.step(at, Input::Draft(Some(Act::Write(text.join(" "))))),
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

    fn act(&mut self, at: Timestamp, act: Act) -> Vec<String> {
        self.step(at, Input::Act(act))
    }
}

/// By the positions of the options.
fn pick(options: &str, other: &[&str]) -> Act {
    let chosen = options.split('+').map(|option| 1 << option.parse::<u32>().unwrap()).sum();
    Act::Pick(chosen, other.join(" "))
}
