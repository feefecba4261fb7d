//! What reports ask for: counts by version, scale and point, and the latest comments.

use super::Store;
use effortlet_core::score::{Asked, Ratings, YesNo};
use effortlet_core::survey::{EasyIs, Points};
use effortlet_core::time::Timestamp;
use sqlx::sqlite::SqliteConnection;
use std::fmt;

/// Why the database cannot be read now.
#[derive(Debug)]
pub(crate) struct Unreadable(sqlx::Error);

impl From<sqlx::Error> for Unreadable {
    fn from(error: sqlx::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl std::error::Error for Unreadable {}

/// How many responses there are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Totals {
    pub(crate) complete: u64,
    pub(crate) partial: u64,
    pub(crate) dismissed: u64,
}

impl Totals {
    /// Responses with answers in them.
    pub(crate) fn answered(self) -> u64 {
        self.complete + self.partial
    }

    pub(crate) fn all(self) -> u64 {
        self.answered() + self.dismissed
    }
}

/// A survey that has responses.
#[derive(Clone, Debug)]
pub(crate) struct SurveyTotals {
    pub(crate) survey: String,
    pub(crate) totals: Totals,
    /// When the newest response arrived.
    pub(crate) latest: Timestamp,
}

/// Everything that figures are made of, for one version of a survey.
#[derive(Clone, Debug)]
pub(crate) struct VersionAnswers {
    pub(crate) version: String,
    /// When the first and the newest response arrived.
    pub(crate) first: Timestamp,
    pub(crate) latest: Timestamp,
    pub(crate) totals: Totals,
    /// The first yes-or-no question.
    pub(crate) found: Option<YesNo>,
    /// Each effort question and scale: all ratings, and those of people who said yes.
    pub(crate) efforts: Vec<(Ratings, Ratings)>,
    /// Each choice, in the order in which they are asked.
    pub(crate) choices: Vec<Chosen>,
}

/// What was chosen for one question.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    pub(crate) question: String,
    /// How many responses have an answer to it.
    pub(crate) answered: u64,
    /// How many of them chose an option, the one that most did first.
    pub(crate) options: Vec<(String, u64)>,
}

/// One answer to a text question.
#[derive(Clone, Debug)]
pub(crate) struct Comment {
    pub(crate) question: String,
    pub(crate) text: String,
    pub(crate) locale: String,
    pub(crate) page_url: String,
    pub(crate) page_title: String,
    pub(crate) page_section: Option<String>,
    pub(crate) page_article: Option<String>,
    pub(crate) at: Timestamp,
}

const SURVEYS: &str = "
    select survey, sum(state = 'complete'), sum(state = 'partial'), sum(state = 'dismissed'),
        max(revised_at)
    from response group by survey order by max(revised_at) desc, survey";

const VERSIONS: &str = "
    select survey_version, sum(state = 'complete'), sum(state = 'partial'),
        sum(state = 'dismissed'), min(received_at), max(revised_at)
    from response where survey = ?
    group by survey_version order by min(received_at) desc, survey_version";

const FOUND: &str = "
    select question, sum(choice = 'yes'), sum(choice = 'no')
    from response join answer on answer.response = response.id
    where survey = ? and survey_version = ? and kind = 'yesNo'
    group by question order by min(position), min(received_at), question limit 1";

/// The second count is of those who said yes to the question that is given first.
const RATINGS: &str = "
    select rated.question, rated.points, rated.easy_is, rated.rating, count(*), count(found.choice)
    from response join answer rated on rated.response = response.id
    left join answer found
        on found.response = response.id and found.question = ? and found.choice = 'yes'
    where survey = ? and survey_version = ? and rated.kind = 'effort'
    group by rated.question, rated.points, rated.easy_is, rated.rating
    order by min(rated.position), rated.question, rated.points, rated.easy_is, rated.rating";

/// A response that chose several options of a question has an answer for each.
const CHOICES: &str = "
    with chosen as (
        select distinct response.id response, question, choice, avg(position) over (partition by question) place
        from response join answer on answer.response = response.id
        where survey = ? and survey_version = ? and kind = 'choice'
    )
    select question, choice, count(*),
        (select count(distinct response) from chosen every where every.question = chosen.question)
    from chosen group by place, question, choice
    order by place, question, count(*) desc, choice = 'other', choice";

/// By arrival first, since visitors' clocks may be off.
const COMMENTS: &str = "
    select question, text, locale, page_url, page_title, page_section, page_article,
        coalesce(answered_at, revised_at)
    from response join answer on answer.response = response.id
    where survey = ? and (? is null or survey_version = ?) and kind = 'text'
    order by revised_at desc, answered_at desc, response.id desc, position limit 20";

impl Store {
    /// Every survey that has responses, the one that was answered last first.
    pub(crate) async fn surveys(&self) -> Result<Vec<SurveyTotals>, Unreadable> {
        let rows: Vec<(String, i64, i64, i64, i64)> =
            sqlx::query_as(SURVEYS).fetch_all(&self.readers).await?;
        let survey = |(survey, complete, partial, dismissed, latest)| SurveyTotals {
            survey,
            totals: totals(complete, partial, dismissed),
            latest: Timestamp(latest),
        };
        Ok(rows.into_iter().map(survey).collect())
    }

