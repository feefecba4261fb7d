//! Which room of the edge may use which, and what of the rules.
//!
//! A room is a module of the root crate with all that is in it. The rules are `effortlet_core`; what
//! is none of ours, such as web-sys, any room may use.

use crate::circles::outline::{Path, outline};
use crate::code::{Language, Part, parts};
use crate::repo::{self, File};
use std::collections::BTreeSet;

/// What every room may stand on: the page, listening, time.
const ANY: &str = "*";

/// A room, and what it may use besides itself: other rooms, or paths into the rules. Nobody else may
/// use what is named by none.
const ROOMS: [(&str, &[&str]); 28] = [
    // Only these know more than one room.
    ("widget", &["edition", "page", "runtime", "sensor::properties", "shelf::Device", "shelf::Use", "source", "value", "rules"]),
    ("runtime", &[ANY]),
    ("edition", &["facts", "link_targets", "observer", "preview::open", "redact", "sensor", "store::JOURNEYS", "store::Journeys", "view", "rules"]),
    ("observer", &["shelf::Device", "rules::engine", "rules::response", "rules::time"]),
    ("preview", &[ANY]),
    // What comes in.
    ("source", &["observer::Observer", "page", "value", "words", "rules::definition", "rules::edition", "rules::source"]),
    ("words", &["page", "rules::text"]),
    (
        "sensor",
        &[
            "changes", "clock", "element_words", "listener", "page", "value", "rules::needs", "rules::response::limits", "rules::signal",
            "rules::source", "rules::time", "rules::trigger",
        ],
    ),
    ("manners", &["clock", "listener", "page", "rules::manners", "rules::time"]),
    ("quiet_moment", &["changes", "clock", "listener", "page", "rules::time"]),
    ("section", &["element_words", "json_ld", "page", "rules::address", "rules::help_center::is_beginning", "rules::pattern::among"]),
    ("revision", &["element_words", "json_ld", "page"]),
    ("facts", &["clock", "element_words", "page", "shelf", "value", "rules::needs", "rules::response::Context", "rules::source"]),
    ("link_targets", &["page", "rules::address"]),
    // What is shown.
    (
        "view",
        &[
            "changes", "clock", "dom", "listener", "page", "words", "rules::answer", "rules::digits", "rules::screen",
            "rules::survey", "rules::theme", "rules::time",
        ],
    ),
    // What is kept and posted.
    ("redact", &["page", "value", "rules::response", "rules::source"]),
    ("store", &["page", "shelf", "value", "rules::memory", "rules::source", "rules::time"]),
    ("outbox", &["page", "shelf", "rules::outbox", "rules::response", "rules::source", "rules::time"]),
    ("shelf", &["page"]),
    ("transport", &["clock", "page", "rules::outbox", "rules::time"]),
    ("lock", &["page"]),
    // What they stand on.
    ("changes", &["page"]),
    ("element_words", &["page"]),
    ("json_ld", &["page"]),
    ("listener", &["clock", "page", "rules::time"]),
    ("clock", &["page", "rules::time"]),
    ("dom", &["page"]),
    ("value", &["page", "rules::response::limits", "rules::source"]),
];

/// Stand on nothing of ours; `lib` only names the others.
const ALONE: [&str; 2] = ["page", "lib"];

