//! Opening the database and bringing it to this version's shape.

use super::catalog::load;
use super::dialect::postgres::Postgres;
use super::dialect::sqlite::Sqlite;
use super::dialect::{Dialect, Missing, Step};
use super::open_error::OpenError;
use super::place::Place;
use super::telling::Telling;
use super::connection::{Connection, Pool};
use crate::catalog::Catalog;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::error::BoxDynError;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{ConnectOptions, Connection as _, SqlSafeStr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::RwLock;

/// Reports are few and short; four at a time keep two cores busy.
const READERS: u32 = 4;

/// How long a connection is waited for, and for one to read with that others have.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// A database that is there, and how connections to it are made.
#[derive(Clone, Debug)]
pub(super) struct Database {
    pub(super) dialect: &'static dyn Dialect,
    /// A file that is gone is not made anew while the collector runs: an empty one would hide it.
    options: AnyConnectOptions,
    name: String,
    pub(super) place: Place,
}

impl Database {
    /// Runs all migrations, and gives connections for reading.
    pub(super) async fn open(url: &str, missing: Missing) -> Result<(Self, Pool), OpenError> {
        sqlx::any::install_default_drivers();
        let dialect = dialect(url)?;
        let (name, file) = (dialect.name(url)?, dialect.file(url)?);
        let folder = file.as_ref().and_then(|it| it.parent()).filter(|it| !it.as_os_str().is_empty());
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder).map_err(|error| OpenError::Folder(folder.to_path_buf(), error))?;
        }
        let unusable = |error: BoxDynError| OpenError::Database(name.clone(), error);
        let greeting = dialect.greeting();
        // By itself, since a pool says only that it has waited in vain.
        let first = dialect.options(url, missing)?.disable_statement_logging();
        let mut first = connect(&first, greeting).await.map_err(|error| unusable(error.into()))?;
        migrator(dialect.migrations()).run(&mut first).await.map_err(|error| unusable(error.into()))?;
        let options = dialect.options(url, Missing::IsRefused)?.disable_statement_logging();
        let readers = AnyPoolOptions::new()
            .max_connections(READERS)
            .acquire_timeout(LONGEST_WAIT)
            .after_connect(move |connection, _| Box::pin(async move { greet(connection, greeting).await }))
            .connect_lazy_with(options.clone());
        first.close().await.map_err(|error| unusable(error.into()))?;
        let place = file.as_deref().map(Place::of).unwrap_or_default();
        Ok((Self { dialect, options, name, place }, readers))
    }

    /// A connection beside those for reading.
    pub(super) async fn connect(&self) -> Result<Connection, sqlx::Error> {
        connect(&self.options, self.dialect.greeting()).await
    }

    /// Whom there is to tell.
    pub(super) async fn telling(&self, readers: &Pool) -> Result<Arc<Telling>, OpenError> {
        let telling = Arc::new(Telling::default());
        let learned = telling.learn(readers).await;
        learned.map_err(|error| OpenError::Database(self.name.clone(), error.into()))?;
        Ok(telling)
    }

    /// What was registered so far.
    pub(super) async fn catalog(&self, readers: &Pool) -> Result<Arc<RwLock<Arc<Catalog>>>, OpenError> {
        let unreadable = |error: sqlx::Error| OpenError::Database(self.name.clone(), error.into());
        let mut connection = readers.acquire().await.map_err(unreadable)?;
        let catalog = load(&mut connection, self.dialect).await.map_err(unreadable)?;
        Ok(Arc::new(RwLock::new(Arc::new(catalog))))
    }
}

/// That of a url, by its scheme.
fn dialect(url: &str) -> Result<&'static dyn Dialect, OpenError> {
    match url.split_once(':') {
        Some(("sqlite", _)) => Ok(&Sqlite),
        Some(("postgres" | "postgresql", _)) => Ok(&Postgres),
        Some((scheme, _)) => Err(OpenError::Url(format!("one of {scheme}:"))),
        None => Err(OpenError::Url("no scheme".to_owned())),
    }
}

/// The file of a database, where it is one.
pub(crate) fn file_of(url: &str) -> Result<Option<PathBuf>, OpenError> {
    dialect(url)?.file(url)
}

/// A server that says nothing is as good as none.
async fn connect(options: &AnyConnectOptions, greeting: &'static str) -> Result<Connection, sqlx::Error> {
    let connecting = async {
        let mut connection = options.connect().await?;
        greet(&mut connection, greeting).await?;
        Ok(connection)
    };
    let silent = |_| sqlx::Error::Io(std::io::Error::new(std::io::ErrorKind::TimedOut, "it does not answer"));
    tokio::time::timeout(LONGEST_WAIT, connecting).await.map_err(silent)?
}

async fn greet(connection: &mut Connection, greeting: &'static str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(greeting).execute(connection).await?;
    Ok(())
}

fn migrator(migrations: &[Step]) -> Migrator {
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

    const ANOTHER: &str = "
        insert into response values
            ('one', 0, 'shown', 'shop', 'help-center', '1', 'scroll', 'en', '/', '', null, null, 'x', 1, null, 3, 3, '{}', 2)";

    #[tokio::test]
    async fn what_an_earlier_version_has_stored_is_kept() {
        sqlx::any::install_default_drivers();
        let pool = AnyPoolOptions::new().max_connections(1).connect("sqlite::memory:").await.unwrap();
        migrator(&Sqlite.migrations()[..1]).run(&pool).await.unwrap();
        sqlx::raw_sql(EARLIER).execute(&pool).await.unwrap();
        migrator(Sqlite.migrations()).run(&pool).await.unwrap();
        let all = "select position, question, kind, choice, rating, points, easy_is, text from answer order by position";
        type Row = (i64, String, String, Option<String>, Option<i64>, Option<i64>, Option<String>, Option<String>);
        let rows: Vec<Row> = sqlx::query_as(all).fetch_all(&pool).await.unwrap();
        let word = |word: &str| Some(word.to_owned());
        assert_eq!(rows, [
            (0, "found".into(), "yesNo".into(), word("yes"), None, None, None, None),
            (1, "effort".into(), "effort".into(), None, Some(6), Some(7), word("high"), None),
            (2, "improve".into(), "text".into(), None, None, None, None, word("Less text")),
        ]);
        let kept = "select response.site, rev, survey_version, reads_as from response join version
            on version.site = response.site and version.survey = response.survey and version = survey_version";
        let kept: Vec<(String, i64, String, String)> = sqlx::query_as(kept).fetch_all(&pool).await.unwrap();
        assert_eq!(kept, [("default".into(), 1, "1".into(), "1".into())]);
        sqlx::raw_sql("delete from response").execute(&pool).await.unwrap();
        let left: i64 = sqlx::query_scalar("select count(*) from answer").fetch_one(&pool).await.unwrap();
        assert_eq!(left, 0, "answers go with their response, as before");
        sqlx::raw_sql(ANOTHER).execute(&pool).await.unwrap();
        let choice = "insert into answer values ('one', 3, 'why', 'choice', 'price', null, null, null, null, null, 'shop')";
        sqlx::raw_sql(choice).execute(&pool).await.unwrap();
    }
}
