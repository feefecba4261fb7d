//! Says of every nudge whether the rules allow it, from what was seen of the visit alone.

use crate::came::{Came, Happening, Spot};
use crate::plan::{Plan, Planned};
use crate::rule::{Per, Rule};
use crate::tally::{Tally, Tried};
use crate::wish::Facts;

/// Where a display is remembered: on the device, or in a page whose storage refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Device,
    Page(u64),
}

/// The page that shows, as the oracle knows it. Moments are what the visitor's clock said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking {
    pub(crate) at: i64,
    pub(crate) spot: Spot,
    /// When the tab's first page, or that of a page whose storage refuses, was opened.
    pub(crate) session: i64,
    /// What it is shown by; `show` where the page itself asked for it, whatever the rules say.
    pub(crate) word: &'static str,
    /// When it asked for the stage.
    pub(crate) asked: i64,
    /// The visitor is in the middle of something.
    pub(crate) busy: bool,
    pub(crate) facts: Facts,
}

struct Shown {
    survey: &'static str,
    spot: Spot,
    /// A clock moved back frees nothing: never before what was remembered earlier.
    at: i64,
    ended: i64,
    outcome: &'static str,
    on_display: bool,
}

pub(crate) struct Oracle<'p> {
    plan: &'p Plan,
    shown: Vec<Shown>,
    came: Came,
    /// For each survey: the largest sample that left the visitor out, the smallest that did not.
    samples: Vec<(f64, f64)>,
}

const DAY: i64 = 86_400_000;
const NEWCOMER: i64 = 10_000;

/// Of the preset `polite`, as docs/definition.md says it.
const POLITE: [Rule; 7] = [
    Rule { all: true, on: "shown", quiet: None, max: Some((1, Per::Session)) },
    Rule { all: true, on: "shown", quiet: Some(DAY), max: None },
    own("answered", 90),
    own("partial", 30),
    own("dismissed", 30),
    own("ignored", 7),
    Rule { all: false, on: "ignored", quiet: None, max: Some((3, Per::Ever)) },
];

const fn own(on: &'static str, days: i64) -> Rule {
    Rule { all: false, on, quiet: Some(days * DAY), max: None }
}

impl<'p> Oracle<'p> {
    pub(crate) fn new(plan: &'p Plan) -> Self {
        let samples = plan.surveys.iter().map(|_| (-1.0, 101.0)).collect();
        Self { plan, shown: Vec::new(), came: Came::default(), samples }
    }

    /// A page view begins, of the same page with another query or of another one.
    pub(crate) fn turn(&mut self, spot: Spot, at: i64, by_query: bool) {
        self.came.turn(spot, at, by_query);
    }

    pub(crate) fn happen(&mut self, happening: Happening<'_>, tally: &mut Tally) {
        self.came.happen(self.plan, happening, tally);
    }

    /// The page says something else from now on.
    pub(crate) fn learn(&self, at: i64, facts: &Facts, tally: &mut Tally) {
        self.came.learn(self.plan, at, facts, tally);
    }

    /// The clock is set.
    pub(crate) fn doubt(&mut self) {
        self.came.doubt();
    }

    /// A nudge comes on display.
    pub(crate) fn show(&mut self, id: &str, asking: Asking, tally: &mut Tally) -> Result<(), String> {
        let survey = self.plan.surveys.iter().find(|survey| survey.id == id).unwrap();
        let Asking { spot, asked, word, .. } = asking;
        if let Some(other) = self.shown.iter().find(|shown| shown.on_display) {
            return Err(format!("{id} in {spot:?} while {} is on display in {:?}", other.survey, other.spot));
        }
        if word != "show" {
            self.came.take(spot, asked, id, word, tally)?;
            check_moment(survey, &asking, tally)?;
            self.check(survey, asking, tally)?;
        }
        let known = self.shown.iter().filter(|shown| shown.spot.place == spot.place);
        tally.count(Tried::Shown);
        if known.clone().count() > 0 {
            tally.count(Tried::Again);
        }
        let at = known.map(|shown| shown.ended).fold(asking.at, i64::max);
        self.shown.push(Shown { survey: survey.id, spot, at, ended: at, outcome: "ignored", on_display: true });
        Ok(())
    }

    fn check(&self, survey: &Planned, asking: Asking, tally: &mut Tally) -> Result<(), String> {
        let known: Vec<_> = self.shown.iter().filter(|shown| shown.spot.place == asking.spot.place).collect();
        if survey.polite && known.is_empty() && asking.at < asking.session + NEWCOMER {
            if asking.word != "link" {
                return Err(format!("{} to a newcomer", survey.id));
            }
            tally.count(Tried::Invited);
        }
        let preset: &[Rule] = if survey.polite { &POLITE } else { &[] };
        let replaced = |rule: &Rule| survey.rules.iter().any(|own| own.all == rule.all && own.on == rule.on);
        for rule in preset.iter().filter(|rule| !replaced(rule)).chain(&survey.rules) {
            let counted = known.iter().filter(|shown| {
                (rule.all || shown.survey == survey.id) && (rule.on == "shown" || rule.on == shown.outcome)
            });
            if let Some(quiet) = rule.quiet
                && counted.clone().any(|shown| asking.at < shown.ended + quiet)
            {
                return Err(format!("{} at {} inside the quiet time of {rule:?}", survey.id, asking.at));
            }
            let Some((max, per)) = rule.max else { continue };
            let count = counted.filter(|shown| match per {
                Per::Session => shown.spot.tab == asking.spot.tab,
                Per::Span(span) => asking.at < shown.at + span,
                Per::Ever => true,
            });
            if count.count() >= max {
                return Err(format!("{} at {} more often than {rule:?}", survey.id, asking.at));
            }
        }
        Ok(())
    }

    /// What the visitor did with the nudge on display has come to this.
    pub(crate) fn end(&mut self, at: i64, outcome: &'static str) {
        if let Some(shown) = self.shown.iter_mut().find(|shown| shown.on_display)
            && (outcome != "dismissed" || shown.outcome == "ignored")
        {
            shown.outcome = outcome;
            shown.ended = shown.ended.max(at);
        }
    }

    /// The nudge on display is gone from this tab, if it was there.
    pub(crate) fn close(&mut self, tab: usize) {
        for shown in self.shown.iter_mut().filter(|shown| shown.spot.tab == tab) {
            shown.on_display = false;
        }
    }

    /// The document that was open in this tab is gone, and all that was in it.
    pub(crate) fn leave(&mut self, tab: usize) {
        self.close(tab);
        self.came.leave(tab);
    }

    /// The device's visitor is in the sample of a survey, or is not.
    pub(crate) fn sample(&mut self, survey: usize, percent: f64, within: bool, tally: &mut Tally) -> Result<(), String> {
        let (out, inside) = &mut self.samples[survey];
        if within {
            *inside = inside.min(percent);
        } else {
            *out = out.max(percent);
        }
        tally.count(Tried::Sampled);
        if out < inside { Ok(()) } else { Err(format!("left out of a sample of {out} %, but in one of {inside} %")) }
    }
}

/// Never into the middle of something, and never to whom it is not sure to be for.
fn check_moment(survey: &Planned, asking: &Asking, tally: &mut Tally) -> Result<(), String> {
    if asking.busy {
        return Err(format!("{} to a visitor who is busy", survey.id));
    }
    let Some(wish) = &survey.wish else { return Ok(()) };
    tally.count(Tried::Wished);
    match wish.says(&asking.facts) {
        Some(true) => Ok(()),
        says => Err(format!("{} where {wish:?} of {:?} is {says:?}", survey.id, asking.facts)),
    }
}
