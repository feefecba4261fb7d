//! A response as a value, as it leaves the widget: serde's own code for each of its types weighs twice
//! as much there.
//!
//! Never says anything else than serde does.

use super::{Answered, Context, Fact, Page, Response, Timing, Value as Answer};
use crate::source::Value;
use alloc::{string::String, vec::Vec};

impl From<Response> for Value {
    fn from(it: Response) -> Self {
        let mut answers = Vec::with_capacity(it.answers.len());
        for answered in it.answers {
            answers.push(answered.into());
        }
        Self::given(&mut [
            ("schema", Self::Number(it.schema.into())),
            ("id", Self::Text(it.id)),
            ("rev", Self::Number(it.rev.into())),
            ("state", it.state.word().into()),
            ("site", it.site.into()),
            ("survey", Self::Text(it.survey)),
            ("surveyVersion", Self::Text(it.survey_version)),
            ("trigger", Self::Text(it.trigger)),
            ("locale", Self::Text(it.locale)),
            ("answers", Self::List(answers)),
            ("page", it.page.into()),
            ("timing", it.timing.into()),
            ("context", it.context.into()),
        ])
    }
}

impl From<Answered> for Value {
    fn from(it: Answered) -> Self {
        Self::given(&mut [
            ("question", Self::Text(it.question)),
            ("kind", it.kind.into()),
            ("value", it.value.into()),
            ("points", it.points.map_or(Self::Absent, |points| Self::Number(points.into()))),
            ("easyIs", it.easy_is.map_or(Self::Absent, |easy_is| easy_is.word().into())),
            ("order", it.order.map_or(Self::Absent, Self::from)),
        ])
    }
}

impl From<Context> for Value {
    fn from(it: Context) -> Self {
        let mut entries = Vec::with_capacity(it.0.len());
        for (name, fact) in it.0 {
            entries.push((name, fact.into()));
        }
        Self::Object(entries)
    }
}

impl From<Page> for Value {
    fn from(it: Page) -> Self {
        Self::given(&mut [
            ("url", Self::Text(it.url)),
            ("title", Self::Text(it.title)),
            ("section", it.section.into()),
            ("article", it.article.into()),
            ("revision", it.revision.into()),
        ])
    }
}

impl From<Timing> for Value {
    fn from(it: Timing) -> Self {
        Self::given(&mut [
            ("shownAt", Self::Text(it.shown_at)),
            ("answeredAt", it.answered_at.into()),
            ("sentAt", it.sent_at.into()),
        ])
    }
}

impl From<Answer> for Value {
    fn from(it: Answer) -> Self {
        match it {
            Answer::Rating(rating) => Self::Number(rating.into()),
            Answer::Text(text) => Self::Text(text),
        }
    }
}

impl From<Answer<&str>> for Value {
    fn from(it: Answer<&str>) -> Self {
        match it {
            Answer::Rating(rating) => Self::Number(rating.into()),
            Answer::Text(text) => text.into(),
        }
    }
}

impl From<Fact> for Value {
    fn from(it: Fact) -> Self {
        match it {
            Fact::Flag(flag) => Self::Flag(flag),
            Fact::Number(number) => Self::Number(number),
            Fact::Text(text) => Self::Text(text),
        }
    }
}

impl From<Option<String>> for Value {
    fn from(it: Option<String>) -> Self {
        it.map_or(Self::Absent, Self::Text)
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::response::State;
    use crate::scale::EasyIs;

    fn response(given: bool) -> Response {
        let text = |text: &str| given.then(|| String::from(text));
        let rated = Answered {
            points: Some(7),
            easy_is: given.then_some(EasyIs::Low),
            order: given.then_some(crate::response::LEFT_TO_RIGHT),
            ..Answered::plain("effort".into(), "effort", Answer::Rating(6))
        };
        let written = Answered::plain("improve".into(), crate::response::FREE_TEXT, Answer::Text("more".into()));
        let facts = [("plan", Fact::Text("team".into())), ("seats", Fact::Number(1.5)), ("trial", Fact::Flag(true))];
        Response {
            schema: 1,
            id: "0199".into(),
            rev: 3,
            state: if given { State::Complete } else { State::Dismissed },
            site: text("acme"),
            survey: "help".into(),
            survey_version: "b6d0".into(),
            trigger: "scroll".into(),
            locale: "de".into(),
            answers: if given { vec![rated, written] } else { vec![] },
            page: Page { url: "https://a.example/b".into(), title: String::new(), section: text("Billing"), article: text("b"), revision: text("2026-11-20") },
            timing: Timing { shown_at: "2026-11-28".into(), answered_at: text("2026-11-29"), sent_at: text("2026-11-30") },
            context: Context(facts.map(|(name, fact)| (name.into(), fact)).into()),
        }
    }

    #[test]
    fn it_is_what_serde_says() {
        for given in [false, true] {
            let written = serde_json::to_string(&response(given)).unwrap();
            assert_eq!(Value::from(response(given)), crate::source::parse(&written), "{written}");
        }
    }
}
