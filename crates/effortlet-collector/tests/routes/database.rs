//! The database of a test: SQLite in a file of its folder. `tests/postgres` has one of the same name.

use std::path::{Path, PathBuf};

/// A folder that is not there yet, since the collector makes it.
pub(crate) fn url(folder: &Path) -> String {
    format!("sqlite://{}", file(folder).unwrap().display())
}

/// Where it is a file.
pub(crate) fn file(folder: &Path) -> Option<PathBuf> {
    Some(folder.join("data/effortlet.db"))
}

/// All that is kept, as it is kept, also in the log, which is looked at first: what is not in it any more
/// is in the other.
pub(crate) fn kept(folder: &Path) -> Vec<u8> {
    let file = file(folder).unwrap();
    let log = file.with_extension("db-wal");
    [log, file].into_iter().filter_map(|it| std::fs::read(it).ok()).flatten().collect()
}
