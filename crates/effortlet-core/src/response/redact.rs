//! What a team's own code leaves of a response.
//!
//! Never lets it say anything that no widget could have.

use super::limits::{MOST_CHARACTERS, first_characters};
use super::{Answered, Context, Fact, FREE_TEXT, Page, Response, Value as Given};
use crate::source::Value;
use alloc::string::String;

impl Response {
    /// Takes over what was made of a copy: texts that are others, and what was left out. All else stays.
    /// Of what is no response any more nothing is told but ratings and choices.
    pub fn redact(&mut self, made: &Value, number: fn(f64) -> String) {
        let (answers, page) = (made.field("answers"), made.field("page"));
        if !matches!((answers, page), (Value::List(_), Value::Object(_))) {
            return self.withhold();
        }
        self.answers.retain_mut(|it| answers.items().iter().any(|made| it.becomes(made)));
        self.page.title.clone_from(page.field("title").text_or_empty());
        match page.field("url").text_or_empty().trim() {
            "" => self.page.url = origin(&self.page.url),
            url => self.page.url = url.into(),
        }
        let page_names = [(&mut self.page.section, "section"), (&mut self.page.article, "article"), (&mut self.page.revision, "revision")];
        for (own, name) in page_names {
            *own = own.take().and_then(|_| page.field(name).text().map(String::from));
        }
        self.page.fit();
        for (name, _) in core::mem::take(&mut self.context).0 {
            if let Some(fact) = Fact::of(made.field("context").field(&name)) {
                self.context.tell(&name, fact, number);
            }
        }
    }

    /// Tells no words, neither the visitor's nor the page's, and of its address the origin alone.
    pub fn withhold(&mut self) {
        self.answers.retain(|it| it.kind != FREE_TEXT);
        self.page = Page { url: origin(&self.page.url), ..Page::default() };
        self.context = Context::default();
    }
}

/// What stands before the path.
fn origin(url: &str) -> String {
    let slashes = url.bytes().enumerate().filter(|(_, it)| *it == b'/');
    let end = slashes.map(|(at, _)| at).nth(2).unwrap_or(url.len());
    url.get(..end).unwrap_or_default().into()
}

impl Fact {
    /// A text, a finite number or a flag; anything else is none.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Flag(flag) => Some(Self::Flag(*flag)),
            Value::Number(number) if number.is_finite() => Some(Self::Number(*number)),
            Value::Text(text) => Some(Self::Text(text.clone())),
            _ => None,
        }
    }
}

impl Answered {
    /// Whether this is what was made of it; a text is taken over.
    fn becomes(&mut self, made: &Value) -> bool {
        let value = made.field("value");
        if made.field("question").text_or_empty() != &self.question || made.field("kind").text_or_empty() != self.kind {
            return false;
        }
        match (&mut self.value, value) {
            (Given::Rating(rating), Value::Number(number)) => f64::from(*rating) == *number,
            (Given::Text(text), Value::Text(made)) if self.kind == FREE_TEXT => {
                *text = first_characters(made, MOST_CHARACTERS).into();
                !text.trim().is_empty()
            }
            (Given::Text(text), Value::Text(made)) => text == made,
            _ => false,
        }
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::super::{SCHEMA, State, Timing, read};
    use super::*;
    use crate::source::parse_json;

    fn response() -> Response {
        let text = |text: &str| Given::Text(text.into());
        let answers = [
            Answered::plain("found".into(), "yesNo", text("yes")),
            Answered::plain("why".into(), "choice", text("price")),
            Answered::plain("why".into(), FREE_TEXT, text("Too much, says Jane")),
        ];
        Response {
            schema: SCHEMA,
            id: "01990000-abcd-7abc-8abc-0123456789ab".into(),
            rev: 1,
            state: State::Complete,
            site: None,
            survey: "help".into(),
            survey_version: "1".into(),
            trigger: "scroll".into(),
            locale: "en".into(),
            answers: answers.into(),
            page: Page { url: "https://a.example/b".into(), title: "B".into(), section: Some("c".into()), ..Page::default() },
            timing: Timing { shown_at: "2026-11-28T00:00:00Z".into(), answered_at: Some("2026-11-28T00:00:00Z".into()), sent_at: None },
            context: Context([("plan".into(), Fact::Text("pro".into())), ("seats".into(), Fact::Number(3.0))].into()),
        }
    }

    fn redacted(made: &str) -> String {
        let mut it = response();
        it.redact(&parse_json(made).unwrap_or_default(), |number| number.to_string());
        let value = Value::from(it.clone());
        assert!(read(&value).is_ok(), "{made}");
        assert_eq!((it.id, it.rev, it.survey), (response().id, 1, "help".into()));
        let answers: Vec<_> = it.answers.iter().map(|it| format!("{}={}", it.kind, Value::from(it.value.clone()).text_or_empty())).collect();
        format!("{} | {:?} {:?} {:?} | {:?}", answers.join(" "), it.page.url, it.page.title, it.page.section, it.context.0)
    }

    #[test]
    fn texts_may_be_others_and_anything_left_out() {
        let all = r#"{"id":"x","rev":9,"answers":[{"question":"found","kind":"yesNo","value":"yes"},{"question":"why","kind":"choice","value":"price"},{"question":"why","kind":"text","value":"Too much"}],"page":{"url":"u","title":"t","section":"s","article":"new"},"context":{"plan":"team","seats":4,"more":1}}"#;
        assert_eq!(redacted(all), r#"yesNo=yes choice=price text=Too much | "u" "t" Some("s") | [("plan", Text("team")), ("seats", Number(4.0))]"#);
        assert_eq!(redacted(r#"{"answers":[],"page":{}}"#), r#" | "https://a.example" "" None | []"#);
        let other = r#"{"answers":[{"question":"found","kind":"yesNo","value":"no"},{"question":"why","kind":"text","value":" "}],"page":{"title":7},"context":{"plan":null}}"#;
        assert_eq!(redacted(other), r#" | "https://a.example" "" None | []"#);
    }

    #[test]
    fn of_what_is_no_response_any_more_ratings_and_choices_alone_are_told() {
        for made in ["7", "[]", "{}", r#"{"answers":[]}"#, r#"{"page":{}}"#, r#"{"answers":{},"page":{}}"#] {
            assert_eq!(redacted(made), r#"yesNo=yes choice=price | "https://a.example" "" None | []"#, "{made}");
        }
    }
}
