//! PostgreSQL, of which several collectors may use one database. Never makes a database.

use super::{Dialect, Missing, Step};
use crate::store::open_error::OpenError;
use sqlx::any::AnyConnectOptions;
use sqlx::postgres::PgConnectOptions;
use std::str::FromStr;

#[derive(Debug)]
pub(crate) struct Postgres;

const MIGRATIONS: &[Step] = &[
    (1, "whole", include_str!("../../../migrations/postgres/0001_whole.sql")),
    (2, "webhook", include_str!("../../../migrations/postgres/0002_webhook.sql")),
    (3, "count", include_str!("../../../migrations/postgres/0003_count.sql")),
    (4, "comment", include_str!("../../../migrations/postgres/0004_comment.sql")),
    (5, "publication", include_str!("../../../migrations/postgres/0005_publication.sql")),
    (6, "topic", include_str!("../../../migrations/postgres/0006_topic.sql")),
    (7, "facts", include_str!("../../../migrations/postgres/0007_facts.sql")),
    (8, "share", include_str!("../../../migrations/postgres/0008_share.sql")),
    (9, "digest", include_str!("../../../migrations/postgres/0009_digest.sql")),
    (10, "number", include_str!("../../../migrations/postgres/0010_number.sql")),
];

/// What is read in one transaction is as of one moment. Statements are planned by how large a table is now,
/// since it grows from nothing, and never compiled, which takes longer than they do. What is acknowledged
/// is on the disk, whatever else the server is used for.
const GREETING: &str = "
    set default_transaction_isolation = 'repeatable read';
    set plan_cache_mode = force_custom_plan;
    set jit = off;
    select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/// One writes at a time, of all collectors: each sees all that was committed before. How long that lock is
/// waited for, 5 s, and how long it is kept for a collector that has gone silent, 10 s.
const BEGIN: &str = "
    begin isolation level read committed;
    set local lock_timeout = '5s';
    set local idle_in_transaction_session_timeout = '10s';
    select seq from last_seq where id = 1 for update";

/// A number is compared as one, since 4711 may be kept as 4711.0; a text may hold a number too. Earlier versions kept
/// names with U+0000 in them, at which the database would refuse to read any.
const IDS_OF_FACT: &str = "
    select response.id from response, json_each(cast(replace(response.context, '\\u0000', '\\ufffd') as json)) fact
    where site = $1 and fact.key = $2
        and case json_typeof(fact.value) when 'number' then cast(cast(fact.value as text) as double precision) = $4
            else fact.value #>> '{}' = $3 end
    union
    select apart.id from apart, json_each(cast(replace(apart.body, '\\u0000', '\\ufffd') as json) -> 'context') fact
    where site = $1 and fact.key = $2
        and case json_typeof(fact.value) when 'number' then cast(cast(fact.value as text) as double precision) = $4
            else fact.value #>> '{}' = $3 end";

const FORGET_WORDS: &str = "
    delete from answer using (
        select answer.response, answer.position, answer.site from answer
        join response on response.id = answer.response and response.site = answer.site
        where kind = 'text' and revised_at < $1 limit $2
    ) old
    where answer.response = old.response and answer.position = old.position and answer.site = old.site";

impl Dialect for Postgres {
    fn options(&self, url: &str, _: Missing) -> Result<AnyConnectOptions, OpenError> {
        AnyConnectOptions::from_str(url).map_err(|_| unusable())
    }

    fn name(&self, url: &str) -> Result<String, OpenError> {
        let options = PgConnectOptions::from_str(url).map_err(|_| unusable())?;
        let database = options.get_database().unwrap_or(options.get_username());
        Ok(match options.get_socket() {
            Some(folder) => format!("{database} of PostgreSQL in {}", folder.display()),
            None => format!("{database} of PostgreSQL at {}:{}", options.get_host(), options.get_port()),
        })
    }

    fn migrations(&self) -> &'static [Step] {
        MIGRATIONS
    }

    fn greeting(&self) -> &'static str {
        GREETING
    }

    fn begin(&self) -> &'static str {
        BEGIN
    }

    fn ids_of_fact(&self) -> &'static str {
        IDS_OF_FACT
    }

    fn rows(&self) -> &'static str {
        "jsonb_array_elements(cast($1 as jsonb))"
    }

    fn kind(&self) -> &'static str {
        "postgresql"
    }

    fn response_key(&self) -> &'static str {
        "id, site"
    }

    fn skip_locked(&self) -> &'static str {
        "for update skip locked"
    }

    fn forget_words(&self) -> &'static str {
        FORGET_WORDS
    }

    fn analyze(&self) -> Option<&'static str> {
        Some("analyze response, answer")
    }

    fn catalog_change(&self) -> Option<&'static str> {
        Some("select number from catalog_change where id = 1")
    }
}

fn unusable() -> OpenError {
    OpenError::Url("one of postgresql: that cannot be read".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_named_without_its_password() {
        for (url, expected) in [
            ("postgresql://ana:secret@db.example/ces?sslmode=require", "ces of PostgreSQL at db.example:5432"),
            ("postgres://ana:secret@%2Frun%2Fpostgresql/ces", "ces of PostgreSQL in /run/postgresql"),
        ] {
            assert_eq!(Postgres.name(url).unwrap(), expected);
        }
    }
}
