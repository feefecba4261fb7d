//! The statements that write.

use super::received::{Received, Refused};
use effortlet_core::response::{Answered, State, Value};
use effortlet_core::survey::EasyIs;
use effortlet_core::time::Timestamp;
use sqlx::sqlite::SqliteConnection;

const FIND: &str = "select survey, rev from response where id = ?";

const UPSERT: &str = "
    insert into response (
        id, rev, state, survey, survey_version, trigger, locale,
        page_url, page_title, page_section, page_article,
        shown_at, answered_at, received_at, revised_at, context
    ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set
        rev = excluded.rev,
        state = excluded.state,
        survey_version = excluded.survey_version,
        trigger = excluded.trigger,
        locale = excluded.locale,
        page_url = excluded.page_url,
        page_title = excluded.page_title,
        page_section = excluded.page_section,
        page_article = excluded.page_article,
        shown_at = excluded.shown_at,
        answered_at = excluded.answered_at,
        revised_at = excluded.revised_at,
        context = excluded.context";

const FORGET_ANSWERS: &str = "delete from answer where response = ?";

const ANSWER: &str = "
    insert into answer (response, position, question, kind, choice, rating, points, easy_is, scale_order, text)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

const PROBE: &str = "
    insert into probe (id, written_at) values (1, ?)
    on conflict (id) do update set written_at = excluded.written_at";

/// True when the response is new or a newer revision, false when it changes nothing.
pub(super) async fn write_response(
    connection: &mut SqliteConnection,
    received: &Received,
) -> Result<Result<bool, Refused>, sqlx::Error> {
    let response = &received.response;
    let known: Option<(String, i64)> =
        sqlx::query_as(FIND).bind(&response.id).fetch_optional(&mut *connection).await?;
    match known {
        Some((survey, _)) if survey != response.survey => {
            return Ok(Err(Refused::AnotherSurvey { id: response.id.clone() }));
        }
        Some((_, rev)) if rev >= i64::from(response.rev) => return Ok(Ok(false)),
        _ => {}
    }
    upsert(connection, received).await?;
    sqlx::query(FORGET_ANSWERS).bind(&response.id).execute(&mut *connection).await?;
    for (position, answered) in (0_i64..).zip(&response.answers) {
        write_answer(connection, &response.id, position, answered).await?;
    }
    Ok(Ok(true))
}

async fn upsert(connection: &mut SqliteConnection, received: &Received) -> Result<(), sqlx::Error> {
    let response = &received.response;
    let context = serde_json::to_string(&response.context)
        .map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(UPSERT)
        .bind(&response.id)
        .bind(i64::from(response.rev))
        .bind(state(response.state))
        .bind(&response.survey)
        .bind(&response.survey_version)
        .bind(&response.trigger)
        .bind(&response.locale)
        .bind(&response.page.url)
        .bind(&response.page.title)
        .bind(&response.page.section)
        .bind(&response.page.article)
        .bind(received.shown_at.0)
        .bind(received.answered_at.map(|at| at.0))
        .bind(received.arrived.0)
        .bind(received.arrived.0)
        .bind(context)
        .execute(connection)
        .await?;
    Ok(())
}

async fn write_answer(
    connection: &mut SqliteConnection,
    response: &str,
    position: i64,
    answered: &Answered,
) -> Result<(), sqlx::Error> {
    let (choice, rating, text) = match (&answered.value, answered.kind) {
        (Value::Rating(rating), _) => (None, Some(i64::from(*rating)), None),
        (Value::Text(word), "yesNo" | "choice") => (Some(word), None, None),
        (Value::Text(text), _) => (None, None, Some(text)),
    };
    sqlx::query(ANSWER)
        .bind(response)
        .bind(position)
        .bind(&answered.question)
        .bind(answered.kind)
        .bind(choice)
        .bind(rating)
        .bind(answered.points.map(i64::from))
        .bind(answered.easy_is.map(direction))
        .bind(answered.order)
        .bind(text)
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn write_probe(
    connection: &mut SqliteConnection,
    at: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query(PROBE).bind(at.0).execute(connection).await?;
    Ok(())
}

fn state(state: State) -> &'static str {
    match state {
        State::Partial => "partial",
        State::Complete => "complete",
        State::Dismissed => "dismissed",
    }
}

fn direction(easy_is: EasyIs) -> &'static str {
    match easy_is {
        EasyIs::High => "high",
        EasyIs::Low => "low",
    }
}
