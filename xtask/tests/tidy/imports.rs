//! Which script may import which: of the edge only these few are JavaScript.

use crate::repo::{self, File};

/// The files of a room, and all that they may import. What is not named may be imported by nobody.
const ROOMS: [(&str, &[&str]); 26] = [
    ("/loader/loader.js", &[]),
    (
        "/loader/module.js",
        &[
            "glue:effortlet", "made:words.json", "/src/**/*.css", "/loader/edition.js", "/loader/json.js", "/loader/looked-at.js",
            "/loader/parts.js", "/loader/words.js", "/loader/wasm.js", "/loader/check.js", "/loader/debug.js", "/loader/full.js", "/loader/plain.js",
            "/loader/history.js", "/loader/kept.js", "/loader/lease.js",
        ],
    ),
    ("/loader/edition.js", &["/loader/json.js"]),
    ("/loader/json.js", &[]),
    ("/loader/looked-at.js", &[]),
    ("/loader/parts.js", &[]),
    ("/loader/words.js", &["/src/locale/en.json", "/src/templates.json", "/loader/json.js", "/loader/parts.js"]),
    ("/loader/wasm.js", &["/loader/guard.js", "/loader/parts.js"]),
    ("/loader/guard.js", &[]),
    ("/loader/kept.js", &[]),
    ("/loader/everything.js", &["/src/**/*.css", "/src/fallback/data-layer.js"]),
    ("/loader/full.js", &["glue:full", "/loader/everything.js", "/loader/wasm.js"]),
    ("/loader/plain.js", &["glue:plain", "made:plain/engine.js", "/loader/everything.js", "/loader/guard.js"]),
    ("/loader/check.js", &["glue:check", "/src/templates-more.json", "/loader/json.js", "/loader/wasm.js", "/loader/words.js"]),
    ("/loader/debug.js", &["glue:debug", "/src/debug/*.js", "/loader/check.js", "/loader/everything.js", "/loader/wasm.js"]),
    ("/src/debug/*.js", &["/src/debug/*.js", "/src/debug/*.css", "/src/fallback/quiet.js"]),
    ("/src/fallback/lease.js", &["/src/fallback/note.js", "/src/fallback/quiet.js"]),
    ("/src/fallback/note.js", &["/src/fallback/quiet.js"]),
    ("/src/fallback/history.js", &["/src/fallback/quiet.js"]),
    ("/src/fallback/data-layer.js", &[]),
    ("/src/fallback/quiet.js", &[]),
    ("/npm/index.js", &["/npm/tag.js"]),
    ("/npm/tag.js", &[]),
    ("/npm/mount.js", &["/npm/tag.js"]),
    ("/npm/react.js", &["/npm/index.js", "/npm/mount.js", "react"]),
    ("/npm/vue.js", &["/npm/index.js", "/npm/mount.js", "vue"]),
    ];

#[test]
fn no_file_imports_what_it_may_not() {
    let broken: Vec<String> = edge(repo::files()).iter().flat_map(breaches).collect();
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_room_has_a_file() {
    let files = edge(repo::files());
    for (room, _) in ROOMS {
        assert!(files.iter().any(|file| repo::is_in(&file.path, &[room])), "{room} names no file");
    }
}

#[test]
fn an_import_that_may_not_be_is_caught() {
    for (path, text, expected) in [
        ("/loader/loader.js", "import { start } from \"./module.js\";", 1),
        ("/loader/edition.js", "import {\n  start,\n} from './words.js';", 1),
        ("/src/debug/panel.js", "import { make } from \"./dom.js\";\nimport \"../fallback/note.js\";", 1),
        ("/src/debug/panel.js", "const module = await import(\"../../loader/module.js\");", 1),
        ("/src/debug/panel.js", "export { check } from \"../../loader/check.js\";", 1),
        ("/src/debug/panel.js", "import { make } from \"./dom.js\";\nimport STYLE from \"./parts.css\";", 0),
        ("/loader/full.js", "import * as glue from \"glue:effortlet\";", 1),
        ("/src/fallback/quiet.js", "import React from \"react\";", 1),
        ("/npm/index.js", "import { useEffect } from \"react\";", 1),
        ("/npm/vue.js", "import { start } from \"../loader/module.js\";", 1),
        ("/src/fallback/quiet.js", "// import { x } from \"./y.js\";", 0),
        ("/src/view/card.js", "", 1),
    ] {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(breaches(&file).len(), expected, "{path}: {text}");
    }
}

#[test]
fn what_is_no_fallback_and_not_for_teams_is_rust() {
    let is_known = |file: &File| repo::is_in(&file.path, &["/src/debug/*", "/src/fallback/*"]);
    let scripts = repo::files().into_iter().filter(|file| repo::is_in(&file.path, &["/src/**/*.js", "/src/**/*.ts"]));
    let others: Vec<String> = scripts.filter(|file| !is_known(file)).map(|file| file.path).collect();
    assert!(others.is_empty(), "expected no script but in debug and fallback: {others:?}");
}

/// The JavaScript that runs in the page.
fn edge(files: Vec<File>) -> Vec<File> {
    let rooms = ["/src/**/*.js", "/loader/*.js", "/npm/*.js"];
    files.into_iter().filter(|file| repo::is_in(&file.path, &rooms)).collect()
}

fn breaches(file: &File) -> Vec<String> {
    let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| repo::is_in(&file.path, &[room])) else {
        return vec![format!("{}: expected a room of its own in the table of imports", file.path)];
    };
    let imported = imports(&file.text).into_iter().map(|name| resolved(&file.path, name));
    let refused = imported.filter(|path| !repo::is_in(path, allowed));
    refused.map(|path| format!("{}: may not import {path}", file.path)).collect()
}

/// What stands in quotes after `from`, `import` or `import(`.
fn imports(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    let pieces = code.flat_map(|line| {
        ["from ", "import ", "import("].into_iter().flat_map(move |word| line.split(word).skip(1))
    });
    pieces.filter_map(|rest| rest.strip_prefix(['"', '\''])?.split(['"', '\'']).next()).collect()
}

/// From the root. A name that is no path stands for itself.
fn resolved(from: &str, name: &str) -> String {
    if !name.starts_with('.') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
