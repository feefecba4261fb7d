//! What is on display, as a plain value. Texts are texts, never markup.

mod body;

pub use body::Body;

use crate::answer::Mistake;
use crate::definition::Definition;
use crate::interview::Interview;
use crate::survey::Position;
use crate::text::{ARTICLE_TITLE, Text, fill, pipe};
use alloc::string::String;

/// Stands for the title of a page that has none: in any language something is left out there.
const UNTITLED: &str = "…";

#[derive(Clone, Debug, PartialEq)]
pub struct Screen<'s> {
    /// The id of the question; empty at the end.
    pub question: &'s str,
    /// As a BCP 47 tag.
    pub language: &'s str,
    /// The question, or the survey's own thank-you; empty for the language's.
    pub title: String,
    pub body: Body,
    pub optional: bool,
    /// Whether there is an earlier question to go back to.
    pub back: bool,
    pub mistake: Option<Mistake>,
    pub layout: Standing,
}

/// Where the nudge stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    pub position: Position,
    /// The selector of what it stands in, or the word on its tab, which is empty for the language's
    /// own; empty anywhere else.
    pub text: String,
}

/// The screen of an interview as it stands.
pub fn screen<'s>(interview: &'s Interview<'s>, definition: &Definition<'_>) -> Screen<'s> {
    let (survey, language) = (interview.survey, interview.language.as_str());
    let fill = |text: &Text<'_>| {
        fill(text.in_language(language, definition.default_locale), definition.organization)
    };
    // What was answered before comes into questions and the last words alone.
    let title = |text: &Text<'_>| {
        let text = text.in_language(language, definition.default_locale);
        pipe(text, &mut |name| match name.strip_prefix("answer.") {
            Some(id) => Some(interview.said(id, &fill)),
            None if name == ARTICLE_TITLE => Some(if interview.title.is_empty() { UNTITLED } else { &interview.title }.into()),
            None => (name == "organization").then(|| definition.organization.into()),
        })
    };
    let question = interview.current.and_then(|index| survey.questions.get(index));
    Screen {
        question: question.map_or("", |question| question.id),
        language,
        title: title(question.map_or(&survey.thanks, |question| &question.text)),
        body: question.map_or(Body::Thanks, |question| Body::of(question, interview, &fill)),
        optional: question.is_some_and(|question| question.optional),
        back: interview.previous().is_some(),
        mistake: interview.mistake,
        layout: standing(interview, &fill),
    }
}

fn standing(interview: &Interview<'_>, fill: &dyn Fn(&Text<'_>) -> String) -> Standing {
    let layout = &interview.survey.layout;
    match layout.position {
        // Without a click there is nothing that it could stand beside.
        Position::Beside if interview.trigger != "click" => Standing::default(),
        position @ Position::Inline => Standing { position, text: layout.element.field("selector").text_or_empty().clone() },
        position => Standing { position, text: fill(&layout.label) },
    }
}
