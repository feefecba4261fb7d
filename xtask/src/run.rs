//! Running other programs in the repository, with a line that says which step is on.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::paths;

/// A program that runs in the repository's root folder.
pub(crate) fn program<Argument: AsRef<OsStr>>(
    name: impl AsRef<OsStr>,
    arguments: impl IntoIterator<Item = Argument>,
) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::root()).args(arguments);
    command
}

/// Cargo, the one that runs xtask. What it has told xtask of itself it is not told again: build scripts that
/// look at such variables (ring's does) would run anew whenever Cargo was called by somebody else in between,
/// and all that stands on them with it.
pub(crate) fn cargo<Argument: AsRef<OsStr>>(arguments: impl IntoIterator<Item = Argument>) -> Command {
    let name = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = program(name, arguments);
    for (name, _) in std::env::vars_os() {
        if OF_XTASK.iter().any(|of_xtask| name.to_string_lossy().starts_with(of_xtask)) {
            command.env_remove(name);
        }
    }
    command
}

/// What the names of those variables begin with.
const OF_XTASK: [&str; 2] = ["CARGO_MANIFEST_", "CARGO_PKG_"];

pub(crate) fn node<Argument: AsRef<OsStr>>(arguments: impl IntoIterator<Item = Argument>) -> Command {
    program("node", arguments)
}

/// Runs `command` to its end, its output passed on.
pub(crate) fn run(mut command: Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{}: expected to run", name(&command)))?;
    if !status.success() {
        bail!("{} failed ({status})", spelled(&command));
    }
    Ok(())
}

/// Runs `command` to its end and returns what it printed.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{}: expected to run", name(&command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", spelled(&command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Does one step of a longer piece of work between a line that names it and one with its time.
pub(crate) fn step<Value>(title: &str, work: impl FnOnce() -> Result<Value>) -> Result<Value> {
    eprintln!("· {title} …");
    let start = Instant::now();
    let value = work()?;
    eprintln!("  {title}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(value)
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}

fn spelled(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    std::iter::once(command.get_program().to_string_lossy())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}
