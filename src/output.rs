//! What is said to JavaScript: lists of texts and numbers, each begun by a number that says what it
//! is. `src/runtime.js` has the effects in the same order.

#[cfg(feature = "full")]
mod asked;

#[cfg(feature = "full")]
pub(crate) use asked::{overview, why};

use crate::page::{begin, number, text};
use effortlet_core::definition::Definition;
use effortlet_core::engine::{Effect, Explained, Needs};
use effortlet_core::response::Value;
#[cfg(feature = "full")]
use effortlet_core::screen::Rare;
#[cfg(feature = "full")]
use effortlet_core::source;
#[cfg(feature = "full")]
use effortlet_core::survey::Look;
#[cfg(feature = "full")]
use effortlet_core::theme::Colors;
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
            #[cfg(feature = "full")]
            let rare = matches!(screen.kind, "message" | "yesNo") || screen.rare.left_to_right || screen.rare.look != Look::Numbers || !screen.rare.labels.is_empty();
            #[cfg(not(feature = "full"))]
            let rare = false;
            begin(if rare { 20 } else { 4 });
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
            // Then what stands on each option or point.
            #[cfg(feature = "full")]
            if rare {
                let Rare { look, upward, left_to_right, labels, chosen, written, many, other } = &screen.rare;
                number(f64::from(*look as u8));
                flag(*upward);
                flag(*left_to_right);
                number((*chosen).into());
                text(written);
                flag(*many);
                flag(*other);
                labels.iter().for_each(|label| text(label));
            }
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
                let easy_is = answered.easy_is.unwrap_or_default() as u8;
                #[cfg(feature = "full")]
                let easy_is = if answered.order.is_some() { easy_is + 2 } else { easy_is };
                number(f64::from(easy_is));
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
        Effect::Rest => begin(14),
        Effect::Locate => begin(15),
        #[cfg(feature = "full")]
        Effect::Ask => begin(16),
        // Four for each answer come last.
        #[cfg(feature = "full")]
        Effect::RememberHistory(history) => {
            begin(17);
            moment(history.first);
            number(history.visits.into());
            moment(history.last);
            for answer in &history.answers {
                text(&answer.survey);
                text(&answer.question);
                value(&answer.value);
                moment(answer.at);
            }
        }
        #[cfg(feature = "full")]
        Effect::Inspect => begin(19),
        // Then three for each section that was left, and for each survey that waits.
        #[cfg(feature = "full")]
        Effect::RememberTrail(trail, left) => {
            begin(18);
            number(trail.page_views.into());
            text(&trail.entry);
            text(&trail.referrer);
            number(trail.page.into());
            number(f64::from(trail.kind as u8));
            moment(trail.since);
            number(trail.quick.into());
            text(&trail.inside);
            moment(left.unwrap_or_default());
            for (section, at) in &trail.left {
                text(section);
                text("");
                moment(*at);
            }
            for deferred in &trail.deferred {
                text(&deferred.survey);
                text(deferred.trigger);
                moment(deferred.at);
            }
            for search in &trail.searches {
                number(f64::from(*search));
            }
        }
    }
}

/// Lists: how many mistakes the definition has, whether answers have somewhere to go, what the
/// sensors listen to; the surveys that run; the selectors of clicks; those of what scrolls.
pub(crate) fn started(problems: usize, definition: &Definition<'_>, needs: &Needs<'_>) {
    begin(problems as u32);
    flag(definition.endpoint);
    flag(needs.attention);
    flag(needs.exit);
    #[cfg(feature = "full")]
    {
        flag(needs.more.marks);
        flag(needs.more.leaving);
        flag(needs.more.swipes);
    }
    begin(0);
    for survey in &definition.surveys {
        text(survey.id);
    }
    for list in [&needs.clicks, &needs.scrolls] {
        texts(list);
    }
    #[cfg(feature = "full")]
    {
        for list in [&needs.more.texts, &needs.more.ends, &needs.more.dom, &needs.more.data_layer] {
            texts(list);
        }
        begin(0);
        for fact in &needs.more.facts {
            number(f64::from(fact.source as u8));
            text(fact.name);
        }
        // Four colours of the light scheme, then four of the dark one; nothing without a theme.
        begin(0);
        if let Some(theme) = &definition.theme {
            text(theme.scheme);
            number(theme.radius.map_or(-1.0, f64::from));
            text(theme.font);
            for Colors { accent, on_accent, surface, ink } in [theme.light, theme.dark] {
                [accent, on_accent, surface, ink].into_iter().for_each(text);
            }
        }
    }
}

fn texts(list: &[&str]) {
    begin(0);
    for it in list {
        text(it);
    }
}

/// Whether a nudge is on display, when the survey is due, whether its triggers hold; then what is
/// known of each trigger.
pub(crate) fn explained(explained: Explained) {
    match explained {
        Explained::Survey { busy, due, come } => {
            begin(busy.into());
            moment(due);
            truth(come);
        }
        Explained::Trigger(come) => truth(come),
    }
}

fn truth(truth: Truth) {
    number(f64::from(truth as u8));
}

/// A text or a number; an empty text where there is neither.
#[cfg(feature = "full")]
fn value(it: &source::Value) {
    match it {
        source::Value::Number(it) => number(*it),
        it => text(it.text_or_empty()),
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
