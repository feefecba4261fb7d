//! What is on display, as a plain value. Texts are texts, never markup.

use crate::answer::{Answer, Mistake};
use crate::definition::Definition;
use crate::interview::Interview;
use crate::survey::{Kind, Question, Scale, Survey};
use crate::text::{Text, fill};
use alloc::string::String;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// The id of the question, or `thanks`.
    pub name: String,
    /// As a BCP 47 tag.
    pub language: String,
    /// The question, or the survey's own thank-you; empty for the language's.
    pub title: String,
    pub body: Body,
    pub optional: bool,
    /// Whether there is an earlier question to go back to.
    pub back: bool,
    pub mistake: Option<Mistake>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Body {
    YesNo { chosen: Option<bool> },
    Scale(Ratings),
    Text { text: String, limit: u32 },
    Thanks,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ratings {
    /// 5, 7 or 10.
    pub points: u8,
    /// What the ends mean; empty when the scale says nothing.
    pub low: String,
    pub high: String,
    pub chosen: Option<u8>,
}

/// The screen of an interview as it stands.
pub fn screen(interview: &Interview, survey: &Survey<'_>, definition: &Definition<'_>) -> Screen {
    let language = interview.language.as_str();
    let fill = |text: &Text<'_>| {
        fill(text.in_language(language, definition.default_locale), definition.organization)
    };
    let question = interview.current.and_then(|index| survey.questions.get(index));
    let mut screen = Screen {
        name: "thanks".into(),
        language: language.into(),
        title: String::new(),
        body: Body::Thanks,
        optional: false,
        back: interview.previous(&survey.questions).is_some(),
        mistake: interview.mistake,
    };
    if let Some(question) = question {
        screen.name = question.id.into();
        screen.title = fill(&question.text);
        screen.body = body(question, interview.given(), &fill);
        screen.optional = question.optional;
    } else {
        screen.title = fill(&survey.thanks);
    }
    screen
}

fn body(
    question: &Question<'_>,
    given: Option<&Answer>,
    fill: &dyn Fn(&Text<'_>) -> String,
) -> Body {
    match question.kind {
        Kind::YesNo => Body::YesNo {
            chosen: if let Some(Answer::YesNo(yes)) = given { Some(*yes) } else { None },
        },
        Kind::Effort => Body::Scale(ratings(&question.scale, given, fill)),
        Kind::Text => Body::Text {
            text: if let Some(Answer::Text(text)) = given { text.clone() } else { String::new() },
            limit: question.limit,
        },
    }
}

fn ratings(scale: &Scale<'_>, given: Option<&Answer>, fill: &dyn Fn(&Text<'_>) -> String) -> Ratings {
    Ratings {
        points: scale.points.count(),
        low: fill(&scale.low),
        high: fill(&scale.high),
        chosen: if let Some(Answer::Rating(rating)) = given { Some(*rating) } else { None },
    }
}
