//! SQLite in a file. Never in memory: what is acknowledged is on the disk.

use super::{Dialect, Missing, Step};
use crate::store::open_error::OpenError;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::any::AnyConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::path::PathBuf;
use std::str::FromStr;

#[derive(Debug)]
pub(crate) struct Sqlite;

const MIGRATIONS: &[Step] = &[
    (1, "response", include_str!("../../../migrations/sqlite/0001_response.sql")),
    (2, "choice", include_str!("../../../migrations/sqlite/0002_choice.sql")),
    (3, "definition", include_str!("../../../migrations/sqlite/0003_definition.sql")),
    (4, "doors", include_str!("../../../migrations/sqlite/0004_doors.sql")),
    (5, "life", include_str!("../../../migrations/sqlite/0005_life.sql")),
    (6, "origins", include_str!("../../../migrations/sqlite/0006_origins.sql")),
    (7, "column", include_str!("../../../migrations/sqlite/0007_column.sql")),
    (8, "webhook", include_str!("../../../migrations/sqlite/0008_webhook.sql")),
    (9, "count", include_str!("../../../migrations/sqlite/0009_count.sql")),
    (10, "comment", include_str!("../../../migrations/sqlite/0010_comment.sql")),
    (11, "publication", include_str!("../../../migrations/sqlite/0011_publication.sql")),
    (12, "topic", include_str!("../../../migrations/sqlite/0012_topic.sql")),
    (13, "facts", include_str!("../../../migrations/sqlite/0013_facts.sql")),
    (14, "share", include_str!("../../../migrations/sqlite/0014_share.sql")),
    (15, "digest", include_str!("../../../migrations/sqlite/0015_digest.sql")),
    (16, "number", include_str!("../../../migrations/sqlite/0016_number.sql")),
];

/// How long another process may hold the database before a write gives up, 5 s, comes first. WAL lets
/// reports read while answers are written; synchronous FULL makes a commit durable; what was deleted is
/// written over, so that it is not found in the file afterwards.
const GREETING: &str = "
    pragma busy_timeout = 5000;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on";

/// Flags are 1 and 0 in `value`. A number is compared as one, since 4711 may be kept as 4711.0; a text may hold a
/// number too.
const IDS_OF_FACT: &str = "
    select response.id from response, json_each(response.context) fact
    where site = $1 and fact.key = $2
        and case fact.type when 'true' then $3 = 'true' when 'false' then $3 = 'false'
            when 'text' then fact.value = $3 else fact.value = $4 end
    union
    select apart.id from apart, json_each(apart.body, '$.context') fact
    where site = $1 and fact.key = $2
        and case fact.type when 'true' then $3 = 'true' when 'false' then $3 = 'false'
            when 'text' then fact.value = $3 else fact.value = $4 end";

/// From texts to their responses, so that those whose texts are gone are not looked at again.
const FORGET_WORDS: &str = "
    delete from answer where (response, position) in (
        select answer.response, answer.position from answer indexed by answer_words
        cross join response on response.id = answer.response
        where kind = 'text' and revised_at < $1 limit $2
    )";

impl Dialect for Sqlite {
    /// sqlx's url of any database knows no file name with a dot or two: it goes in written as %2E.
    fn options(&self, url: &str, missing: Missing) -> Result<AnyConnectOptions, OpenError> {
        let file = file_of(url)?;
        let name = utf8_percent_encode(&file.to_string_lossy(), NON_ALPHANUMERIC).to_string();
        let mode = if missing == Missing::IsMade { "mode=rwc" } else { "mode=rw" };
        let asked = url.split_once('?').map(|(_, asked)| format!("{asked}&")).unwrap_or_default();
        AnyConnectOptions::from_str(&format!("sqlite:{name}?{asked}{mode}")).map_err(|_| unusable())
    }

    fn name(&self, url: &str) -> Result<String, OpenError> {
        Ok(file_of(url)?.display().to_string())
    }

    fn file(&self, url: &str) -> Result<Option<PathBuf>, OpenError> {
        file_of(url).map(Some)
    }

    fn kind(&self) -> &'static str {
        "sqlite"
    }

    fn size(&self) -> &'static str {
        "select page_count * page_size from pragma_page_count(), pragma_page_size()"
    }

    fn migrations(&self) -> &'static [Step] {
        MIGRATIONS
    }

    fn greeting(&self) -> &'static str {
        GREETING
    }

    fn begin(&self) -> &'static str {
        "begin immediate"
    }

    /// What was erased also stands in the log, until that is written over.
    fn after_erasing(&self) -> Option<&'static str> {
        Some("pragma wal_checkpoint(truncate)")
    }

    fn backup(&self) -> Option<&'static str> {
        Some("vacuum into $1")
    }

    fn ids_of_fact(&self) -> &'static str {
        IDS_OF_FACT
    }

    fn rows(&self) -> &'static str {
        "jsonb_each($1)"
    }

    fn forget_words(&self) -> &'static str {
        FORGET_WORDS
    }
}

fn file_of(url: &str) -> Result<PathBuf, OpenError> {
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(unusable());
    }
    let options = SqliteConnectOptions::from_str(url).map_err(|_| unusable())?;
    if options.get_filename().as_os_str().is_empty() {
        return Err(unusable());
    }
    Ok(options.get_filename().to_path_buf())
}

fn unusable() -> OpenError {
    OpenError::Url("one of sqlite:".to_owned())
}
