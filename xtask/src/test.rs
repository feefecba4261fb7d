//! `cargo xtask test`: every test, in one run.
//!
//! A failed step does not hide the later ones; the exit code remembers it.

use std::fs::{self, File};
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{paths, run, site, size};

pub(crate) fn test() -> Result<ExitCode> {
    let mut steps = Steps::default();
    // First, since a debug build of the collector serves the widget that stands in `dist/`.
    steps.take("size of the widget", size::print_table);
    steps.take("local site", site::site);
    steps.take("collector for the browser tests", collector);
    // Engines leave a processor idle when the slowest of them comes to its end alone.
    let engines = Beside::begin("engines", browsers());
    steps.take("Rust tests", || tested("rust", rust()));
    steps.take_since(engines.start, "tests in Chromium, Firefox and WebKit, beside the Rust tests", || engines.end());
    steps.take("demo, docs, packaging, edge and browser tests", || tested("browser", browser()?));
    fs::remove_dir_all(own_memory()).ok();
    Ok(steps.end())
}

/// Only what every engine is tested for, and what that needs.
pub(crate) fn test_browsers() -> Result<()> {
    site::site()?;
    collector()?;
    let done = tested("engines", browsers());
    fs::remove_dir_all(own_memory()).ok();
    done
}

/// How the steps ended, and how long they took.
#[derive(Default)]
struct Steps {
    failed: Vec<&'static str>,
    took: Vec<(&'static str, Duration)>,
}

impl Steps {
    fn take(&mut self, title: &'static str, step: impl FnOnce() -> Result<()>) {
        self.take_since(Instant::now(), title, step);
    }

    fn take_since(&mut self, start: Instant, title: &'static str, step: impl FnOnce() -> Result<()>) {
        println!("\n== {title} ==");
        if let Err(error) = step() {
            println!("{title}: {error:#}");
            self.failed.push(title);
        }
        self.took.push((title, start.elapsed()));
    }

    fn end(self) -> ExitCode {
        println!("\n== time ==");
        for (title, took) in self.took {
            println!("{:6.1} s  {title}", took.as_secs_f64());
        }
        if self.failed.is_empty() {
            return ExitCode::SUCCESS;
        }
        println!("failed: {}", self.failed.join(", "));
        ExitCode::FAILURE
    }
}

/// Tests that run beside others: what they print is kept until it is their turn.
struct Beside {
    start: Instant,
    log: PathBuf,
    running: Result<Child>,
}

impl Beside {
    fn begin(name: &str, command: Command) -> Self {
        let log = paths::target().join(format!("{name}.log"));
        Self { start: Instant::now(), running: Self::run(name, command, &log), log }
    }

    fn run(name: &str, mut command: Command, log: &Path) -> Result<Child> {
        let file = File::create(log).with_context(|| format!("{}: expected to write it", log.display()))?;
        command.stdout(file.try_clone()?).stderr(file);
        in_memory(name, &mut command);
        command.spawn().with_context(|| format!("{name}: expected to run"))
    }

    fn end(self) -> Result<()> {
        let status = self.running?.wait()?;
        io::copy(&mut File::open(&self.log)?, &mut io::stdout())?;
        ensure!(status.success(), "they failed ({status})");
        Ok(())
    }
}

fn rust() -> Command {
    run::cargo(["test", "--workspace", "--no-fail-fast"])
}

fn collector() -> Result<()> {
    run::run(run::cargo(["build", "--package", "effortlet-collector"]))
}

/// Node finds tests by folder names of its own, so the files are named to it.
fn browser() -> Result<Command> {
    let mut files = Vec::new();
    for folder in ["www/build", "www/builder", "tests/docs", "tests/packaging", "tests/edge", "tests/browser"] {
        files.extend(tests_in(&paths::root().join(folder))?);
    }
    ensure!(!files.is_empty(), "expected *.test.mjs");
    let mut command = run::node(["--test", "--test-reporter=spec"]);
    // A test waits for its browser about as long as it keeps a processor busy.
    command.arg(format!("--test-concurrency={}", 2 * processors()));
    command.args(files);
    Ok(command)
}

/// All files are one run, so that they share browsers: to start those takes longer than most tests.
fn browsers() -> Command {
    let mut command = run::node(["--test", "--test-reporter=spec", "tests/browsers/support/all.mjs"]);
    command.env("EFFORTLET_BROWSERS", processors().to_string());
    command
}

/// Runs tests to their end, in memory where there is room.
fn tested(name: &str, mut command: Command) -> Result<()> {
    in_memory(name, &mut command);
    run::run(command)
}

/// What is written for a moment, such as databases and profiles of browsers, is written into memory where there is
/// room: nothing that a test looks at comes back from a disk that has lost its power.
fn in_memory(name: &str, command: &mut Command) {
    let folder = own_memory().join(name);
    if !runs_programs() || !has_room() || fs::create_dir_all(&folder).is_err() {
        return;
    }
    let _ = sweep(Path::new(MEMORY));
    command.env("TMPDIR", &folder);
}

/// The folder of this run.
fn own_memory() -> PathBuf {
    Path::new(MEMORY).join(format!("{OURS}{}", process::id()))
}

/// A file system in memory, on Linux.
const MEMORY: &str = "/dev/shm";

/// What the name of a folder of ours begins with there, before the number of the process.
const OURS: &str = "effortlet-";

/// Far more than tests leave there until they are over, 0.1 GiB as seen from outside; in KiB.
const ROOM: u64 = 4 * 1024 * 1024;

/// Tests install programs and run them; in most containers none may run from there.
fn runs_programs() -> bool {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let mut options = mounts.lines().filter(|it| it.split(' ').nth(1) == Some(MEMORY)).peekable();
    options.peek().is_some() && options.all(|it| !it.contains("noexec"))
}

fn has_room() -> bool {
    let free = run::output(run::program("df", ["--output=avail", MEMORY])).unwrap_or_default();
    free.lines().last().and_then(|it| it.trim().parse().ok()).is_some_and(|free: u64| free > ROOM)
}

/// Of tests that somebody has interrupted nothing stays in memory.
fn sweep(memory: &Path) -> Result<()> {
    for entry in fs::read_dir(memory)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let of = name.strip_prefix(OURS).and_then(|it| it.parse::<u32>().ok());
        if of.is_some_and(|process| !Path::new("/proc").join(process.to_string()).exists()) {
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_process_has_left_that_is_gone_is_taken_away() -> Result<()> {
        let memory = std::env::temp_dir().join(format!("swept-{}", process::id()));
        let own = format!("{OURS}{}", process::id());
        // No system numbers as many.
        let gone = format!("{OURS}{}", u32::MAX);
        for name in [&own, &gone, "effortlet-test-1", "4294967295"] {
            fs::create_dir_all(memory.join(name).join("within"))?;
        }
        sweep(&memory)?;
        let mut left: Vec<_> = fs::read_dir(&memory)?.map(|it| it.map(|it| it.file_name())).collect::<Result<_, _>>()?;
        left.sort();
        fs::remove_dir_all(&memory)?;
        let mut expected = ["4294967295", &own, "effortlet-test-1"];
        expected.sort_unstable();
        ensure!(left == expected, "left are {left:?}");
        Ok(())
    }
}
