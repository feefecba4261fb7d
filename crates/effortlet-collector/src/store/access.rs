//! What changes who may look. Of all secrets only hashes come in here.

use super::received::{Became, Kept};
use effortlet_core::time::Timestamp;
use super::connection::Connection;

/// SHA-256 of a secret.
pub(crate) type Hash = [u8; 32];

/// Until there are more, all log in as this one.
pub(super) const TEAM: &str = "team";

/// One change, through the one writer as all others, so that none waits for another's lock.
#[derive(Debug)]
pub(crate) enum AccessChange {
    /// The one address that counts from now on.
    FirstAddress { hash: Hash, at: Timestamp },
    /// Takes the address back and sets the first password, or changes nothing.
    FirstPassword { hash: Hash, password: String, at: Timestamp },
    Password { password: String, at: Timestamp },
    /// A new session; all that have expired by then are deleted.
    NewSession { hash: Hash, data: String, at: Timestamp, made_since: Timestamp, used_since: Timestamp },
    SessionData { hash: Hash, data: String },
    SessionUsed { hash: Hash, at: Timestamp },
    EndSession { hash: Hash },
    NewToken { name: String, hash: Hash, at: Timestamp },
    RevokeToken { id: i64 },
}

const FIRST_PASSWORD: &str = "
    insert into person (name, password, set_at)
    select $1, $2, $3 where exists (select 1 from first_address where hash = $4) and not exists (select 1 from person)";

const PASSWORD: &str = "
    insert into person (name, password, set_at) values ($1, $2, $3)
    on conflict (name) do update set password = excluded.password, set_at = excluded.set_at";

const FIRST_ADDRESS: &str = "
    insert into first_address (id, hash, made_at) values (1, $1, $2)
    on conflict (id) do update set hash = excluded.hash, made_at = excluded.made_at";

const EXPIRED: &str = "delete from session where made_at <= $1 or used_at <= $2";

const NEW_SESSION: &str = "insert into session (hash, data, made_at, used_at) values ($1, $2, $3, $4)";

const NEW_TOKEN: &str = "insert into read_token (name, hash, made_at) values ($1, $2, $3) on conflict (name) do nothing";

/// Stored when something was changed, unchanged when nothing was.
pub(super) async fn write_access(connection: &mut Connection, change: &AccessChange) -> Result<Kept, sqlx::Error> {
    let query = match change {
        AccessChange::FirstAddress { hash, at } => sqlx::query(FIRST_ADDRESS).bind(hash.as_slice()).bind(at.0),
        AccessChange::FirstPassword { hash, password, at } => {
            sqlx::query(FIRST_PASSWORD).bind(TEAM).bind(password).bind(at.0).bind(hash.as_slice())
        }
        AccessChange::Password { password, at } => sqlx::query(PASSWORD).bind(TEAM).bind(password).bind(at.0),
        AccessChange::NewSession { hash, data, at, made_since, used_since } => {
            sqlx::query(EXPIRED).bind(made_since.0).bind(used_since.0).execute(&mut *connection).await?;
            sqlx::query(NEW_SESSION).bind(hash.as_slice()).bind(data).bind(at.0).bind(at.0)
        }
        AccessChange::SessionData { hash, data } => {
            sqlx::query("update session set data = $1 where hash = $2").bind(data).bind(hash.as_slice())
        }
        AccessChange::SessionUsed { hash, at } => {
            sqlx::query("update session set used_at = $1 where hash = $2").bind(at.0).bind(hash.as_slice())
        }
        AccessChange::EndSession { hash } => sqlx::query("delete from session where hash = $1").bind(hash.as_slice()),
        AccessChange::NewToken { name, hash, at } => {
            sqlx::query(NEW_TOKEN).bind(name).bind(hash.as_slice()).bind(at.0)
        }
        AccessChange::RevokeToken { id } => sqlx::query("delete from read_token where id = $1").bind(id),
    };
    let changed = query.execute(&mut *connection).await?.rows_affected();
    if matches!(change, AccessChange::FirstPassword { .. } | AccessChange::Password { .. }) && changed > 0 {
        sqlx::query("delete from first_address").execute(connection).await?;
    }
    Ok(vec![if changed > 0 { Became::Stored } else { Became::Unchanged }])
}
