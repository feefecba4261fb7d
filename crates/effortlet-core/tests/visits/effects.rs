//! What the engine wants done on the simulated device: carried out as `src/runtime.js`, `store.js`,
//! `lock.js` and `full.js` do, and told to the oracle.

use super::{Claim, Device};
use crate::oracle::Asking;
use crate::tally::Tried;
use crate::wish::told;
use effortlet_core::engine::{Circumstances, Effect, Input};
use effortlet_core::memory::{Memory, Session, Trail};
use effortlet_core::time::Timestamp;

/// An effect that outlives its step.
enum Done {
    Claim,
    Release,
    Remember(Memory),
    RememberSession(Session),
    RememberTrail(Trail),
    AwaitQuietMoment,
    GatherFacts,
    Render,
    Close,
    WakeAt(i64),
    Shown(String, &'static str),
    Outcome(&'static str),
}

impl Device<'_> {
    pub(super) fn tell(&mut self, tab: usize, input: Input) -> Result<(), String> {
        let mut all = self.step(tab, input);
        if !self.tabs[tab].page.showing && all.iter().any(|done| matches!(done, Done::Render)) {
            // Whatever happens before that, a reload among it, it is remembered already.
            all.extend(self.step(tab, Input::Seen));
        }
        let shown = all.iter().find_map(|done| match done {
            Done::Shown(survey, word) => Some((survey.clone(), *word)),
            _ => None,
        });
        let asked = all.iter().any(|done| matches!(done, Done::GatherFacts));
        for done in all {
            if matches!(done, Done::Render) && !self.tabs[tab].page.showing {
                let (survey, word) = shown.clone().ok_or("something is rendered and not said to be shown")?;
                self.begin(tab, &survey, word)?;
                if self.reloads > 0 {
                    self.reloads -= 1;
                    let (path, link) = (self.tabs[tab].page.path, self.tabs[tab].page.link);
                    return self.load(tab, path, false, link);
                }
            }
            self.carry_out(tab, done);
        }
        if asked {
            self.tally.count(Tried::Asked);
            let facts = told(&self.tabs[tab].page.engine.needs().facts, &self.facts);
            return self.tell(tab, Input::Gathered(Circumstances { manners: None, facts }));
        }
        Ok(())
    }

    fn step(&mut self, tab: usize, input: Input) -> Vec<Done> {
        let mut all = Vec::new();
        let at = Timestamp(self.now());
        self.tabs[tab].page.engine.step(at, input, &mut |effect| all.extend(done(effect)));
        all
    }

    fn begin(&mut self, tab: usize, survey: &str, word: &'static str) -> Result<(), String> {
        let at = self.now();
        let it = &mut self.tabs[tab];
        it.page.showing = true;
        let session = it.began.filter(|_| it.page.refused.is_none()).unwrap_or(it.page.began);
        let (spot, asked, busy) = (it.spot(), it.page.asked, it.page.busy);
        let asking = Asking { at, spot, session, word, asked, busy, facts: self.facts };
        self.oracle.show(survey, asking, self.tally)
    }

    fn carry_out(&mut self, tab: usize, done: Done) {
        let (now, elapsed) = (self.now(), self.elapsed);
        let it = &mut self.tabs[tab];
        match done {
            Done::Claim => {
                self.count += 1;
                it.page.asked = now;
                self.claims.push(Claim { id: self.count, page: it.page.id, granted: None });
            }
            Done::Release => {
                if it.page.held.is_some_and(|held| self.lock == Some((it.page.id, held))) {
                    self.lock = None;
                }
            }
            Done::Remember(memory) => *it.page.refused.as_mut().unwrap_or(&mut self.stored) = memory,
            Done::RememberSession(session) if it.page.refused.is_none() => it.stored = Some(session),
            Done::RememberTrail(trail) if it.page.refused.is_none() => it.trail = trail,
            Done::RememberTrail(trail) => it.page.trail = trail,
            Done::AwaitQuietMoment => {
                it.page.rests = true;
                self.tally.count(Tried::Busy);
            }
            Done::WakeAt(at) => it.page.alarm = Some(elapsed + (at - now).clamp(0, i64::from(i32::MAX))),
            Done::Outcome(outcome) => self.oracle.end(now, outcome),
            Done::Close => {
                it.page.showing = false;
                self.oracle.close(it.number);
            }
            Done::RememberSession(_) | Done::Render | Done::Shown(..) | Done::GatherFacts => {}
        }
    }
}

fn done(effect: Effect<'_>) -> Option<Done> {
    Some(match effect {
        Effect::Claim => Done::Claim,
        Effect::Release => Done::Release,
        Effect::Remember(memory) => Done::Remember(memory.clone()),
        Effect::RememberSession(session) => Done::RememberSession(session.clone()),
        Effect::RememberTrail(trail, _) => Done::RememberTrail(trail.clone()),
        Effect::AwaitQuietMoment => Done::AwaitQuietMoment,
        Effect::GatherFacts => Done::GatherFacts,
        Effect::Render(_) => Done::Render,
        Effect::Close => Done::Close,
        Effect::WakeAt(at) => Done::WakeAt(at.0),
        Effect::Shown { survey, trigger, .. } => Done::Shown(survey.into(), trigger),
        Effect::Answered { .. } => Done::Outcome("partial"),
        Effect::Completed => Done::Outcome("answered"),
        Effect::Dismissed => Done::Outcome("dismissed"),
        Effect::Keep { .. } | Effect::Deliver(_) | Effect::DetectSection | Effect::RememberHistory(_) => return None,
        Effect::FindLinkTargets | Effect::PutBack | Effect::SleepUntil(_) => return None,
    })
}
