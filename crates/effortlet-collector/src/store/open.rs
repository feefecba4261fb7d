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
const MIGRATIONS: [(i64, &str, &str); 1] =
    [(1, "response", include_str!("../../migrations/0001_response.sql"))];

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
    migrator().run(&pool).await.map_err(|error| OpenError::Database(path, error.into()))?;
    Ok(pool)
}

fn migrator() -> Migrator {
    let simple = MigrationType::Simple;
    let all = MIGRATIONS.map(|(number, name, sql)| {
        Migration::new(number, name.into(), simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(all.into())
}
