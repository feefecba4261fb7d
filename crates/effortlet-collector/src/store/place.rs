//! The place of the database on the disk: whether the file that is open is still the one there.
//!
//! Looks at names only. To open and close the file would take away the locks that SQLite has on it.

use std::path::{Path, PathBuf};

/// What SQLite keeps its log in.
const LOG_SUFFIX: &str = "-wal";

/// The files that a connection has open.
/// None where it is no file.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    database: PathBuf,
    log: PathBuf,
    opened: Option<Identity>,
    opened_log: Option<Identity>,
}

/// Device and number of a file, which stay the same when it is written or renamed.
#[cfg(unix)]
type Identity = (u64, u64);

/// Elsewhere only that there is one.
#[cfg(not(unix))]
type Identity = ();

impl Place {
    /// To be asked for once the database is open.
    pub(super) fn of(database: &Path) -> Self {
        let mut log = database.as_os_str().to_owned();
        log.push(LOG_SUFFIX);
        let (database, log) = (database.to_path_buf(), PathBuf::from(log));
        Self { opened: identity(&database), opened_log: None, database, log }
    }

    /// SQLite begins a new log when all connections were closed.
    pub(super) fn log_may_be_new(&mut self) {
        self.opened_log = None;
    }

    /// The log is there from the first commit on.
    pub(super) fn log_is_written(&mut self) {
        self.opened_log = self.opened_log.or_else(|| identity(&self.log));
    }

    /// Whether what is committed goes into the files that a later start would open.
    pub(super) fn is_still_there(&self) -> bool {
        let same_log = self.opened_log.is_none() || identity(&self.log) == self.opened_log;
        same_log && identity(&self.database) == self.opened
    }
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let file = path.metadata().ok()?;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.metadata().ok().map(|_| ())
}
