//! Opening the database and bringing it to this version's shape.

use sqlx::error::BoxDynError;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlSafeStr, SqlitePool};
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// Reports are few and short; four at a time keep two cores busy.
const READERS: u32 = 4;

/// How long another process may hold the database before a write gives up.
const BUSY_FOR: Duration = Duration::from_secs(5);

/// Each migration with its number; they are never changed once released.
const MIGRATIONS: [(i64, &str, &str); 2] = [
    (1, "response", include_str!("../../migrations/0001_response.sql")),
    (2, "choice", include_str!("../../migrations/0002_choice.sql")),
];

/// Why a database cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The url is not one of a SQLite file. Only its scheme is told: the rest may hold a password.
    Url(String),
    /// The folder of the file cannot be made.
    Folder(PathBuf, std::io::Error),
    /// The file is no database, cannot be read or written, or is of a newer version.
    Database(PathBuf, BoxDynError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(scheme) => {
                write!(out, "database: expected a url such as sqlite://effortlet.db, got {scheme}")
            }
            Self::Folder(path, error) => write!(out, "database folder {}: {error}", path.display()),
            Self::Database(path, error) => write!(out, "database {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for OpenError {}

/// WAL lets reports read while answers are written; synchronous FULL makes a commit durable.
pub(super) fn options(url: &str) -> Result<SqliteConnectOptions, OpenError> {
    let unusable = || match url.split_once(':') {
        Some((scheme, _)) => OpenError::Url(format!("one of {scheme}:")),
        None => OpenError::Url("no scheme".to_owned()),
    };
    if !url.starts_with("sqlite:") || url.contains(":memory:") || url.contains("mode=memory") {
        return Err(unusable());
    }
    let options = SqliteConnectOptions::from_str(url).map_err(|_| unusable())?;
    if options.get_filename().as_os_str().is_empty() {
        return Err(unusable());
    }
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_FOR)
        .disable_statement_logging())
}

/// Connections for reading, once all migrations have run.
pub(super) async fn readers(options: &SqliteConnectOptions) -> Result<SqlitePool, OpenError> {
    let path = options.get_filename().to_path_buf();
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .map_err(|error| OpenError::Folder(folder.to_path_buf(), error))?;
    }
    let pool = SqlitePoolOptions::new()
        .max_connections(READERS)
        .connect_with(options.clone())
        .await
        .map_err(|error| OpenError::Database(path.clone(), error.into()))?;
    migrator(&MIGRATIONS).run(&pool).await.map_err(|error| OpenError::Database(path, error.into()))?;
    Ok(pool)
}

fn migrator(migrations: &[(i64, &'static str, &'static str)]) -> Migrator {
    let simple = MigrationType::Simple;
    let all = migrations.iter().map(|(number, name, sql)| {
        Migration::new(*number, (*name).into(), simple, (*sql).into_sql_str(), false)
    });
    Migrator::with_migrations(all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a team has stored with an earlier version.
    const EARLIER: &str = "
        insert into response values ('one', 1, 'complete', 'help-center', '1', 'scroll', 'en', '/', '', null, null, 1, 2, 3, 3, '{}');
        insert into answer values ('one', 0, 'found', 'yesNo', 'yes', null, null, null, null);
        insert into answer values ('one', 1, 'effort', 'effort', null, 6, 7, 'high', null);
        insert into answer values ('one', 2, 'improve', 'text', null, null, null, null, 'Less text')";

    #[tokio::test]
    async fn what_an_earlier_version_has_stored_is_kept() {
        let pool = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        migrator(&MIGRATIONS[..1]).run(&pool).await.unwrap();
        sqlx::raw_sql(EARLIER).execute(&pool).await.unwrap();
        migrator(&MIGRATIONS).run(&pool).await.unwrap();
        let all = "select position, question, kind, choice, rating, points, easy_is, text from answer order by position";
        type Row = (i64, String, String, Option<String>, Option<i64>, Option<i64>, Option<String>, Option<String>);
        let rows: Vec<Row> = sqlx::query_as(all).fetch_all(&pool).await.unwrap();
        let word = |word: &str| Some(word.to_owned());
        assert_eq!(rows, [
            (0, "found".into(), "yesNo".into(), word("yes"), None, None, None, None),
            (1, "effort".into(), "effort".into(), None, Some(6), Some(7), word("high"), None),
            (2, "improve".into(), "text".into(), None, None, None, None, word("Less text")),
        ]);
        let choice = "insert into answer values ('one', 3, 'why', 'choice', 'price', null, null, null, null, null)";
        sqlx::raw_sql(choice).execute(&pool).await.unwrap();
    }
}
