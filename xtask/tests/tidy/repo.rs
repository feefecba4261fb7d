//! The files of the repository, as text. Never looks into what is built or installed.

use effortlet_core::pattern::Pattern;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct File {
    /// From the root, with a slash first: `/src/lib.rs`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// What is built, installed or kept by git.
const PASSED_OVER: [&str; 4] = [".git", "dist", "node_modules", "target"];

pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().expect("xtask is in a folder").to_path_buf()
}

/// Every text file, in the order of the paths.
pub(crate) fn files() -> Vec<File> {
    let mut files = Vec::new();
    collect(&root(), "", &mut files);
    assert!(files.len() > 100, "expected the whole repository, found {} files", files.len());
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Whether a path matches one of these patterns, which are those of definitions.
pub(crate) fn is_in(path: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| {
        let pattern = Pattern::new(pattern).expect("a room is a path pattern");
        pattern.capture(path).is_some()
    })
}

fn collect(folder: &Path, path: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let entry = entry.expect("an entry that can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{path}/{name}");
        if entry.path().is_dir() {
            if !PASSED_OVER.contains(&name.as_str()) {
                collect(&entry.path(), &path, files);
            }
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(File { path, text });
        }
    }
}
