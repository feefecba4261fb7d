//! Where a path leads: through modules and through what they hand on, to the file that defines it.
//!
//! Never looks inside a file for what it defines: what no module and no `use` explains is its own.

use super::outline::{Declared, Outline, Path, outline};
use crate::code::{Language, Part, parts};
use crate::repo::File;
use std::collections::BTreeMap;

/// One crate: every module that its root declares, directly or through others.
pub(crate) struct Crate {
    pub(crate) outlines: BTreeMap<String, Outline>,
    /// The file in which each module stands.
    modules: BTreeMap<Path, String>,
}

/// More aliases in a row than anybody writes.
const LONGEST_CHAIN: usize = 16;

enum Target {
    Module(Path),
    /// Of that module, as no module inside it and no name that it takes in.
    Item(Path),
}

impl Crate {
    /// Goes from the root's file through every `mod` line that is not for tests alone.
    pub(crate) fn read(root: &str, files: &[File]) -> Self {
        let mut it = Self { outlines: BTreeMap::new(), modules: BTreeMap::from([(Vec::new(), root.to_owned())]) };
        let mut open = vec![(Vec::new(), root.to_owned())];
        while let Some((module, path)) = open.pop() {
            let Some(file) = files.iter().find(|file| file.path == path) else { continue };
            let outline = outline(&module, parts(&file.text, Language::Rust).of(Part::Code));
            for Declared { module, is_inline } in &outline.declared {
                let file = if *is_inline { path.clone() } else { file_of(root, module, files) };
                it.modules.insert(module.clone(), file.clone());
                if !is_inline {
                    open.push((module.clone(), file));
                }
            }
            it.outlines.insert(path, outline);
        }
        it
    }

    /// The files that a path leads through, read in this module: those that hand it on, then the
    /// one that defines it. None for what is of another crate.
    pub(crate) fn way(&self, scope: &[String], path: &[String]) -> Vec<&str> {
        let mut way = Vec::new();
        let end = self.target(scope, path, LONGEST_CHAIN, &mut way);
        let Some(Target::Module(end) | Target::Item(end)) = end else { return Vec::new() };
        let handing_on = way.iter().chain([&end]);
        handing_on.filter_map(|module| self.modules.get(module)).map(String::as_str).collect()
    }

    /// Whether one file's module lies inside the other's.
    pub(crate) fn is_inside(&self, inner: &str, outer: &str) -> bool {
        let module = |file: &str| self.outlines.get(file).map(|outline| outline.module.as_slice());
        module(inner).zip(module(outer)).is_some_and(|(inner, outer)| inner.starts_with(outer))
    }

    fn target(&self, scope: &[String], path: &[String], left: usize, way: &mut Vec<Path>) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(&[], rest, left, way),
            "self" | "super" => self.walk(scope, path, left, way),
            name if self.has(scope, name) || self.taken_in(scope, name).is_some() => self.walk(scope, path, left, way),
            _ => None,
        }
    }

    fn walk(&self, module: &[String], path: &[String], left: usize, way: &mut Vec<Path>) -> Option<Target> {
        let left = left.checked_sub(1)?;
        let Some((first, rest)) = path.split_first() else {
            return Some(Target::Module(module.to_vec()));
        };
        let taken_in = self.taken_in(module, first);
        match first.as_str() {
            "self" => self.walk(module, rest, left, way),
            "super" => self.walk(module.split_last()?.1, rest, left, way),
            // A module and a function may have one name; a path that goes on means the module.
            name if self.has(module, name) && (!rest.is_empty() || taken_in.is_none()) => {
                self.walk(&[module, &[name.to_owned()]].concat(), rest, left, way)
            }
            _ => match taken_in {
                Some(path) => {
                    way.push(module.to_vec());
                    match self.target(module, path, left, way)? {
                        Target::Module(module) => self.walk(&module, rest, left, way),
                        item @ Target::Item(_) => Some(item),
                    }
                }
                None => Some(Target::Item(module.to_vec())),
            },
        }
    }

    fn has(&self, module: &[String], name: &str) -> bool {
        self.modules.contains_key(&[module, &[name.to_owned()]].concat())
    }

    /// What a `use` of this module calls by that name.
    fn taken_in(&self, module: &[String], name: &str) -> Option<&Path> {
        let outline = self.outlines.get(self.modules.get(module)?)?;
        outline.uses.iter().find(|it| it.scope == module && it.leaf.name == name).map(|it| &it.leaf.path)
    }
}

/// `a/b.rs` beside the root for the module `a::b`, or else `a/b/mod.rs`.
fn file_of(root: &str, module: &[String], files: &[File]) -> String {
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let stem = format!("{folder}/{}", module.join("/"));
    let inner = format!("{stem}/mod.rs");
    if files.iter().any(|file| file.path == inner) { inner } else { format!("{stem}.rs") }
}
