//! What is on display, as a plain value. Texts are texts, never markup.

use crate::answer::{Answer, Mistake};
use crate::definition::Definition;
use crate::interview::Interview;
use crate::locale::{Labels, labels};
use crate::survey::{Kind, Question, Scale, Survey};
use crate::text::{Text, fill};
use alloc::{string::{String, ToString}, vec::Vec};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Screen {
    /// The id of the question, or `thanks`.
    pub name: String,
    /// As a BCP 47 tag.
    pub language: String,
    pub labels: &'static Labels,
    /// The question, or the thank-you.
    pub title: String,
    pub body: Body,
    pub optional: bool,
    /// Whether there is an earlier question to go back to.
    pub back: bool,
    pub mistake: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Body {
    YesNo { chosen: Option<bool> },
    Scale(Ratings),
    Text { text: String, limit: u32 },
    Thanks,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ratings {
    /// The accessible name of each point from 1 up, such as "7 of 7, Strongly agree".
    pub names: Vec<String>,
    /// What the ends mean; empty when the scale says nothing.
    pub low: String,
    pub high: String,
    pub chosen: Option<u8>,
}

/// The screen of an interview as it stands.
pub fn screen(interview: &Interview, survey: &Survey<'_>, definition: &Definition<'_>) -> Screen {
    let language = interview.language.as_str();
    let labels = labels(language);
    let fill = |text: &Text<'_>| {
        fill(text.in_language(language, definition.default_locale), definition.organization)
    };
    let question = interview.current.and_then(|index| survey.questions.get(index));
    let Some(question) = question else {
        let thanks = survey.thanks.as_ref().map_or_else(|| labels.thanks.to_string(), fill);
        return Screen {
            name: "thanks".into(),
            language: language.into(),
            labels,
            title: thanks,
            body: Body::Thanks,
            optional: false,
            back: false,
            mistake: None,
        };
    };
    Screen {
        name: question.id.into(),
        language: language.into(),
        labels,
        title: fill(&question.text),
        body: body(question, interview.given(), labels, &fill),
        optional: question.optional,
        back: interview.previous(&survey.questions).is_some(),
        mistake: interview.mistake.map(|mistake| match mistake {
            Mistake::Missing => labels.missing,
            Mistake::TooLong => labels.too_long,
        }),
    }
}

fn body(
    question: &Question<'_>,
    given: Option<&Answer>,
    labels: &Labels,
    fill: &dyn Fn(&Text<'_>) -> String,
) -> Body {
    match &question.kind {
        Kind::YesNo => Body::YesNo {
            chosen: if let Some(Answer::YesNo(yes)) = given { Some(*yes) } else { None },
        },
        Kind::Effort(scale) => Body::Scale(ratings(scale, given, labels, fill)),
        Kind::Text { limit } => Body::Text {
            text: if let Some(Answer::Text(text)) = given { text.clone() } else { String::new() },
            limit: *limit,
        },
    }
}

fn ratings(
    scale: &Scale<'_>,
    given: Option<&Answer>,
    labels: &Labels,
    fill: &dyn Fn(&Text<'_>) -> String,
) -> Ratings {
    let (low, high) = scale.labels.as_ref().map(|(low, high)| (fill(low), fill(high))).unwrap_or_default();
    let points = scale.points.count();
    let name = |rating: u8| {
        let meaning = match rating {
            1 => &low,
            _ if rating == points => &high,
            _ => "",
        };
        let comma = if meaning.is_empty() { "" } else { ", " };
        let mut name = String::new();
        for part in [&digits(rating), " ", labels.of, " ", &digits(points), comma, meaning] {
            name.push_str(part);
        }
        name
    };
    Ratings {
        names: (1..=points).map(name).collect(),
        low,
        high,
        chosen: if let Some(Answer::Rating(rating)) = given { Some(*rating) } else { None },
    }
}

/// 1 to 10 in decimal.
fn digits(number: u8) -> String {
    let mut text = String::new();
    if number >= 10 {
        text.push(char::from(b'0' + number / 10));
    }
    text.push(char::from(b'0' + number % 10));
    text
}
