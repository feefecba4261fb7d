//! What is on display, as a plain value. Texts are texts, never markup.

use crate::answer::Mistake;
use crate::definition::Definition;
use crate::interview::Interview;
use crate::response::Value;
use crate::survey::Kind;
#[cfg(feature = "full")]
use crate::survey::{EasyIs, Look, Place};
use crate::text::{Text, fill};
#[cfg(feature = "full")]
use crate::text::{ARTICLE_TITLE, pipe};
use alloc::string::String;
#[cfg(feature = "full")]
use alloc::vec::Vec;

/// Stands for the title of a page that has none: in any language something is left out there.
#[cfg(feature = "full")]
const UNTITLED: &str = "…";

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
    #[cfg(feature = "full")]
    pub rare: Rare<'s>,
}

/// What few screens have.
#[cfg(feature = "full")]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rare<'s> {
    /// What the points of a scale look like.
    pub look: Look,
    /// Whether its highest point means little effort.
    pub upward: bool,
    /// Whether its lowest point is the left one in every language.
    pub left_to_right: bool,
    /// What stands on the options of a choice, or what each point of a scale means.
    pub labels: Vec<String>,
    /// The options that were chosen before, one bit each, and what was written of something else.
    pub chosen: u32,
    pub written: &'s str,
    /// Whether several may be chosen, and whether the last option is for something else.
    pub many: bool,
    pub other: bool,
    /// Where the nudge stands; then the selector of what it stands in, or the word on its tab, which
    /// is empty for the language's own.
    pub place: Place,
    pub place_text: String,
}

#[cfg(feature = "full")]
impl Screen<'_> {
    /// Whether the full edition shows it in a way of its own.
    pub fn is_rare(&self) -> bool {
        let Rare { look, left_to_right, labels, place, .. } = &self.rare;
        let plain = *look == Look::Numbers && !left_to_right && labels.is_empty() && *place == Place::BottomEnd;
        !plain || matches!(self.kind, "message" | "yesNo")
    }
}

/// The screen of an interview as it stands.
pub fn screen<'s>(interview: &'s Interview<'s>, definition: &Definition<'_>) -> Screen<'s> {
    let (survey, language) = (interview.survey, interview.language.as_str());
    let fill = |text: &Text<'_>| {
        fill(text.in_language(language, definition.default_locale), definition.organization)
    };
    // What was answered before comes into questions and the last words alone.
    #[cfg(feature = "full")]
    let title = |text: &Text<'_>| {
        let text = text.in_language(language, definition.default_locale);
        pipe(text, &mut |name| match name.strip_prefix("answer.") {
            Some(id) => Some(interview.said(id, &fill)),
            None if name == ARTICLE_TITLE => Some(if interview.title.is_empty() { UNTITLED } else { &interview.title }.into()),
            None => (name == "organization").then(|| definition.organization.into()),
        })
    };
    #[cfg(not(feature = "full"))]
    let title = fill;
    // Without a click there is nothing that it could stand beside.
    #[cfg(feature = "full")]
    let place = match survey.layout.place {
        Place::Beside if interview.trigger != "click" => Place::default(),
        place => place,
    };
    #[cfg(feature = "full")]
    let place_text = || match survey.layout.place {
        Place::Inline => survey.layout.element.field("selector").text_or_empty().clone(),
        _ => fill(&survey.layout.label),
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
        #[cfg(feature = "full")]
        rare: Rare { place, place_text: place_text(), ..Rare::default() },
    };
    if let Some(question) = interview.current.and_then(|index| survey.questions.get(index)) {
        screen.question = question.id;
        screen.title = title(&question.text);
        screen.kind = question.kind.word();
        screen.optional = question.optional;
        screen.limit = match question.kind {
            Kind::YesNo => 0,
            Kind::Effort => question.scale.points.count().into(),
            Kind::Text => question.limit,
            #[cfg(feature = "full")]
            Kind::Choice | Kind::Message => question.limit,
        };
        screen.low = fill(&question.scale.low);
        screen.high = fill(&question.scale.high);
        #[cfg(feature = "full")]
        {
            let choice = &question.choice;
            let options = (0..choice.count()).filter_map(|index| choice.get(index)).map(|(_, text)| fill(&text));
            let (chosen, written) = interview.chosen();
            screen.rare = Rare {
                look: question.scale.look,
                left_to_right: question.scale.left_to_right,
                upward: question.scale.easy_is == EasyIs::High,
                labels: question.scale.labels.iter().map(fill).chain(options).collect(),
                chosen,
                written,
                many: choice.many,
                other: choice.other.is_some(),
                ..screen.rare
            };
        }
    } else {
        screen.title = title(&survey.thanks);
    }
    screen
}
