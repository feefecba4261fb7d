//! What is said to JavaScript: lists of texts and numbers, each begun by a number that says what it
//! is. `src/runtime.js` has the effects in the same order.

use crate::page::{begin, number, text};
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Effect, Explanation, Hold, Needs};
use effortlet_core::frequency::On;
use effortlet_core::response::Value;
use effortlet_core::time::Timestamp;
use effortlet_core::tree::Truth;

pub(crate) fn effect(effect: Effect<'_>) {
    match effect {
        Effect::Claim => begin(0),
        Effect::Release => begin(1),
        // The visitor's number, then four for each display.
        Effect::Remember(memory) => {
            begin(2);
            number(memory.number.map_or(f64::NAN, f64::from));
            for display in &memory.displays {
                text(&display.survey);
                moment(display.at);
                number(f64::from(display.outcome as u8));
                moment(display.ended);
            }
        }
        Effect::RememberSession(session) => {
            begin(3);
            moment(session.started);
            for article in &session.articles {
                number(f64::from(*article));
            }
        }
        Effect::Render(screen) => {
            begin(4);
            text(screen.language);
            text(&screen.title);
            text(screen.kind);
            given(screen.given);
            number(f64::from(screen.limit));
            text(&screen.low);
            text(&screen.high);
            flag(screen.optional);
            flag(screen.back);
            number(f64::from(screen.mistake.map_or(0, |mistake| 1 + mistake as u8)));
        }
        Effect::Close => begin(5),
        Effect::WakeAt(at) => {
            begin(6);
            moment(at);
        }
        Effect::Shown { survey, trigger, id } => {
            begin(7);
            text(survey);
            text(trigger);
            text(id);
        }
        Effect::Answered { question, value } => {
            begin(8);
            text(question);
            given(Some(value));
        }
        Effect::Completed => begin(9),
        Effect::Dismissed => begin(10),
        // In the order of `src/response.js`, then five for each answer.
        Effect::Keep { at, interview, facts } => {
            begin(11);
            moment(at);
            text(&interview.id);
            number(f64::from(interview.rev));
            number(f64::from(interview.state() as u8));
            text(interview.survey.id);
            text(&interview.survey.version);
            text(interview.trigger);
            text(&interview.language);
            text(facts.section.unwrap_or_default());
            text(facts.article.unwrap_or_default());
            moment(interview.shown);
            moment(interview.answered_at.unwrap_or_default());
            for answered in interview.all_answered() {
                text(answered.question);
                text(answered.kind);
                given(Some(answered.value));
                number(f64::from(answered.points.unwrap_or_default()));
                number(f64::from(answered.easy_is.unwrap_or_default() as u8));
            }
        }
        Effect::Post { id, rev } => {
            begin(12);
            text(id);
            number(f64::from(rev));
        }
        Effect::Discard(id) => {
            begin(13);
            text(id);
        }
    }
}

/// Four lists: how many mistakes the definition has, whether answers have somewhere to go, what
/// the sensors listen to; the surveys that run; the selectors of clicks; those of what scrolls.
pub(crate) fn started(problems: usize, definition: &Definition<'_>, needs: &Needs<'_>) {
    begin(problems as u32);
    flag(definition.endpoint);
    flag(needs.exit);
    begin(0);
    for survey in &definition.surveys {
        text(survey.id);
    }
    for list in [&needs.clicks, &needs.scrolls] {
        begin(0);
        for selector in list {
            text(selector);
        }
    }
}

/// What holds the survey back, by its place in `check.js`, until when, and each trigger.
pub(crate) fn explanation(explanation: &Explanation) {
    begin(match explanation.hold {
        None => 0,
        Some(Hold::Busy) => 1,
        Some(Hold::Audience(Truth::Unknown)) => 2,
        Some(Hold::Audience(_)) => 3,
        Some(Hold::Trigger) => 4,
        Some(Hold::Frequency(soon)) => match soon.on {
            None => 5,
            Some(On::Shown) => 6,
            Some(On::Outcome(outcome)) => 7 + u32::from(outcome as u8),
        },
        Some(Hold::Missed) => 12,
        Some(Hold::Delay(_)) => 13,
    });
    moment(explanation.hold.map_or(Timestamp::NEVER, |hold| hold.until()));
    for truth in &explanation.triggers {
        number(f64::from(*truth as u8));
    }
}

fn moment(at: Timestamp) {
    number(at.0 as f64);
}

fn flag(flag: bool) {
    number(f64::from(u8::from(flag)));
}

/// An answer: a text, or a rating.
fn given(value: Option<Value<&str>>) {
    match value {
        Some(Value::Text(words)) => text(words),
        Some(Value::Rating(rating)) => number(rating.into()),
        None => text(""),
    }
}
