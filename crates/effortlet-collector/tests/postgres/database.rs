//! The database of a test: one of its own in the PostgreSQL of this run, or SQLite where there is none.

use crate::server::server;
use std::path::{Path, PathBuf};

pub(crate) fn url(folder: &Path) -> String {
    match server(false) {
        Some(server) => server.url(folder),
        None => crate::sqlite::url(folder),
    }
}

/// Where it is a file.
pub(crate) fn file(folder: &Path) -> Option<PathBuf> {
    if server(false).is_some() { None } else { crate::sqlite::file(folder) }
}

/// All that is kept, as it is kept.
pub(crate) fn kept(folder: &Path) -> Vec<u8> {
    match server(false) {
        Some(server) => server.run("pg_dump", &["-d", url(folder).rsplit('/').next().unwrap()]).into_bytes(),
        None => crate::sqlite::kept(folder),
    }
}
