//! What the engine asks for, carried out as a browser would, and said in words.

use super::Stage;
use crate::words::{on_display, remembered, sent};
use effortlet_core::engine::{Effect, Input};
use effortlet_core::memory::Memory;
use effortlet_core::outbox::{Item, Posted};
use effortlet_core::time::Timestamp;
use effortlet_core::tree::Truth;

impl Stage<'_> {
    pub(super) fn step(&mut self, at: Timestamp, input: Input) -> Vec<String> {
        let mut followed = Vec::new();
        let mut next = Vec::new();
        let mut came = Vec::new();
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
                if !core::mem::replace(&mut self.is_up, true) && !self.hides {
                    next.push(Next::Seen);
                }
                followed.push(on_display(screen));
            }
            Effect::PutBack => followed.push("put back".into()),
            Effect::Close => {
                self.is_up = false;
                followed.push("close".into());
            }
            Effect::Shown { survey, trigger, .. } => {
                followed.push(format!("shown {survey} by {trigger}"));
                came.extend((trigger != "show").then(|| survey.to_owned()));
            }
            Effect::Answered { .. } => {}
            Effect::Completed => followed.push("completed".into()),
            Effect::Dismissed => followed.push("dismissed".into()),
            Effect::Keep { at, response } => {
                let item = Item::new(response.id.clone(), response.rev, response.state, 1_000, at);
                self.delivery.keep(&item);
                next.push(Next::Pending(item));
                followed.push(sent(&response));
            }
            Effect::SleepUntil(due) if due > at => {
                self.is_asleep = true;
                followed.push(format!("sleep for {} s", (due - at).0 / 1_000));
            }
            Effect::SleepUntil(_) => {
                if core::mem::take(&mut self.is_asleep) {
                    followed.push("awake".into());
                }
            }
            Effect::Deliver(errand) => self.delivery.run(&errand, &mut followed, &mut next),
        });
        for survey in came {
            let triggers = self.explanation(at, &survey).expect("it is in the definition").triggers;
            assert!(triggers.iter().any(|(truth, _)| *truth == Truth::True), "{survey} came, and explain says {triggers:?}");
        }
        // What follows from an effect waits until all effects are carried out, as in a browser.
        for input in next {
            followed.extend(match input {
                Next::Seen => self.step(at, Input::Seen),
                Next::Refused => self.step(at, Input::Refused),
                Next::Claimed => self.step(at, Input::Claimed(self.stored.clone(), self.circumstances())),
                Next::Gathered => self.step(at, Input::Gathered(self.circumstances())),
                Next::Pending(item) => self.step(at, Input::Pending(item)),
                Next::Turn => self.step(at, Input::Turn(self.delivery.left())),
                Next::Replied(posts) => {
                    let reply = self.delivery.endpoint.reply(&posts);
                    self.step(at, Input::Replied { posts, reply })
                }
            });
        }
        followed
    }
}

/// What carrying out an effect leads to.
pub(super) enum Next {
    Seen,
    Refused,
    Claimed,
    Gathered,
    Pending(Item),
    Turn,
    Replied(Vec<Posted>),
}