    /// The answers of a survey by version, the newest version first, all as of one moment.
    pub(crate) async fn versions(&self, survey: &str) -> Result<Vec<VersionAnswers>, Unreadable> {
        let mut snapshot = self.readers.begin().await?;
        let rows: Vec<(String, i64, i64, i64, i64, i64)> =
            sqlx::query_as(VERSIONS).bind(survey).fetch_all(&mut *snapshot).await?;
        let mut versions = Vec::with_capacity(rows.len());
        for (version, complete, partial, dismissed, first, latest) in rows {
            let found = found(&mut snapshot, survey, &version).await?;
            let efforts = efforts(&mut snapshot, survey, &version, found.as_ref()).await?;
            let choices = choices(&mut snapshot, survey, &version).await?;
            let (first, latest) = (Timestamp(first), Timestamp(latest));
            let totals = totals(complete, partial, dismissed);
            versions.push(VersionAnswers { version, first, latest, totals, found, efforts, choices });
        }
        Ok(versions)
    }

    /// The 20 latest answers to text questions, of one version or of all.
    pub(crate) async fn comments(
        &self,
        survey: &str,
        only: Option<&str>,
    ) -> Result<Vec<Comment>, Unreadable> {
        type Row = (String, String, String, String, String, Option<String>, Option<String>, i64);
        let query = sqlx::query_as(COMMENTS).bind(survey).bind(only).bind(only);
        let rows: Vec<Row> = query.fetch_all(&self.readers).await?;
        let comment = |row: Row| {
            let (question, text, locale, page_url, page_title, page_section, page_article, at) = row;
            let at = Timestamp(at);
            Comment { question, text, locale, page_url, page_title, page_section, page_article, at }
        };
        Ok(rows.into_iter().map(comment).collect())
    }
}

async fn found(
    connection: &mut SqliteConnection,
    survey: &str,
    version: &str,
) -> Result<Option<YesNo>, sqlx::Error> {
    let row: Option<(String, i64, i64)> =
        sqlx::query_as(FOUND).bind(survey).bind(version).fetch_optional(connection).await?;
    Ok(row.map(|(question, yes, no)| {
        YesNo::new(asked(survey, version, question), count(yes), count(no))
    }))
}

async fn efforts(
    connection: &mut SqliteConnection,
    survey: &str,
    version: &str,
    found: Option<&YesNo>,
) -> Result<Vec<(Ratings, Ratings)>, sqlx::Error> {
    let rows: Vec<(String, i64, String, i64, i64, i64)> = sqlx::query_as(RATINGS)
        .bind(found.map(|found| found.asked().question.as_str()))
        .bind(survey)
        .bind(version)
        .fetch_all(connection)
        .await?;
    let mut efforts: Vec<(Ratings, Ratings)> = Vec::new();
    for (question, points, easy_is, rating, rated, of_finders) in rows {
        let Some(points) = u32::try_from(points).ok().and_then(Points::new) else { continue };
        let easy_is = if easy_is == "low" { EasyIs::Low } else { EasyIs::High };
        let none = Ratings::new(asked(survey, version, question), points, easy_is);
        let mut part = (none.clone(), none);
        let rating = u8::try_from(rating).unwrap_or_default();
        part.0.add(rating, count(rated));
        part.1.add(rating, count(of_finders));
        let merged = efforts.iter_mut().any(|(all, finders)| {
            all.merge(&part.0).is_ok() && finders.merge(&part.1).is_ok()
        });
        if !merged {
            efforts.push(part);
        }
    }
    Ok(efforts)
}

async fn choices(
    connection: &mut SqliteConnection,
    survey: &str,
    version: &str,
) -> Result<Vec<Chosen>, sqlx::Error> {
    let rows: Vec<(String, String, i64, i64)> =
        sqlx::query_as(CHOICES).bind(survey).bind(version).fetch_all(connection).await?;
    let mut choices: Vec<Chosen> = Vec::new();
    for (question, option, chosen, answered) in rows {
        let option = (option, count(chosen));
        match choices.last_mut().filter(|last| last.question == question) {
            Some(last) => last.options.push(option),
            None => choices.push(Chosen { question, answered: count(answered), options: vec![option] }),
        }
    }
    Ok(choices)
}

fn asked(survey: &str, version: &str, question: String) -> Asked {
    Asked { survey: survey.to_owned(), version: version.to_owned(), question }
}

fn totals(complete: i64, partial: i64, dismissed: i64) -> Totals {
    Totals {
        complete: count(complete),
        partial: count(partial),
        dismissed: count(dismissed),
    }
}

/// A count from SQL, which knows no unsigned numbers.
fn count(rows: i64) -> u64 {
    u64::try_from(rows).unwrap_or_default()
}
