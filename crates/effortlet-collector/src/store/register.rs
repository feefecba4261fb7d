//! Definitions: which versions there are, and which of them measure the same.
//!
//! Never forgets a version: what visitors are asked in tabs that are open still arrives.

use super::let_in::let_in;
use super::catalog::load;
use super::{Store, Unreadable};
use crate::catalog::{Definition, Survey, Version, Versions, asks_the_same, measures_the_same};
use effortlet_core::source::Problem;
use effortlet_core::time::Timestamp;
use super::connection::Connection;
use std::sync::Arc;

const REGISTER: &str = "
    insert into definition (site, registered_at, origins) values ($1, $2, $3)
    on conflict (site) do update set registered_at = excluded.registered_at, origins = excluded.origins";

const VERSION: &str = "
    insert into version (site, survey, version, first_seen, reads_as, organization, default_locale, asked)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (site, survey, version) do update set
        organization = excluded.organization, default_locale = excluded.default_locale, asked = excluded.asked";

const POSTED: &str = "
    insert into posted_version (site, survey, posted, version) values ($1, $2, $3, $4)
    on conflict (site, survey, posted) do nothing";

const LANGUAGES: &str = "
    select distinct locale from response
    where site = $1 and survey = $2 and survey_version = $3 and state in ('partial', 'complete')";

const READ_AS: &str = "update version set reads_as = $1 where site = $2 and survey = $3 and version = $4";

const ORIGINS: &str = "select site, origins from definition";

/// What became of a definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    pub site: String,
    /// Whose pages may post; all, where there is none.
    pub origins: Vec<String>,
    pub surveys: Vec<RegisteredSurvey>,
    /// How many responses had been kept apart that count now.
    pub counted: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredSurvey {
    pub survey: String,
    /// The version that its answers are counted under.
    pub version: String,
    /// What its widget calls it.
    pub posted: String,
}

/// Why a definition was not taken, or versions not declared comparable.
#[derive(Debug)]
pub(crate) enum NotTaken {
    Problem(Problem),
    Unwritable(Unreadable),
}

impl From<sqlx::Error> for NotTaken {
    fn from(error: sqlx::Error) -> Self {
        Self::Unwritable(error.into())
    }
}

impl Store {
    /// The origins that each site lists, if any.
    pub(crate) async fn origins(&self) -> Result<Vec<(String, Vec<String>)>, Unreadable> {
        let listed: Vec<(String, String)> = sqlx::query_as(ORIGINS).fetch_all(&self.readers).await?;
        Ok(listed.into_iter().map(|(site, origins)| (site, serde_json::from_str(&origins).unwrap_or_default())).collect())
    }

    /// Takes a definition and counts what was kept apart for the want of it.
    ///
    /// Goes on to its end also where nobody waits for it any more, so that what is known is what is stored.
    pub(crate) async fn register(&self, definition: Definition, at: Timestamp) -> Result<Registered, NotTaken> {
        let store = self.clone();
        finished(tokio::spawn(async move { store.write_definition(&definition, at).await }).await)
    }

    /// From now on these versions of a survey are read together, and with no other.
    pub(crate) async fn read_together(&self, site: &str, survey: &str, versions: Vec<String>) -> Result<(), NotTaken> {
        let (store, site, survey) = (self.clone(), site.to_owned(), survey.to_owned());
        finished(tokio::spawn(async move { store.write_together(&site, &survey, &versions).await }).await)
    }

    async fn write_definition(&self, definition: &Definition, at: Timestamp) -> Result<Registered, NotTaken> {
        let mut catalog = self.catalog.write().await;
        let mut transaction = self.readers.begin_with(self.dialect.begin()).await?;
        let before = load(&mut transaction, self.dialect).await?;
        let origins = serde_json::Value::from(definition.origins.as_slice()).to_string();
        sqlx::query(REGISTER).bind(&definition.site).bind(at.0).bind(origins).execute(&mut *transaction).await?;
        let mut surveys = Vec::with_capacity(definition.surveys.len());
        for (index, survey) in definition.surveys.iter().enumerate() {
            let known = before.versions(&definition.site, &survey.id);
            let version = version_for(&mut transaction, definition, survey, known, index).await?;
            write_version(&mut transaction, definition, survey, &version, at).await?;
            surveys.push(RegisteredSurvey { survey: survey.id.clone(), version, posted: survey.posted.clone() });
        }
        let newer = load(&mut transaction, self.dialect).await?;
        let counted = let_in(&mut transaction, self.dialect, &definition.site, &newer, &self.telling).await?;
        transaction.commit().await?;
        *catalog = Arc::new(newer);
        Ok(Registered { site: definition.site.clone(), origins: definition.origins.clone(), surveys, counted })
    }