#[test]
fn no_room_of_the_edge_uses_what_it_may_not() {
    let broken: Vec<String> = edge().iter().flat_map(breaches).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_room_of_the_edge_has_a_file() {
    let files = edge();
    let found: BTreeSet<&str> = files.iter().map(|file| room(&file.path)).collect();
    let named = ROOMS.iter().map(|(room, _)| *room).chain(ALONE).collect();
    assert_eq!(found, named);
}

#[test]
fn a_use_that_may_not_be_is_caught() {
    for (path, text, expected) in [
        ("/src/sensor/exit.rs", "use crate::view::View;", 1),
        ("/src/sensor/exit.rs", "use crate::{clock::now, store::Store};", 1),
        ("/src/sensor/exit.rs", "use super::super::runtime::Runtime;", 1),
        ("/src/sensor/exit.rs", "fn exit() {\n    crate::transport::post()\n}", 1),
        ("/src/sensor/exit.rs", "use effortlet_core::engine::Engine;", 1),
        ("/src/sensor/exit.rs", "fn exit(it: &effortlet_core::engine::Engine<'_>) {}", 1),
        ("/src/sensor/exit.rs", "use effortlet_core::signal::Signal;\nuse super::{Common, scroll::Scroll};", 0),
        ("/src/sensor/exit.rs", "use web_sys::Element;\nuse std::rc::Rc;\nfn exit() { page::all() }", 0),
        ("/src/sensor/exit.rs", "#[cfg(test)]\nmod tests {\n    use crate::view::View;\n}", 0),
        ("/src/view/card.rs", "use crate::words::Words;\nuse effortlet_core::answer::Act;\nuse effortlet_core::screen::Screen;", 0),
        ("/src/view/card.rs", "use effortlet_core::engine::{Engine, Input};", 2),
        ("/src/store.rs", "use crate::outbox::Outbox;", 1),
        ("/src/page.rs", "use crate::clock::now;", 1),
        ("/src/widget.rs", "use crate::view::View;", 1),
        ("/src/runtime.rs", "use crate::view::View;\nuse effortlet_core::engine::Engine;", 0),
        ("/src/unknown.rs", "use crate::page::window;", 1),
    ] {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(breaches(&file).len(), expected, "{path}: {text}");
    }
}

fn edge() -> Vec<File> {
    repo::files().into_iter().filter(|file| repo::is_in(&file.path, &["/src/**/*.rs"])).collect()
}

fn breaches(file: &File) -> Vec<String> {
    let room = room(&file.path);
    let allowed = ROOMS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, allowed)| allowed);
    let is_allowed = |used: &str| {
        allowed.iter().any(|it| *it == ANY || used == *it || used.strip_prefix(it).is_some_and(|rest| rest.starts_with("::")))
    };
    let used = uses(file).into_iter().filter(|(path, _)| !path.starts_with(&format!("{room}::")) && path != room);
    let refused = used.filter(|(path, _)| !is_allowed(path));
    refused.map(|(path, line)| format!("{}:{line}: {room} may not use {path}", file.path)).collect()
}

/// Each path into the crate or into the rules, whole, with its first line.
fn uses(file: &File) -> Vec<(String, usize)> {
    let module: Path = match module(&file.path) {
        "lib" => Vec::new(),
        module => module.split('/').map(str::to_owned).collect(),
    };
    let outline = outline(&module, parts(&file.text, Language::Rust).of(Part::Code));
    let taken = outline.uses.iter().map(|it| (&it.scope, &it.leaf.path, it.leaf.line));
    let named = outline.mentions.iter().map(|it| (&it.scope, &it.path, it.line));
    taken.chain(named).filter_map(|(scope, path, line)| Some((whole(scope, path)?.join("::"), line))).collect()
}

/// Where a path leads from the crate's root; none where it is of somebody else, or begins here.
fn whole(scope: &[String], path: &[String]) -> Option<Path> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "effortlet_core" => Some([&["rules".to_owned()], rest].concat()),
        "super" => {
            let mut scope = scope.to_vec();
            let mut rest = path;
            while let Some((_, after)) = rest.split_first().filter(|(first, _)| *first == "super") {
                scope.pop();
                rest = after;
            }
            Some([&scope, rest].concat())
        }
        _ => None,
    }
}

/// `view/card` for `/src/view/card.rs`.
fn module(path: &str) -> &str {
    path.trim_start_matches("/src/").trim_end_matches(".rs")
}

/// `view` for it.
fn room(path: &str) -> &str {
    module(path).split('/').next().unwrap_or_default()
}
