//! What the engine wants done on the simulated device: carried out as `src/runtime.js`, `store.js`
//! and `lock.js` do, and told to the oracle.

use super::{Claim, Device};
use crate::oracle::{Asking, Place};
use effortlet_core::engine::{Effect, Input};
use effortlet_core::memory::{Memory, Session};
use effortlet_core::time::Timestamp;

/// An effect that outlives its step.
enum Done {
    Claim,
    Release,
    Remember(Memory),
    RememberSession(Session),
    Render,
    Close,
    WakeAt(i64),
    Shown(String, bool),
    Outcome(&'static str),
}

impl Device<'_> {
    pub(super) fn tell(&mut self, tab: usize, input: Input<'_>) -> Result<(), String> {
        let mut all = Vec::new();
        let at = Timestamp(self.now());
        self.tabs[tab].page.engine.step(at, input, &mut |effect| all.extend(done(effect)));
        let shown = all.iter().find_map(|done| match done {
            Done::Shown(survey, wanted) => Some((survey.clone(), *wanted)),
            _ => None,
        });
        for done in all {
            if matches!(done, Done::Render) && !self.tabs[tab].page.showing {
                let (survey, wanted) = shown.clone().ok_or("something is rendered and not said to be shown")?;
                self.begin(tab, &survey, wanted)?;
                if self.reloads > 0 {
                    self.reloads -= 1;
                    let path = self.tabs[tab].page.path;
                    return self.load(tab, path, false);
                }
            }
            self.carry_out(tab, done);
        }
        Ok(())
    }

    fn begin(&mut self, tab: usize, survey: &str, wanted: bool) -> Result<(), String> {
        let at = self.now();
        let it = &mut self.tabs[tab];
        it.page.showing = true;
        let refuses = it.page.refused.is_some();
        let place = if refuses { Place::Page(it.page.id) } else { Place::Device };
        let session = it.began.filter(|_| !refuses).unwrap_or(it.page.began);
        self.oracle.show(survey, Asking { at, tab: it.number, place, session, wanted }, self.tally)
    }

    fn carry_out(&mut self, tab: usize, done: Done) {
        let (now, elapsed) = (self.now(), self.elapsed);
        let it = &mut self.tabs[tab];
        match done {
            Done::Claim => {
                self.count += 1;
                self.claims.push(Claim { id: self.count, page: it.page.id, granted: None });
            }
            Done::Release => {
                if it.page.held.is_some_and(|held| self.lock == Some((it.page.id, held))) {
                    self.lock = None;
                }
            }
            Done::Remember(memory) => *it.page.refused.as_mut().unwrap_or(&mut self.stored) = memory,
            Done::RememberSession(session) if it.page.refused.is_none() => it.stored = Some(session),
            Done::WakeAt(at) => it.page.alarm = Some(elapsed + (at - now).clamp(0, i64::from(i32::MAX))),
            Done::Outcome(outcome) => self.oracle.end(now, outcome),
            Done::Close => {
                it.page.showing = false;
                self.oracle.close(it.number);
            }
            Done::RememberSession(_) | Done::Render | Done::Shown(..) => {}
        }
    }
}

fn done(effect: Effect<'_>) -> Option<Done> {
    Some(match effect {
        Effect::Claim => Done::Claim,
        Effect::Release => Done::Release,
        Effect::Remember(memory) => Done::Remember(memory.clone()),
        Effect::RememberSession(session) => Done::RememberSession(session.clone()),
        Effect::Render(_) => Done::Render,
        Effect::Close => Done::Close,
        Effect::WakeAt(at) => Done::WakeAt(at.0),
        Effect::Shown { survey, trigger, .. } => Done::Shown(survey.into(), trigger == "show"),
        Effect::Answered { .. } => Done::Outcome("partial"),
        Effect::Completed => Done::Outcome("answered"),
        Effect::Dismissed => Done::Outcome("dismissed"),
        Effect::Keep { .. } | Effect::Post { .. } | Effect::Discard(_) | Effect::Rest | Effect::Locate => return None,
        Effect::RememberHistory(_) | Effect::RememberTrail(..) | Effect::Ask | Effect::Inspect => return None,
    })
}
