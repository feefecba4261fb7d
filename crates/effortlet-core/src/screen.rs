//! What is on display, as a plain value. Texts are texts, never markup.

use crate::answer::Mistake;
use crate::definition::Definition;
use crate::interview::Interview;
use crate::response::Value;
use crate::survey::Kind;
use crate::text::{Text, fill};
use alloc::string::String;

#[derive(Clone, Debug, PartialEq)]
pub struct Screen<'s> {
    /// The id of the question; empty at the end.
    pub question: &'s str,
    /// As a BCP 47 tag.
    pub language: &'s str,
    /// The question, or the survey's own thank-you; empty for the language's.
    pub title: String,
    /// What is asked for, as definitions have it; empty at the end.
    pub kind: &'static str,
    /// What was answered before, or is to be confirmed.
    pub given: Option<Value<&'s str>>,
    /// The most characters of a text, or the points of a scale: 5, 7 or 10.
    pub limit: u32,
    /// What the ends of a scale mean; empty when it says nothing.
    pub low: String,
    pub high: String,
    pub optional: bool,
    /// Whether there is an earlier question to go back to.
    pub back: bool,
    pub mistake: Option<Mistake>,
}

/// The screen of an interview as it stands.
pub fn screen<'s>(interview: &'s Interview<'s>, definition: &Definition<'_>) -> Screen<'s> {
    let (survey, language) = (interview.survey, interview.language.as_str());
    let fill = |text: &Text<'_>| {
        fill(text.in_language(language, definition.default_locale), definition.organization)
    };
    let mut screen = Screen {
        question: "",
        language,
        title: String::new(),
        kind: "",
        given: interview.given(),
        limit: 0,
        low: String::new(),
        high: String::new(),
        optional: false,
        back: interview.previous().is_some(),
        mistake: interview.mistake,
    };
    if let Some(question) = interview.current.and_then(|index| survey.questions.get(index)) {
        screen.question = question.id;
        screen.title = fill(&question.text);
        screen.kind = question.kind.word();
        screen.optional = question.optional;
        screen.limit = match question.kind {
            Kind::YesNo => 0,
            Kind::Effort => question.scale.points.count().into(),
            Kind::Text => question.limit,
        };
        screen.low = fill(&question.scale.low);
        screen.high = fill(&question.scale.high);
    } else {
        screen.title = fill(&survey.thanks);
    }
    screen
}
