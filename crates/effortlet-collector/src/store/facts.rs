//! Responses as rows of columns: what figures need of each, read from where they are stored.
//!
//! Never reads a text that somebody wrote.

use super::connection::Connection;
use super::named_facts::named_facts;
use effortlet_columns::{Dimension, Fact, Question, Row, SAID, day_of};
use effortlet_core::response::Fact as Given;
use effortlet_core::survey::{EasyIs, Points};
use effortlet_core::time::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;

/// Those of one survey of a site.
pub(super) type Survey = (String, String);

const RESPONSES: &str = "
    select seq, site, survey, survey_version, state, received_at, locale, trigger, page_section, page_article, page_revision, context
    from response where seq > $1 and seq <= $2 order by seq limit $3";

const ANSWERS: &str = "
    select response.seq, answer.position, answer.question, answer.kind, answer.choice, answer.rating, answer.points, answer.easy_is
    from response join answer on answer.response = response.id and answer.site = response.site
    where response.seq > $1 and response.seq <= $2 order by response.seq, answer.position";

/// By their numbers, which are few: an index by survey would lead through all that the survey has.
const RESPONSES_OF: &str = "
    select seq, site, survey, survey_version, state, received_at, locale, trigger, page_section, page_article, page_revision, context
    from response where seq > $1 and seq <= $2 and site || '' = $4 and survey || '' = $5 order by seq limit $3";

const ANSWERS_OF: &str = "
    select response.seq, answer.position, answer.question, answer.kind, answer.choice, answer.rating, answer.points, answer.easy_is
    from response join answer on answer.response = response.id and answer.site = response.site
    where response.seq > $1 and response.seq <= $2 and response.site || '' = $3 and response.survey || '' = $4
    order by response.seq, answer.position";

type Page = Option<String>;
type Response = (i64, String, String, String, String, i64, String, String, Page, Page, Page, String);
type Answer = (i64, i64, String, String, Option<String>, Option<i64>, Option<i64>, Option<String>);

/// Rows whose number is above one and at most another, by their number, at most so many; of one survey
/// or of all.
pub(super) async fn rows(
    connection: &mut Connection,
    (after, up_to): (i64, i64),
    most: i64,
    of: Option<&Survey>,
) -> Result<Vec<(Survey, Row)>, sqlx::Error> {
    let query = sqlx::query_as(if of.is_some() { RESPONSES_OF } else { RESPONSES }).bind(after).bind(up_to).bind(most);
    let query = of.into_iter().fold(query, |query, (site, survey)| query.bind(site.clone()).bind(survey.clone()));
    let responses: Vec<Response> = query.fetch_all(&mut *connection).await?;
    let Some(last) = responses.last().map(|it| it.0) else { return Ok(Vec::new()) };
    let query = sqlx::query_as(if of.is_some() { ANSWERS_OF } else { ANSWERS }).bind(after).bind(last);
    let query = of.into_iter().fold(query, |query, (site, survey)| query.bind(site.clone()).bind(survey.clone()));
    let answers: Vec<Answer> = query.fetch_all(&mut *connection).await?;
    let facts = named_facts(connection).await?;
    let mut answers = answers.into_iter().peekable();
    let mut rows = Vec::with_capacity(responses.len());
    for response in responses {
        let seq = response.0;
        let own = std::iter::from_fn(|| answers.next_if(|it| it.0 <= seq)).filter(|it| it.0 == seq);
        let own: Vec<Answer> = own.collect();
        rows.push(row(response, own, &facts));
    }
    Ok(rows)
}

fn row(response: Response, answers: Vec<Answer>, named: &[Fact]) -> (Survey, Row) {
    let (seq, site, survey, version, state, received_at, locale, trigger, section, article, revision, context) = response;
    let told = Told::read(&context, named);
    let values = [section, article, Some(locale), Some(trigger), told.of("device")];
    let dimensions = Dimension::RANKED.into_iter().zip(values).filter_map(|(dimension, value)| Some((dimension, value?)));
    let row = Row {
        seq,
        day: day_of(Timestamp(received_at)),
        version,
        state,
        dimensions: dimensions.collect(),
        facts: named.iter().filter_map(|it| fact(it, &told)).collect(),
        revision,
        answers: columns(answers),
    };
    ((site, survey), row)
}

/// Its column, and the fact with its value; what is empty says nothing.
fn fact(it: &Fact, told: &Told) -> Option<(String, String)> {
    let value = told.of(it.name()).filter(|value| !value.is_empty())?;
    Some((it.column(), [it.name(), "=", &value].concat()))
}

/// What a page told of its visitor.
struct Told(Option<Value>);

impl Told {
    /// Read only where something in it is wanted, since most pages tell nothing.
    fn read(context: &str, named: &[Fact]) -> Self {
        let is_wanted = !named.is_empty() && context.len() > 2 || context.contains("\"device\"");
        Self(is_wanted.then(|| serde_json::from_str(context).ok()).flatten())
    }

    /// As a text.
    fn of(&self, fact: &str) -> Option<String> {
        match self.0.as_ref()?.get(fact)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => serde_json::to_string(&number.as_f64().map(Given::Number)).ok(),
            other => Some(other.to_string()),
        }
    }
}

/// Several options of one question are one value.
fn columns(answers: Vec<Answer>) -> Vec<(String, u16, String)> {
    let mut columns = Vec::with_capacity(answers.len());
    let mut chosen: BTreeMap<String, (u16, Vec<String>)> = BTreeMap::new();
    for (_, position, question, kind, choice, rating, points, easy_is) in answers {
        let place = u16::try_from(position).unwrap_or(u16::MAX);
        match (kind.as_str(), choice, rating) {
            ("yesNo", Some(choice), _) => columns.push((Question::YesNo(question).name(), place, choice)),
            ("choice", Some(choice), _) => chosen.entry(question).or_insert((place, Vec::new())).1.push(choice),
            ("effort", _, Some(rating)) => {
                let points = points.and_then(|it| u32::try_from(it).ok()).and_then(Points::new);
                let easy_is = if easy_is.as_deref() == Some("low") { EasyIs::Low } else { EasyIs::High };
                let name = points.map(|points| Question::Effort(question, points, easy_is).name());
                columns.extend(name.map(|name| (name, place, rating.to_string())));
            }
            ("text", ..) => columns.push((SAID.to_owned(), 0, "1".to_owned())),
            _ => {}
        }
    }
    for (question, (place, mut options)) in chosen {
        options.sort();
        options.dedup();
        columns.push((Question::Choice(question).name(), place, Value::from(options).to_string()));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_was_told_is_the_one_that_is_asked_for() {
        let told = Told::read(r#"{"device":3.0,"level":1.5,"plan":"3.0"}"#, &["level".parse().unwrap()]);
        let of = |fact| told.of(fact).unwrap();
        assert_eq!([of("device"), of("level"), of("plan")], ["3", "1.5", "3.0"]);
    }
}
