//! Who may look, as it is looked up: the team's password, sessions and read tokens. Never changes any.

use super::Store;
use super::access::{Hash, TEAM};
use super::unreadable::Unreadable;
use effortlet_core::time::Timestamp;

#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: i64,
    /// argon2id as a PHC string.
    pub(crate) password: String,
}

#[derive(Debug)]
pub(crate) struct ReadToken {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) made: Timestamp,
}

#[derive(Debug)]
pub(crate) struct StoredSession {
    pub(crate) data: String,
    pub(crate) made: Timestamp,
    pub(crate) used: Timestamp,
}

impl Store {
    /// Whom a password lets in; none as long as none is set.
    pub(crate) async fn team(&self) -> Result<Option<Person>, Unreadable> {
        let row = sqlx::query_as("select id, password from person where name = $1").bind(TEAM);
        let row: Option<(i64, String)> = row.fetch_optional(&self.readers).await?;
        Ok(row.map(|(id, password)| Person { id, password }))
    }

    pub(crate) async fn person(&self, id: i64) -> Result<Option<Person>, Unreadable> {
        let row = sqlx::query_scalar("select password from person where id = $1").bind(id);
        let row: Option<String> = row.fetch_optional(&self.readers).await?;
        Ok(row.map(|password| Person { id, password }))
    }

    pub(crate) async fn is_first_address(&self, hash: Hash) -> Result<bool, Unreadable> {
        let found = sqlx::query_scalar("select 1 from first_address where hash = $1 and not exists (select 1 from person)");
        let found: Option<i64> = found.bind(hash.as_slice()).fetch_optional(&self.readers).await?;
        Ok(found.is_some())
    }

    pub(crate) async fn session(&self, hash: Hash) -> Result<Option<StoredSession>, Unreadable> {
        let row = sqlx::query_as("select data, made_at, used_at from session where hash = $1").bind(hash.as_slice());
        let row: Option<(String, i64, i64)> = row.fetch_optional(&self.readers).await?;
        Ok(row.map(|(data, made, used)| StoredSession { data, made: Timestamp(made), used: Timestamp(used) }))
    }

    /// The oldest first.
    pub(crate) async fn read_tokens(&self) -> Result<Vec<ReadToken>, Unreadable> {
        let rows: Vec<(i64, String, i64)> =
            sqlx::query_as("select id, name, made_at from read_token order by id").fetch_all(&self.readers).await?;
        Ok(rows.into_iter().map(|(id, name, made)| ReadToken { id, name, made: Timestamp(made) }).collect())
    }

    /// The name of a token; none of what is no token.
    pub(crate) async fn name_of_token(&self, hash: Hash) -> Result<Option<String>, Unreadable> {
        let name = sqlx::query_scalar("select name from read_token where hash = $1").bind(hash.as_slice());
        Ok(name.fetch_optional(&self.readers).await?)
    }

    pub(crate) async fn is_read_token(&self, hash: Hash) -> Result<bool, Unreadable> {
        let found = sqlx::query_scalar("select 1 from read_token where hash = $1").bind(hash.as_slice());
        let found: Option<i64> = found.fetch_optional(&self.readers).await?;
        Ok(found.is_some())
    }
}
