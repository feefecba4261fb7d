//! What holds a survey back, and what may end it. Never names a survey.

use crate::explanation::Hold;
use crate::frequency::{self, On, Over, Scope};
use crate::manners::Manners;
use crate::memory::Outcome;
use crate::phrase::say;
use crate::source::{Node, Problems, Value};
use alloc::string::String;

/// `endless` where no moment ends it: a rule of this session, or a maximum that is reached. `survey` is as it stands in
/// the document.
pub(super) fn words(hold: Hold, survey: &Value, endless: bool) -> String {
    match hold {
        Hold::Busy => "a nudge is on display on this page; wait until it is gone".into(),
        Hold::Audience(_) => "audience: it is not for this visit".into(),
        Hold::Newcomer => "frequency: a first visit is left alone for its first 10 seconds".into(),
        Hold::Frequency(on) => {
            let rules = Rules::of(survey, on);
            let (what, rule) = rule(on, rules.any_survey);
            let ever = if endless { rules.ever() } else { "" };
            say(&["frequency: ", what, " before, and the rule on ", rule, " keeps quiet", ever])
        }
        Hold::Manners(manners) => ["manners: ", busy(manners)].concat(),
        Hold::Trigger => "triggers: they have not come".into(),
        Hold::Missed => {
            "triggers: they came while something else held it back, such as a nudge in another tab; bring them about again"
                .into()
        }
        Hold::Delay => "triggers: they have come; wait for their delay".into(),
        Hold::Deferred => "triggers: they have come, and it is put off to the next page; open another one".into(),
    }
}

/// What a survey's rules about the same displays have in common.
struct Rules {
    any_survey: bool,
    of_session: bool,
    for_good: bool,
}

impl Rules {
    fn of(survey: &Value, on: On) -> Self {
        let frequency = frequency::read(Node::root(survey), &mut Problems::new());
        let any = |is: &dyn Fn(&frequency::Rule) -> bool| frequency.rules().any(|rule| rule.on == on && is(rule));
        Self {
            any_survey: any(&|rule| rule.scope == Scope::All),
            of_session: any(&|rule| rule.over == Over::Session),
            for_good: any(&|rule| rule.over == Over::Never),
        }
    }

    fn ever(&self) -> &'static str {
        match (self.of_session, self.for_good) {
            (true, false) => " for the rest of this session; a private window begins another",
            (false, true) => " for good; in a private window nothing is known of it",
            _ => " for this session, or for good",
        }
    }
}

fn rule(on: On, any_survey: bool) -> (&'static str, &'static str) {
    match on {
        On::Shown if any_survey => ("a survey was shown", "shown"),
        On::Shown => ("it was shown", "shown"),
        On::Outcome(Outcome::Answered) => ("it was answered", "answered"),
        On::Outcome(Outcome::Partial) => ("it was answered in part", "partial"),
        On::Outcome(Outcome::Dismissed) => ("it was closed without an answer", "dismissed"),
        On::Outcome(Outcome::Ignored) => ("it was shown and not touched", "ignored"),
        On::Outcome(Outcome::Snoozed) => ("it was put off", "snoozed"),
    }
}

fn busy(manners: Manners) -> &'static str {
    match manners {
        Manners::Dialog => "a dialog or a popover is open; close it",
        Manners::FullScreen => "something fills the screen; leave it",
        Manners::Typing => "the visitor typed in the last 3 seconds; wait",
        Manners::Selecting => "words are selected; click elsewhere",
        Manners::Video => "a video is playing with its sound on; pause it",
        Manners::Keyboard => "a field of a touch screen has the focus, and its keyboard is open; leave the field",
        Manners::Away => "the page is in a tab that nobody looks at; open it",
    }
}