    async fn write_together(&self, site: &str, survey: &str, together: &[String]) -> Result<(), NotTaken> {
        let mut catalog = self.catalog.write().await;
        let mut transaction = self.readers.begin_with(self.dialect.begin()).await?;
        let before = load(&mut transaction, self.dialect).await?;
        let known = before.versions(site, survey).map(|it| &it.known);
        let first_seen = |version: &String| known.and_then(|it| it.get(version)).map(|it| it.first_seen);
        let problem = |place: String, expected: &str| NotTaken::Problem(Problem { place, expected: expected.to_owned() });
        if let Some(index) = together.iter().position(|version| first_seen(version).is_none()) {
            return Err(problem(format!("[{index}]"), "a version of this survey that is known"));
        }
        let newest = together.iter().max_by_key(|version| first_seen(version));
        let newest = newest.ok_or_else(|| problem(String::new(), "at least one version"))?;
        for (version, reads_as) in regrouped(known.into_iter().flatten(), together, newest) {
            sqlx::query(READ_AS).bind(reads_as).bind(site).bind(survey).bind(version).execute(&mut *transaction).await?;
        }
        let newer = load(&mut transaction, self.dialect).await?;
        transaction.commit().await?;
        *catalog = Arc::new(newer);
        Ok(())
    }
}

/// The version whose answers may be counted together with those of this survey, else a new one.
///
/// Where a team has named it, and where the words of a template have become better, its name says
/// that the wording does not matter.
async fn version_for(
    connection: &mut Connection,
    definition: &Definition,
    survey: &Survey,
    known: Option<&Versions>,
    index: usize,
) -> Result<String, NotTaken> {
    let Some(known) = known else { return Ok(survey.posted.clone()) };
    let named = known.posted.get(&survey.posted);
    let mut candidates: Vec<(&String, &Version)> = known.known.iter().collect();
    candidates.sort_by_key(|(version, it)| (named != Some(*version), std::cmp::Reverse(it.first_seen)));
    for (version, it) in candidates {
        let languages: Vec<String> = sqlx::query_scalar(LANGUAGES)
            .bind(&definition.site)
            .bind(&survey.id)
            .bind(version)
            .fetch_all(&mut *connection)
            .await?;
        let same_name = named == Some(version) && asks_the_same(it, &survey.asked);
        if same_name || !survey.is_named && measures_the_same(it, &survey.asked, &definition.default_locale, &languages) {
            return Ok(version.clone());
        }
    }
    match named {
        None => Ok(survey.posted.clone()),
        Some(_) => Err(NotTaken::Problem(Problem {
            place: format!("surveys[{index}].version"),
            expected: format!("another version than {}, under which something else was asked before", survey.posted),
        })),
    }
}

async fn write_version(
    connection: &mut Connection,
    definition: &Definition,
    survey: &Survey,
    version: &str,
    at: Timestamp,
) -> Result<(), sqlx::Error> {
    let asked = serde_json::to_string(&survey.asked).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(VERSION)
        .bind(&definition.site)
        .bind(&survey.id)
        .bind(version)
        .bind(at.0)
        .bind(version)
        .bind(&definition.organization)
        .bind(&definition.default_locale)
        .bind(asked)
        .execute(&mut *connection)
        .await?;
    let posted = sqlx::query(POSTED).bind(&definition.site).bind(&survey.id).bind(&survey.posted).bind(version);
    posted.execute(connection).await?;
    Ok(())
}

/// What each version is read as once these are read together. A group that is taken from goes on under
/// its newest version.
fn regrouped<'a>(
    known: impl Iterator<Item = (&'a String, &'a Version)>,
    together: &[String],
    newest: &'a str,
) -> Vec<(&'a String, &'a str)> {
    let known: Vec<_> = known.collect();
    let rest = |reads_as: &str| {
        let members = known.iter().filter(|(version, it)| it.reads_as == reads_as && !together.contains(version));
        members.max_by_key(|(_, it)| it.first_seen).map_or("", |(version, _)| version.as_str())
    };
    let reads_as = |(version, it): &(&'a String, &'a Version)| {
        (*version, if together.contains(version) { newest } else { rest(&it.reads_as) })
    };
    known.iter().map(reads_as).collect()
}

/// A task that broke has written nothing.
fn finished<T>(outcome: Result<Result<T, NotTaken>, tokio::task::JoinError>) -> Result<T, NotTaken> {
    outcome.unwrap_or_else(|broken| Err(sqlx::Error::Io(std::io::Error::other(broken)).into()))
}
