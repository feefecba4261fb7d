//! `deploy/effortlet.service`, as systemd's own tools read it.

use crate::program::built;
use crate::proxy::{file, said, skipped};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Of 10, where 10 is a program that may do all that root may; what is left is the network, which it is for.
const MOST_EXPOSED: &str = "15";

/// The unit, of the program that was built.
fn unit(folder: &tempfile::TempDir) -> PathBuf {
    let unit = fs::read_to_string(file("effortlet.service")).unwrap();
    let program = "/usr/local/bin/effortlet";
    assert_eq!(unit.matches(&format!("ExecStart={program} ")).count(), 1, "{unit}");
    let path = folder.path().join("effortlet.service");
    let unit = unit.replace(&format!("ExecStart={program} "), &format!("ExecStart={} ", built().display()));
    fs::write(&path, unit).unwrap();
    path
}

#[test]
fn systemd_finds_no_mistake_in_the_unit_and_little_that_it_exposes() {
    let folder = tempfile::tempdir().unwrap();
    let unit = unit(&folder);
    let analyze = |words: &[&str]| {
        let output = Command::new("systemd-analyze").args(words).arg(&unit).env("LC_ALL", "C.UTF-8").output().ok()?;
        let text = [output.stdout, output.stderr].concat();
        Some((output.status, String::from_utf8(text).unwrap()))
    };
    let Some((status, told)) = analyze(&["verify"]) else {
        return skipped("the unit", "systemd-analyze", "systemd");
    };
    assert!(status.success() && !told.contains("effortlet.service:"), "{told}");
    let (status, told) = analyze(&["security", "--offline=true", "--no-pager", "--threshold", MOST_EXPOSED]).unwrap();
    assert!(status.success(), "{told}");
    said(told.lines().last().unwrap_or_default());
}

/// What systemd kills after is more than the program takes, and what it counts as hung more than a commit takes.
#[test]
fn the_unit_gives_the_collector_the_time_and_descriptors_that_it_needs() {
    let unit = fs::read_to_string(file("effortlet.service")).unwrap();
    let value = |name: &str| {
        let found = unit.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        let digits = found.unwrap_or_default().trim_end_matches('s');
        digits.parse::<u64>().unwrap_or_else(|_| panic!("{name}: expected a number"))
    };
    assert!(value("TimeoutStopSec") > 10);
    assert!(value("WatchdogSec") >= 15);
    assert!(value("LimitNOFILE") >= 4_096 * 2 + 64);
}
