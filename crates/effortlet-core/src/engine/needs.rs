//! What the sensors have to listen to; what no trigger needs is not listened to.

use crate::definition::Definition;
use crate::trigger::Trigger;
use alloc::vec::Vec;
use crate::{
    audience::{Fact, Source}, source::Value, trigger::{Goal, Moment, Rare},
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs<'a> {
    /// Signs of life.
    pub attention: bool,
    pub exit: bool,
    /// What scrolls: a selector, or empty for the page itself; one for each trigger. Read and
    /// reported by these names.
    pub scrolls: Vec<&'a str>,
    /// What clicks are waited for. Reported by position.
    pub clicks: Vec<Clickable<'a>>,
    /// Articles that were read; what nobody waits for is not remembered.
    pub(super) articles: bool,
    /// Whether newcomers are left alone at first.
    pub(super) settling: bool,
    /// Selectors of elements whose ends are waited for.
    pub ends: Vec<&'a str>,
    /// Names of events from the page's DOM, and from its data layer.
    pub dom_events: Vec<&'a str>,
    pub data_layer_events: Vec<&'a str>,
    /// Clicks on what the page has marked with a survey's id.
    pub marks: bool,
    /// That the document is left.
    pub leaving: bool,
    /// How fast a finger scrolls the page.
    pub swipes: bool,
    /// What audiences have to be told.
    pub facts: Vec<Fact<'a>>,
    /// What pages lead to; what is remembered of the visit, where it began and where it came from, of
    /// the visitor, and of answers.
    pub(super) dead_ends: bool,
    pub(super) trail: bool,
    pub(super) entry: bool,
    pub(super) referrer: bool,
    pub(super) history: bool,
    pub(super) answers: bool,
}

/// What a click has to be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clickable<'a> {
    pub selector: &'a str,
    /// What has to stand on it; anything where empty.
    pub text: &'a str,
}

impl<'a> Needs<'a> {
    pub(super) fn of(definition: &'a Definition<'a>) -> Self {
        let mut needs = Self::default();
        for survey in &definition.surveys {
            needs.settling |= survey.frequency.settles();
            for moment in &survey.triggers.moments {
                match &moment.trigger {
                    Trigger::ExitIntent { .. } => needs.exit = true,
                    Trigger::Scroll { container, .. } => {
                        if let Trigger::Scroll { goal: Goal::End, .. } = moment.trigger {
                            needs.ends.push(container);
                            // They are read with the page.
                            needs.scrolls.push("");
                            needs.attention = true;
                            continue;
                        }
                        needs.scrolls.push(container);
                    }
                    Trigger::Click { selector, text } => needs.clicks.push(Clickable { selector, text }),
                    Trigger::HelpCenter { .. } => needs.articles = true,
                    Trigger::Event { .. } => {}
                    Trigger::Rare(_) => {}
                }
                needs.note(moment);
            }
            needs.note_audience(survey);
            needs.note_texts(survey);
        }
        needs.attention |= needs.exit || !needs.scrolls.is_empty();
        needs
    }

    fn note(&mut self, moment: &Moment<'a>) {
        self.trail |= moment.defer;
        match &moment.trigger {
            Trigger::ExitIntent { touch, .. } => self.swipes |= touch.fast_scroll_up,
            Trigger::Event { name, terms } => {
                let names = match terms.from {
                    1 => &mut self.dom_events,
                    2 => &mut self.data_layer_events,
                    _ => return,
                };
                names.push(name);
                if !terms.cancel_on.is_empty() {
                    names.push(terms.cancel_on);
                }
            }
            Trigger::Rare(rare) => match rare {
                Rare::Searches(_) | Rare::SearchWithoutClick(_) | Rare::PingPong(_) => {
                    self.trail = true;
                    self.attention |= matches!(rare, Rare::SearchWithoutClick(_));
                }
                Rare::ContactAfter(_) => self.articles = true,
                Rare::ArticleFor(_) | Rare::Active(_) | Rare::Idle(_) => self.attention = true,
                Rare::DeadEnd => self.dead_ends = true,
                Rare::SectionLeave(_) => (self.trail, self.leaving) = (true, true),
                Rare::Marked => self.marks = true,
                Rare::Link => {}
            },
            _ => {}
        }
    }

    fn note_texts(&mut self, survey: &crate::survey::Survey<'a>) {
        let title = Fact { source: Source::Title, name: "" };
        if survey.names_title && !self.facts.contains(&title) {
            self.facts.push(title);
        }
    }

    fn note_audience(&mut self, survey: &crate::survey::Survey<'a>) {
        let Self { trail, entry, referrer, history, answers, facts, .. } = self;
        let kind = &mut |key: &str, condition: &Value| match key {
            "referrer" => (*trail, *referrer) = (true, true),
            "entry" | "utm" => (*trail, *entry) = (true, true),
            "visitor" => {
                let asks = |name| *condition.field(name) != Value::Absent;
                *trail |= asks("pageViews");
                *history |= asks("is") || asks("visits") || asks("days");
            }
            "answered" => *answers = true,
            _ => {}
        };
        survey.audience.needs(kind, &mut |fact| {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        });
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::definition;
    use crate::edition::FULL;
    use crate::source::is_selector;
    use crate::template;
    use serde_json::json;

    #[test]
    fn an_event_is_listened_to_where_it_comes_from_and_so_is_what_cancels_it() {
        let event = |name: &str, from: &str, cancel_on: Option<&str>| {
            json!({ "event": { "name": name, "from": from, "cancelOn": cancel_on } })
        };
        let triggers = [
            event("told", "track", Some("untold")),
            event("a", "dom", Some("b")),
            event("c", "dataLayer", Some("d")),
            event("e", "dom", None),
        ];
        let survey = json!({ "id": "s", "template": "effort-10", "triggers": { "any": triggers } });
        let document = Value::from(&json!({ "version": 1, "surveys": [survey] }));
        let (definition, problems) = definition::read(&document, &template::ALL, &FULL, is_selector);
        assert_eq!(problems, []);
        let needs = Needs::of(&definition);
        assert_eq!((needs.dom_events, needs.data_layer_events), (vec!["a", "b", "e"], vec!["c", "d"]));
    }
}
