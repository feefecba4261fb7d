//! The statements that count the answers of one version of a survey.

use super::counts::{Chosen, count};
use effortlet_core::score::{Asked, Ratings, YesNo};
use effortlet_core::survey::{EasyIs, Points};
use sqlx::sqlite::SqliteConnection;

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

pub(super) async fn found(
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

pub(super) async fn efforts(
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

pub(super) async fn choices(
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
