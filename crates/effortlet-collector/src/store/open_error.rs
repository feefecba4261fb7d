//! Why a database cannot be opened. Never tells a password.

use sqlx::error::BoxDynError;
use std::fmt;
use std::path::PathBuf;

/// Why a database cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The url is not one of a database that is known. Only its scheme is told: the rest may hold a password.
    Url(String),
    /// The folder of the file cannot be made.
    Folder(PathBuf, std::io::Error),
    /// It is no database, cannot be reached, read or written, or is of a newer version.
    Database(String, BoxDynError),
}

impl fmt::Display for OpenError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(scheme) => {
                write!(out, "database: expected a url such as sqlite://effortlet.db or postgresql://ces@db.example/ces, got {scheme}")
            }
            Self::Folder(path, error) => write!(out, "database folder {}: {error}", path.display()),
            Self::Database(name, error) => write!(out, "database {name}: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}
