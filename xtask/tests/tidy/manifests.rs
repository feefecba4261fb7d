//! What Cargo's files say: who depends on whom, and under which lints.

use crate::code::{Language, Part, parts};
use crate::repo;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_crate_inherits_the_lints() {
    for file in repo::files() {
        if file.path.ends_with("/Cargo.toml") {
            let inherits = file.text.contains("[lints]\nworkspace = true\n");
            assert!(inherits, "{}: expected [lints] workspace = true", file.path);
        }
    }
}

#[test]
fn collector_and_automation_do_not_use_the_widget() {
    for path in ["/crates/effortlet-collector/Cargo.toml", "/crates/effortlet-columns/Cargo.toml", "/crates/effortlet-core/Cargo.toml", "/xtask/Cargo.toml"] {
        let file = repo::files().into_iter().find(|file| file.path == path).expect(path);
        assert!(!names_widget(&file.text), "{path}: the root crate is the widget's own");
    }
    assert!(names_widget("[dependencies]\neffortlet = { path = \"..\" }\n"));
    assert!(names_widget("[dependencies.effortlet]\npath = \"..\"\n"));
    assert!(!names_widget("effortlet-core = { path = \"../core\" }\n[[bin]]\nname = \"effortlet\"\n"));
}

/// What the edge is made with.
const EDGE: [&str; 6] = ["gloo-timers", "js-sys", "serde", "serde-wasm-bindgen", "wasm-bindgen", "web-sys"];

#[test]
fn the_widget_is_made_with_six_crates_and_uses_each() {
    let files = repo::files();
    let manifest = files.iter().find(|file| file.path == "/Cargo.toml").expect("/Cargo.toml");
    let named = dependencies(&manifest.text);
    let expected = EDGE.iter().copied().chain(["effortlet-core"]).collect::<BTreeSet<_>>();
    assert_eq!(named, expected, "the root crate's [dependencies]");
    for name in named {
        let name = name.replace('-', "_");
        let uses = |file: &&repo::File| {
            let code = parts(&file.text, Language::Rust);
            repo::is_in(&file.path, &["/src/**/*.rs"]) && code.of(Part::Code).contains(&format!("{name}::"))
        };
        assert!(files.iter().any(|file| uses(&file)), "{name} is named in Cargo.toml and not used in src/");
    }
}

/// The names under `[dependencies]`.
fn dependencies(manifest: &str) -> BTreeSet<&str> {
    let table = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let table = table.split("\n[").next().unwrap_or_default();
    let lines = table.lines().filter(|line| line.starts_with(char::is_alphabetic));
    lines.filter_map(|line| line.split([' ', '=', '.']).next()).collect()
}

fn names_widget(manifest: &str) -> bool {
    manifest.lines().any(|line| {
        let key = line.split(['=', '.']).next().unwrap_or_default().trim();
        key == "effortlet" || line.trim().ends_with("dependencies.effortlet]")
    })
}

#[test]
fn the_core_stands_on_no_browser_crate() {
    let lock = repo::files().into_iter().find(|file| file.path == "/Cargo.lock").expect("Cargo.lock");
    let graph = graph(&lock.text);
    let core = below(&graph, "effortlet-core");
    for browser in ["web-sys", "js-sys", "wasm-bindgen", "gloo-timers"] {
        assert!(!core.contains(browser), "effortlet-core stands on {browser}");
    }
    assert!(below(&graph, "effortlet").contains("wasm-bindgen"), "what the widget stands on is found");
}

/// Who names whom in Cargo.lock: for every feature, target and kind of dependency at once.
fn graph(lock: &str) -> BTreeMap<String, Vec<String>> {
    let quoted = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
    let packages = lock.split("[[package]]").skip(1).map(|package| {
        let name = package.lines().find(|line| line.starts_with("name = ")).map(quoted).unwrap_or_default();
        let listed = package.lines().filter(|line| line.starts_with(" \""));
        let names = listed.map(|line| quoted(line).split(' ').next().unwrap_or_default().to_owned());
        (name, names.collect::<Vec<_>>())
    });
    let mut graph = BTreeMap::<String, Vec<String>>::new();
    for (name, names) in packages {
        graph.entry(name).or_default().extend(names);
    }
    graph
}

fn below<'a>(graph: &'a BTreeMap<String, Vec<String>>, name: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let names = graph.get(name).map(Vec::as_slice).unwrap_or_default();
        open.extend(names.iter().map(String::as_str).filter(|name| found.insert(*name)));
    }
    found
}
