//! No file of a crate imports, directly or through others, a file that imports it.
//!
//! An import is a path, in a `use` or in code, that leads to another file of the crate: to the one
//! that defines what is named, also where others hand it on. This holds between a module and those
//! inside it too: whoever calls into its child may define nothing that the child needs.
//! - `mod` declares a child, `pub use` hands on what another file has: neither imports by itself.
//! - From outside a module is one address: to take anything from its file, or through it, is to
//!   lean on that file and on whatever it hands on. From inside only the file that defines counts.
//! - Tests may import what they like, and methods need no import.

mod tokens;
mod use_tree;
pub(crate) mod outline;
mod resolve;
mod graph;
mod samples;

use crate::repo::{self, File};
use graph::shortest_circle;
use resolve::Crate;
use std::collections::BTreeSet;

#[test]
fn no_files_of_a_crate_import_each_other_in_a_circle() {
    let files = repo::files();
    let circles: Vec<String> = roots(&files).filter_map(|root| circle(root, &files)).collect();
    assert!(circles.is_empty(), "files import each other in a circle; the shortest of each crate:\n\n{}", circles.join("\n"));
}

#[test]
fn every_file_of_a_crate_is_looked_at() {
    let files = repo::files();
    let read = roots(&files).flat_map(|root| Crate::read(root, &files).outlines.into_keys()).collect::<BTreeSet<_>>();
    let sources = files.iter().map(|file| file.path.as_str()).filter(|path| {
        repo::is_in(path, &["/src/**/*.rs", "/**/src/**/*.rs"]) && !repo::is_in(path, repo::TESTS)
    });
    let missing: Vec<&str> = sources.filter(|path| !read.contains(*path)).collect();
    assert!(missing.is_empty(), "no module of a crate: {missing:?}");
}

/// The file that each library and program begins with.
fn roots(files: &[File]) -> impl Iterator<Item = &str> {
    let paths = files.iter().map(|file| file.path.as_str());
    paths.filter(|path| repo::is_in(path, &["/src/lib.rs", "/**/src/lib.rs", "/**/src/main.rs"]))
}

/// `file:line imports file by path`, a line for each import of the shortest circle.
fn circle(root: &str, files: &[File]) -> Option<String> {
    let imports = shortest_circle(&Crate::read(root, files))?;
    let lines = imports.iter().map(|it| format!("{}:{} imports {} by {}\n", it.from, it.line, it.to, it.path));
    Some(lines.collect())
}
