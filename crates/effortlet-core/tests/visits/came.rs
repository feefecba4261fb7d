//! Says of every nudge whether its trigger came: on this page view, or put off on the one before.

use crate::oracle::Place;
use crate::plan::{On, Plan};
use crate::tally::{Tally, Tried};
use crate::wish::Facts;

/// Where triggers come: in a tab whose storage works, or in a page whose storage refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) tab: usize,
    pub(crate) place: Place,
}

/// Something that may be a trigger.
#[derive(Clone, Copy)]
pub(crate) struct Happening<'h> {
    pub(crate) at: i64,
    pub(crate) spot: Spot,
    pub(crate) on: On,
    /// The survey that a link names.
    pub(crate) link: Option<&'h str>,
    /// What the page says at that moment.
    pub(crate) facts: Facts,
}

/// A survey that may be asked once from `due` on, as the visitor's clock says.
#[derive(Clone, Copy, Debug)]
struct Chance {
    survey: &'static str,
    word: &'static str,
    due: i64,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    AtOnce,
    Delayed,
    Deferred,
    /// Its audience said no when its trigger came, so that it is none after its delay either.
    Barred,
}

#[derive(Debug)]
struct View {
    spot: Spot,
    chances: Vec<Chance>,
    /// To the next page view.
    put_off: Vec<Chance>,
    /// The clock was set while the document was open: its timers were set by another one, and nobody
    /// can say how long something waits.
    unsure: bool,
}

/// The page views that are open.
#[derive(Default)]
pub(crate) struct Came(Vec<View>);

/// What cannot be shown is let go after so long.
const PATIENCE: i64 = 30_000;
/// What was put off waits for the next page for so long.
const HALF_HOUR: i64 = 1_800_000;

impl Came {
    /// Another page view begins there; what was triggered on the last one is over, unless it was
    /// put off, or only the query is another one.
    pub(crate) fn turn(&mut self, spot: Spot, at: i64, by_query: bool) {
        let view = self.view(spot);
        if !by_query {
            view.chances.clear();
        }
        let mut arrived = std::mem::take(&mut view.put_off);
        arrived.retain(|chance| at <= chance.due + HALF_HOUR);
        arrived.iter_mut().for_each(|chance| chance.due = chance.due.max(at));
        view.chances.append(&mut arrived);
    }

    pub(crate) fn happen(&mut self, plan: &Plan, happening: Happening<'_>, tally: &mut Tally) {
        let Happening { at, spot, on, link, facts } = happening;
        let view = self.view(spot);
        for survey in plan.surveys.iter().filter(|survey| link.is_none_or(|link| link == survey.id)) {
            for trigger in survey.triggers.iter().filter(|trigger| trigger.on == on) {
                let says = survey.wish.as_ref().map(|wish| wish.says(&facts));
                match says {
                    Some(None) => tally.count(Tried::Unknown),
                    Some(Some(false)) => tally.count(Tried::Unwished),
                    _ => {}
                }
                let kind = match trigger.delay {
                    _ if trigger.defer => Kind::Deferred,
                    0 => Kind::AtOnce,
                    // Whom it is for is asked when the trigger comes, and again when the delay is over.
                    _ if says == Some(Some(false)) => Kind::Barred,
                    _ => Kind::Delayed,
                };
                let (survey, word) = (survey.id, on.word());
                let chance = Chance { survey, word, due: at + trigger.delay, kind };
                match kind {
                    // However often it is put off, it is put off to one page view, and asked there once.
                    Kind::Deferred => {
                        view.put_off.retain(|it| it.survey != survey);
                        view.put_off.push(chance);
                    }
                    _ => view.chances.push(chance),
                }
            }
        }
    }

    /// The page says something else from now on.
    pub(crate) fn learn(&self, plan: &Plan, at: i64, facts: &Facts, tally: &mut Tally) {
        for chance in self.0.iter().flat_map(|view| &view.chances) {
            let wish = plan.surveys.iter().find(|survey| survey.id == chance.survey).and_then(|it| it.wish.as_ref());
            if chance.kind == Kind::Barred && at < chance.due && wish.and_then(|wish| wish.says(facts)) == Some(true) {
                tally.count(Tried::Swayed);
            }
        }
    }

    /// The clock is set.
    pub(crate) fn doubt(&mut self) {
        self.0.iter_mut().for_each(|view| view.unsure = true);
    }

    /// The document that was open in this tab is gone.
    pub(crate) fn leave(&mut self, tab: usize) {
        self.0.iter_mut().filter(|view| view.spot.tab == tab).for_each(|view| view.unsure = false);
    }

    /// A survey is shown that has asked for the stage at this time. Each time a trigger comes it
    /// shows its survey once, after its delay, and no later than a nudge waits.
    pub(crate) fn take(
        &mut self,
        spot: Spot,
        asked: i64,
        survey: &str,
        word: &str,
        tally: &mut Tally,
    ) -> Result<(), String> {
        if !["event", "click", "link"].contains(&word) {
            return Ok(());
        }
        let view = self.view(spot);
        let fits = |it: &Chance| {
            let waited = it.due <= asked && (view.unsure || asked <= it.due + PATIENCE);
            it.survey == survey && it.word == word && it.kind != Kind::Barred && waited
        };
        let Some(position) = view.chances.iter().position(fits) else {
            return Err(format!("{survey} by {word} at {asked}, for which there was only {view:?}"));
        };
        let chance = view.chances.remove(position);
        match chance.kind {
            Kind::AtOnce if word == "link" => tally.count(Tried::Linked),
            Kind::AtOnce | Kind::Barred => {}
            Kind::Delayed => tally.count(Tried::Delayed),
            Kind::Deferred => tally.count(Tried::Deferred),
        }
        Ok(())
    }

    fn view(&mut self, spot: Spot) -> &mut View {
        let known = self.0.iter().position(|view| view.spot == spot);
        let position = known.unwrap_or_else(|| {
            self.0.push(View { spot, chances: Vec::new(), put_off: Vec::new(), unsure: false });
            self.0.len() - 1
        });
        &mut self.0[position]
    }
}
