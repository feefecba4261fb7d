//! Whether an address leads to a file that may be served. Never opens one: to close a database
//! that SQLite has open takes away its locks.

use percent_encoding::percent_decode_str;
use std::path::{Path, PathBuf};

/// A folder of files, and where it really is.
#[derive(Debug)]
pub(super) struct Folder {
    real: Option<PathBuf>,
}

impl Folder {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { real: folder.canonicalize().ok() }
    }

    /// Nothing with a name that begins with a dot, nothing that a link leads to elsewhere. What is
    /// not there may be asked for.
    pub(super) fn may_serve(&self, address: &str) -> bool {
        let Some(real) = &self.real else { return false };
        let decoded = percent_decode_str(address).decode_utf8_lossy();
        let path = decoded.trim_start_matches('/');
        if path.split(['/', '\\']).any(|name| name.starts_with('.')) {
            return false;
        }
        let file = real.join(path);
        is_within(real, &file) && is_within(real, &file.join("index.html"))
    }

    pub(super) fn lost_page(&self) -> Option<String> {
        if !self.may_serve("/404.html") {
            return None;
        }
        std::fs::read_to_string(self.real.as_ref()?.join("404.html")).ok()
    }
}

fn is_within(real: &Path, file: &Path) -> bool {
    file.canonicalize().map_or(!is_link(file), |file| file.starts_with(real))
}

/// A link that leads nowhere now may lead out a moment later.
fn is_link(file: &Path) -> bool {
    file.symlink_metadata().is_ok_and(|it| it.is_symlink())
}
