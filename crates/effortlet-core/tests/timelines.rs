//! Plays every timeline of `tests/timelines` through the engine and compares what follows.
//!
//! A timeline is a definition, a line `---`, then lines of "time, what happened -> what followed".
//! Times are from the start (`12s`), or after the last line (`+5d`). What the engine does by itself
//! when its alarm goes off stands in lines of its own: `wake`. `BLESS=1 cargo test` writes what
//! followed into the files; read the difference before you commit it.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "timelines/stage.rs"]
mod stage;
#[path = "timelines/words.rs"]
mod words;

use effortlet_core::edition::FULL;
use effortlet_core::{definition, source, template};
use effortlet_core::time::{Duration, Timestamp};
use stage::Stage;
use std::path::Path;
use std::{env, fs};

#[test]
fn every_timeline_goes_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/timelines");
    let mut played = 0;
    let mut wrong = String::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let written = fs::read_to_string(&path).unwrap();
        let followed = play(&written);
        played += 1;
        if followed == written {
            continue;
        }
        if env::var_os("BLESS").is_some() {
            fs::write(&path, &followed).unwrap();
        } else {
            wrong += &difference(&path, &written, &followed);
        }
    }
    assert!(played >= 12, "only {played} timelines in {}", folder.display());
    assert!(wrong.is_empty(), "{wrong}");
}

/// The timeline as it really goes.
fn play(written: &str) -> String {
    let (head, lines) = written.split_once("\n---\n").expect("a line --- after the definition");
    let json: String = head.lines().filter(|line| !line.starts_with('#')).collect();
    let value = source::parse_json(&json).unwrap();
    let (mut definition, problems) = definition::read(&value, &template::ALL, &FULL, source::is_selector);
    assert_eq!(problems, [], "{head}");
    definition.endpoint = true;
    definition.counts_shown = value.field("countShown").flag() != Some(false);
    let mut stage = Stage::new(&definition);
    let mut out = format!("{head}\n---\n");
    let mut now = Timestamp(0);
    for line in lines.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            out += &format!("{line}\n");
            continue;
        }
        let happened = line.split("->").next().unwrap_or_default();
        let (time, happened) = happened.trim().split_once(char::is_whitespace).expect(line);
        let happened = happened.trim();
        if happened == "wake" {
            continue;
        }
        let at = moment(time, now);
        for (woke, followed) in stage.wake_until(at) {
            out += &render(&seconds(woke), "wake", &followed);
        }
        now = at;
        out += &render(time, happened, &stage.play(at, happened));
    }
    out
}

fn moment(text: &str, now: Timestamp) -> Timestamp {
    match text.strip_prefix('+') {
        Some(span) => now + Duration::read(span).expect(text),
        None => Timestamp(0) + Duration::read(text).expect(text),
    }
}

fn seconds(at: Timestamp) -> String {
    if at.0 % 1_000 == 0 { format!("{}s", at.0 / 1_000) } else { format!("{}ms", at.0) }
}

fn render(time: &str, happened: &str, followed: &[String]) -> String {
    let followed = if followed.is_empty() { "-".to_owned() } else { followed.join("; ") };
    format!("{time:<9} {happened:<44} -> {followed}\n")
}

fn difference(path: &Path, written: &str, followed: &str) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut out = format!("\n{name}\n");
    let (mut written, mut followed) = (written.lines(), followed.lines());
    loop {
        match (written.next(), followed.next()) {
            (None, None) => return out,
            (one, other) if one == other => {}
            (one, other) => {
                out += &format!("  written  {}\n  followed {}\n", one.unwrap_or("(end)"), other.unwrap_or("(end)"));
            }
        }
    }
}
