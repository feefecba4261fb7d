//! Which responses are asked for. Never says in which order they come.

use sqlx::Any;
use sqlx::any::AnyArguments;
use sqlx::query::QueryAs;

/// All where nothing is named.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(crate) site: Option<String>,
    pub(crate) survey: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) locale: Option<String>,
    pub(crate) trigger: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) article: Option<String>,
    /// The fact `device`, as figures are told apart by it.
    pub(crate) device: Option<String>,
    /// Another fact and its value.
    pub(crate) context: Option<(String, String)>,
    /// The first moment of arrival, in milliseconds since 1970-01-01T00:00:00Z.
    pub(crate) from: i64,
    /// The first moment that is too late.
    pub(crate) before: i64,
}

impl Default for Wanted {
    fn default() -> Self {
        let (from, before) = (i64::MIN, i64::MAX);
        let (site, survey, state, locale) = (None, None, None, None);
        let (trigger, section, article, device, context) = (None, None, None, None, None);
        Self { site, survey, state, locale, trigger, section, article, device, context, from, before }
    }
}

/// The condition on `response` whose parameters `bound` gives, from the first.
///
/// Facts are an object without white space, whose quotes within texts are escaped, so that a fact between two
/// commas stands there as no part of another; `replace` looks for it alike in both databases.
macro_rules! wanted {
    () => {
        "($1 is null or response.site = $1) and ($2 is null or response.survey = $2) and ($3 is null or response.state = $3)
        and ($4 is null or locale = $4) and ($5 is null or trigger = $5 or substr(trigger, 1, length($5) + 1) = $5 || '.')
        and ($6 is null or page_section = $6) and ($7 is null or page_article = $7)
        and ($8 is null
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $8, '')
            <> ',' || substr(context, 2, length(context) - 2) || ','
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $9, '')
            <> ',' || substr(context, 2, length(context) - 2) || ','
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $10, '')
            <> ',' || substr(context, 2, length(context) - 2) || ',')
        and ($11 is null
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $11, '')
            <> ',' || substr(context, 2, length(context) - 2) || ','
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $12, '')
            <> ',' || substr(context, 2, length(context) - 2) || ','
            or replace(',' || substr(context, 2, length(context) - 2) || ',', $13, '')
            <> ',' || substr(context, 2, length(context) - 2) || ',')
        and received_at >= $14 and received_at < $15"
    };
}
pub(super) use wanted;

type Query<'q, Row> = QueryAs<'q, Any, Row, AnyArguments>;

impl Wanted {
    pub(super) fn bound<'q, Row>(&self, query: Query<'q, Row>) -> Query<'q, Row> {
        let texts = [&self.site, &self.survey, &self.state, &self.locale, &self.trigger, &self.section, &self.article];
        let query = texts.into_iter().fold(query, |query, text| query.bind(text.clone()));
        let device = self.device.as_deref().map(|it| ("device", it));
        let context = self.context.as_ref().map(|(fact, value)| (fact.as_str(), value.as_str()));
        let query = [device, context].into_iter().fold(query, |query, fact| {
            fact.map_or([const { None }; 3], |it| written(it).map(Some)).into_iter().fold(query, |query, it| query.bind(it))
        });
        query.bind(self.from).bind(self.before)
    }
}

/// A fact as it may stand among others: a text, a number or a truth as it is, and a whole number with a fraction, as
/// earlier versions wrote it.
fn written((name, value): (&str, &str)) -> [String; 3] {
    let name = serde_json::Value::from(name);
    let text = serde_json::Value::from(value).to_string();
    let before = value.parse::<f64>().map_or_else(|_| value.to_owned(), |number| serde_json::Value::from(number).to_string());
    [text, value.to_owned(), before].map(|value| format!(",{name}:{value},"))
}
