//! A copy of the whole database while others write to it.
//!
//! Never leaves half of one, and never writes over a file.

use super::Store;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no copy.
#[derive(Debug)]
pub(crate) enum NotBackedUp {
    /// There is a file of this name already.
    IsThere(PathBuf),
    /// The database has a program of its own for it.
    ByItself,
    Unreadable(sqlx::Error),
    Unwritable(PathBuf, io::Error),
}

impl fmt::Display for NotBackedUp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IsThere(path) => write!(out, "{}: expected a file that is not there yet", path.display()),
            Self::ByItself => write!(out, "expected a sqlite: url; PostgreSQL has pg_dump, which copies while the collector runs"),
            Self::Unreadable(error) => write!(out, "the database cannot be copied: {error}"),
            Self::Unwritable(path, error) => write!(out, "{}: {error}", path.display()),
        }
    }
}

impl Store {
    /// Writes the database as of one moment into a file, without what was deleted; it is on the disk
    /// when this returns.
    pub(crate) async fn backup(&self, file: &Path) -> Result<(), NotBackedUp> {
        let copy = self.dialect.backup().ok_or(NotBackedUp::ByItself)?;
        if file.exists() {
            return Err(NotBackedUp::IsThere(file.to_path_buf()));
        }
        let part = part_of(file);
        let unwritable = |error| NotBackedUp::Unwritable(part.clone(), error);
        // Left by one that was broken off.
        if part.exists() {
            fs::remove_file(&part).map_err(unwritable)?;
        }
        let copied = sqlx::query(copy).bind(part.to_string_lossy().into_owned()).execute(&self.readers).await;
        if let Err(error) = copied {
            let _ = fs::remove_file(&part);
            return Err(NotBackedUp::Unreadable(error));
        }
        // SQLite leaves it to the system when such a copy reaches the disk.
        File::open(&part).and_then(|it| it.sync_all()).map_err(unwritable)?;
        fs::rename(&part, file).map_err(unwritable)?;
        sync_folder(file).map_err(unwritable)
    }
}

fn part_of(file: &Path) -> PathBuf {
    let mut name = OsString::from(file.as_os_str());
    name.push(".part");
    PathBuf::from(name)
}

/// A name is on the disk when its folder is.
#[cfg(unix)]
fn sync_folder(file: &Path) -> io::Result<()> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
