//! A response as JSON: as it was posted, with when it arrived. Never tells what is not known of it.

use crate::catalog::DEFAULT_SITE;
use crate::store::{KeptAnswer, KeptResponse, WithAnswers};
use effortlet_core::time::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One person's answers to one display of a survey, as far as they are given.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Response)]
pub(crate) struct Document {
    #[schema(minimum = 1, maximum = 1)]
    schema: u32,
    /// A UUIDv7 (RFC 9562), minted when the survey was shown.
    #[schema(pattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$")]
    id: String,
    /// 0 while it is shown, 1 for the first post of its answers or of its end, then rising.
    #[schema(minimum = 0, maximum = 1_000)]
    rev: i64,
    #[schema(pattern = "^(shown|partial|complete|dismissed)$")]
    state: String,
    /// Absent where its definition names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    site: Option<String>,
    survey: String,
    survey_version: String,
    /// What made the survey show.
    trigger: String,
    /// The language that it was shown in, as a BCP 47 tag.
    locale: String,
    /// In the order in which they were given; one for each option that was chosen.
    answers: Vec<Answer>,
    page: PageDocument,
    timing: Timing,
    /// What the page told about its visitor.
    #[schema(value_type = BTreeMap<String, Fact>)]
    context: BTreeMap<String, serde_json::Value>,
}

/// An answer with what it was an answer to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Answer {
    question: String,
    /// `yesNo`, `effort`, `text` or `choice`.
    kind: String,
    value: Value,
    /// Of a scale: 5, 7 or 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    points: Option<i64>,
    /// Of a scale: `high` or `low`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    easy_is: Option<String>,
    /// Of a scale: `leftToRight` where it stood so in every language.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    order: Option<String>,
}

/// `yes` or `no`, a rating, an option, or free text.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Answered)]
enum Value {
    Rating(i64),
    Text(String),
}

/// The page that the survey was shown on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Page)]
struct PageDocument {
    url: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    article: Option<String>,
    /// When the page was last changed, or any other name of its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    revision: Option<String>,
}

/// Moments in RFC 3339.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Timing {
    #[schema(format = DateTime)]
    shown_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    answered_at: Option<String>,
    /// When it was posted, by the visitor's clock: only in what is posted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    sent_at: Option<String>,
    /// When its first revision arrived: only in what is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    received_at: Option<String>,
}

/// A text, a number or a flag.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described")]
enum Fact {
    Flag(bool),
    Number(f64),
    Text(String),
}

impl From<WithAnswers> for Document {
    fn from((it, answers): WithAnswers) -> Self {
        let KeptResponse { page_url: url, page_title: title, page_section: section, page_article: article, .. } = it;
        Self {
            schema: effortlet_core::response::SCHEMA,
            id: it.id,
            rev: it.rev,
            state: it.state,
            site: Some(it.site).filter(|site| site != DEFAULT_SITE),
            survey: it.survey,
            survey_version: it.survey_version,
            trigger: it.trigger,
            locale: it.locale,
            answers: answers.into_iter().map(Answer::from).collect(),
            page: PageDocument { url, title, section, article, revision: it.page_revision },
            timing: Timing {
                shown_at: moment(it.shown_at),
                answered_at: it.answered_at.map(moment),
                sent_at: None,
                received_at: Some(moment(it.received_at)),
            },
            context: serde_json::from_str(&it.context).unwrap_or_default(),
        }
    }
}

impl From<KeptAnswer> for Answer {
    fn from(it: KeptAnswer) -> Self {
        let value = match (it.choice, it.rating) {
            (Some(choice), _) => Value::Text(choice),
            (None, Some(rating)) => Value::Rating(rating),
            (None, None) => Value::Text(it.text.unwrap_or_default()),
        };
        let (question, kind) = (it.question, it.kind);
        Self { question, kind, value, points: it.points, easy_is: it.easy_is, order: it.scale_order }
    }
}

fn moment(milliseconds: i64) -> String {
    Timestamp(milliseconds).rfc3339()
}
