//! What differs between databases. SQL is written once, with `$1` for what is bound; a backend is its
//! connections, its migrations and the few fragments in which it has words of its own.
//!
//! Never asks a database by itself.

pub(super) mod postgres;
pub(super) mod sqlite;

use super::open_error::OpenError;
use sqlx::any::AnyConnectOptions;
use std::fmt::Debug;
use std::path::PathBuf;

/// A migration's number, name and text; none is ever changed once released.
pub(super) type Step = (i64, &'static str, &'static str);

pub(super) trait Dialect: Debug + Send + Sync {
    /// How a url is connected to, and a database made where missing if it may be.
    fn options(&self, url: &str, missing: Missing) -> Result<AnyConnectOptions, OpenError>;

    /// How a database is called in what is told: never with a password.
    fn name(&self, url: &str) -> Result<String, OpenError>;

    /// The file that it is in, where it is one.
    fn file(&self, _url: &str) -> Result<Option<PathBuf>, OpenError> {
        Ok(None)
    }

    /// What kind of database it is, in a word.
    fn kind(&self) -> &'static str;

    /// How many bytes it has.
    fn size(&self) -> &'static str {
        "select pg_database_size(current_database())"
    }

    fn migrations(&self) -> &'static [Step];

    /// What a connection begins with.
    fn greeting(&self) -> &'static str;

    /// Begins a transaction that writes.
    fn begin(&self) -> &'static str {
        "begin"
    }

    /// Begins a transaction that reads all as of one moment.
    fn snapshot(&self) -> &'static str {
        "begin"
    }

    /// What to do once something was erased, so that it stands nowhere any more.
    fn after_erasing(&self) -> Option<&'static str> {
        None
    }

    /// Has the database look at what its tables hold, where it plans by that and is late to look: until
    /// PostgreSQL has, by itself within a minute or so, it takes a thousand ids for two hundred, and reads
    /// a whole table for each group that is written.
    fn analyze(&self) -> Option<&'static str> {
        None
    }

    /// A copy of the whole database in the file `$1`, where the collector can make one.
    fn backup(&self) -> Option<&'static str> {
        None
    }

    /// The ids of all of a site `$1` of whom the fact `$2` has the value `$3`.
    fn ids_of_fact(&self) -> &'static str;

    /// The rows of the list of JSON objects `$1`, each in the column `value`.
    fn rows(&self) -> &'static str;

    /// What a response is known by: several databases are one only where a key has the site in it.
    fn response_key(&self) -> &'static str {
        "id"
    }

    /// Where rows are picked to be changed: those that another transaction is about to change are left out.
    fn skip_locked(&self) -> &'static str {
        ""
    }

    /// A number that rises with each change of what is registered, where another collector may change it.
    fn catalog_change(&self) -> Option<&'static str> {
        None
    }

    /// Forgets `$2` texts at most from before `$1`.
    fn forget_words(&self) -> &'static str;
}

/// What becomes of a database that is not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    IsMade,
    IsRefused,
}
