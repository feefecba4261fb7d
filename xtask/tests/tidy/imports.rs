//! Which file of the edge may import which.

use crate::repo::{self, File};

/// The files of a room, and all that they may import. What is not named may be imported by nobody.
const ROOMS: [(&str, &[&str]); 50] = [
    ("/loader/loader.js", &[]),
    (
        "/loader/module.js",
        &["/src/engine.js", "/src/happened.js", "/src/locale.js", "/src/runtime.js", "/loader/check.js", "/loader/debug.js", "/loader/full.js"],
    ),
    (
        "/loader/debug.js",
        &["/src/debug/*.js", "/src/happened.js", "/src/outbox.js", "/src/response.js", "/loader/check.js"],
    ),
    ("/loader/check.js", &["/src/engine.js", "/src/locale.js", "/src/templates-more.json", "/loader/explain.js"]),
    (
        "/loader/explain.js",
        &["/src/clock.js", "/src/engine.js", "/src/happened.js", "/src/locale.js", "/src/sensor/scroll.js", "/src/templates-more.json", "/loader/findings.js"],
    ),
    ("/loader/findings.js", &["/loader/phrases.js", "/loader/units.js"]),
    ("/loader/units.js", &["/loader/phrases.js"]),
    ("/loader/phrases.js", &[]),
    ("/loader/full.js", &["/src/full/*.js", "/src/ask.js", "/src/layout.js", "/src/theme.js", "/src/clock.js", "/src/happened.js", "/src/listener.js"]),
    ("/src/ask.js", &["/src/ask/*.js", "/src/ask/style.css", "/src/happened.js", "/src/sheet.js"]),
    ("/src/theme.js", &["/src/sheet.js"]),
    ("/src/sheet.js", &["/src/quiet.js"]),
    (
        "/src/layout.js",
        &["/src/layout.css", "/src/dom.js", "/src/happened.js", "/src/listener.js", "/src/sheet.js", "/src/shown.js", "/src/view/focus.js"],
    ),
    ("/src/ask/*.js", &["/src/dom.js", "/src/happened.js", "/src/listener.js", "/src/view/*.js"]),
    ("/src/full/recollection.js", &["/src/quiet.js", "/src/shelf.js"]),
    ("/src/full/facts.js", &["/src/full/title.js", "/src/clock.js", "/src/quiet.js", "/src/shelf.js"]),
    ("/src/full/title.js", &["/src/full/words.js", "/src/quiet.js"]),
    ("/src/full/end.js", &["/src/happened.js", "/src/listener.js", "/src/sensor/route.js", "/src/sensor/scroll.js"]),
    ("/src/full/swipe.js", &["/src/listener.js", "/src/sensor/scroll.js"]),
    ("/src/full/*.js", &["/src/happened.js", "/src/listener.js", "/src/quiet.js"]),
    (
        "/src/debug/*.js",
        &[
            "/src/debug/*.js", "/src/debug/*.css", "/src/clock.js", "/src/dom.js", "/src/happened.js",
            "/src/listener.js", "/src/quiet.js", "/src/response.js",
        ],
    ),
    ("/src/engine.js", &["/src/selector.js"]),
    (
        "/src/runtime.js",
        &[
            "/src/clock.js", "/src/happened.js", "/src/listener.js", "/src/lock.js", "/src/manners.js",
            "/src/outbox.js", "/src/place.js", "/src/quiet.js", "/src/response.js", "/src/rest.js", "/src/sensor.js", "/src/store.js", "/src/transport.js", "/src/view.js",
        ],
    ),
    ("/src/sensor.js", &["/src/sensor/*.js", "/src/happened.js"]),
    ("/src/sensor/route.js", &["/src/clock.js", "/src/listener.js", "/src/sensor/history.js"]),
    ("/src/sensor/*.js", &["/src/clock.js", "/src/happened.js", "/src/listener.js", "/src/quiet.js"]),
    (
        "/src/view.js",
        &[
            "/src/view/*.js", "/src/view/style.css", "/src/clock.js", "/src/dom.js", "/src/happened.js",
            "/src/listener.js", "/src/locale.js", "/src/quiet.js", "/src/shown.js",
        ],
    ),
    (
        "/src/view/*.js",
        &[
            "/src/view/*.js", "/src/clock.js", "/src/dom.js", "/src/happened.js", "/src/listener.js",
            "/src/quiet.js",
        ],
    ),
    (
        "/src/shown.js",
        &[
            "/src/counter.js", "/src/keyboard.js", "/src/listener.js", "/src/quiet.js", "/src/sheet.js",
            "/src/shown.css", "/src/view/focus.js", "/src/way.js",
        ],
    ),
    ("/src/keyboard.js", &["/src/clock.js", "/src/listener.js"]),
    ("/src/counter.js", &["/src/dom.js", "/src/listener.js"]),
    ("/src/way.js", &["/src/way.css", "/src/clock.js", "/src/listener.js", "/src/quiet.js", "/src/sheet.js"]),
    ("/src/place.js", &["/src/place/*.js", "/src/quiet.js"]),
    ("/src/place/*.js", &["/src/place/*.js", "/src/quiet.js"]),
    ("/src/locale.js", &["/src/locale/en.json", "/src/templates.json", "/src/templates-more.js"]),
    ("/src/store.js", &["/src/shelf.js", "/src/quiet.js"]),
    ("/src/outbox.js", &["/src/shelf.js", "/src/quiet.js"]),
    ("/src/transport.js", &["/src/quiet.js"]),
    ("/src/shelf.js", &["/src/quiet.js"]),
    ("/src/listener.js", &["/src/clock.js", "/src/quiet.js"]),
    ("/src/clock.js", &["/src/quiet.js"]),
    ("/src/lock.js", &["/src/lease.js"]),
    ("/src/lease.js", &["/src/clock.js", "/src/listener.js", "/src/quiet.js", "/src/shelf.js"]),
    ("/src/rest.js", &["/src/clock.js", "/src/listener.js"]),
    ("/src/manners.js", &["/src/clock.js", "/src/listener.js", "/src/quiet.js"]),
    ("/src/dom.js", &[]),
    ("/src/selector.js", &[]),
    ("/src/quiet.js", &[]),
    ("/src/happened.js", &[]),
    ("/src/response.js", &[]),
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
        ("/src/sensor/exit.js", "import { openView } from \"../view.js\";", 1),
        ("/src/sensor/exit.js", "import {\n  openView,\n} from '../view.js';", 1),
        ("/src/sensor/exit.js", "import { now } from \"../clock.js\";\nimport \"../store.js\";", 1),
        ("/src/view/card.js", "const tell = await import(\"../transport.js\");", 1),
        ("/src/view/card.js", "export { run } from \"../runtime.js\";", 1),
        ("/src/view/card.js", "import { make } from \"../dom.js\";\nimport { button } from \"./parts.js\";", 0),
        ("/src/store.js", "import { openOutbox } from \"./outbox.js\";", 1),
        ("/src/quiet.js", "import React from \"react\";", 1),
        ("/src/runtime.js", "// import { x } from \"./y.js\";", 0),
        ("/src/new.js", "", 1),
    ] {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(breaches(&file).len(), expected, "{path}: {text}");
    }
}

/// The JavaScript that runs in the page.
fn edge(files: Vec<File>) -> Vec<File> {
    let rooms = ["/src/**/*.js", "/loader/*.js"];
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
