//! The files of the repository, as text. Never looks into what is built or installed.

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct File {
    /// From the root, with a slash first: `/src/lib.rs`.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Tests that stand in a file of their own, beside what they are about.
pub(crate) const TESTS: &[&str] = &["/**/src/**/tests.rs", "/**/src/**/tests/**"];

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

/// Whether a path matches one of these patterns: `*` is any part of one name, `**` any folders.
pub(crate) fn is_in(path: &str, patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| matches(pattern, path))
}

fn matches(pattern: &str, path: &str) -> bool {
    if let Some(rest) = pattern.strip_prefix("**/") {
        let deeper = path.match_indices('/').filter_map(|(at, _)| path.get(at + 1..));
        return std::iter::once(path).chain(deeper).any(|path| matches(rest, path));
    }
    match pattern.chars().next() {
        None => path.is_empty(),
        Some('*') if pattern == "**" => true,
        Some('*') => {
            let rest = pattern.strip_prefix('*').unwrap_or_default();
            let name = path.find('/').unwrap_or(path.len());
            (0..=name).filter_map(|at| path.get(at..)).any(|path| matches(rest, path))
        }
        Some(letter) => path.strip_prefix(letter).is_some_and(|path| matches(pattern.split_at(letter.len_utf8()).1, path)),
    }
}

#[test]
fn a_pattern_matches_whole_paths() {
    for (pattern, path, expected) in [
        ("/src/**", "/src/view/card.js", true),
        ("/src/**/*.rs", "/src/lib.rs", true),
        ("/src/**/*.rs", "/src/a/b/c.rs", true),
        ("/src/**/*.rs", "/src/view/card.js", false),
        ("/src/*.js", "/src/view/card.js", false),
        ("/src/view.*", "/src/view.js", true),
        ("/src/view.*", "/src/view/card.js", false),
        ("/**/tests.rs", "/crates/core/tests.rs", true),
        ("/README.md", "/README.md", true),
        ("/README.md", "/README.mdx", false),
    ] {
        assert_eq!(is_in(path, &[pattern]), expected, "{pattern} on {path}");
    }
}

fn collect(folder: &Path, path: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder that can be read") {
        let entry = entry.expect("an entry that can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{path}/{name}");
        // In a worktree `.git` is a file.
        if PASSED_OVER.contains(&name.as_str()) || name.starts_with("target-") {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &path, files);
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push(File { path, text });
        }
    }
}
