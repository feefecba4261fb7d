//! `cargo xtask serve`: the product's main job on one local address.
//!
//! Ends when the collector does: on Unix this process becomes the collector, so nothing is left
//! behind whichever way it is stopped.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, run, site};

const DEFAULT_PORT: u16 = 8787;

/// How many people have answered in the made-up help center.
const DEMO: &str = "50000";

/// Whose answers the report is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answers {
    /// Those that are given to the demo.
    Own,
    /// Those of a made-up help center besides, in a database that each start makes anew.
    MadeUp,
}

pub(crate) fn serve(answers: Answers) -> Result<()> {
    let port = port()?;
    refuse_if_taken(port)?;
    site::site()?;
    run::step("building the collector", || {
        run::run(run::cargo(["build", "--package", "effortlet-collector"]))
    })?;
    refuse_if_taken(port)?;
    let database = match answers {
        Answers::Own => paths::target().join("effortlet.db"),
        Answers::MadeUp => made_up()?,
    };
    announce(port);
    become_program(collector(port, &database))
}

fn port() -> Result<u16> {
    match std::env::var("PORT") {
        Ok(text) => text
            .parse()
            .ok()
            .filter(|port| *port != 0)
            .with_context(|| format!("PORT: expected a number from 1 to 65535, got {text:?}")),
        Err(_) => Ok(DEFAULT_PORT),
    }
}

fn refuse_if_taken(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) => bail!("port {port} cannot be used ({error}): choose another, as in PORT=8788 npm start"),
    }
}

fn announce(port: u16) {
    let address = format!("http://127.0.0.1:{port}");
    println!();
    println!("  Effortlet is running.");
    println!();
    println!("  demo help center   {address}/");
    println!("  documentation      {address}/docs/");
    println!("  report             {address}/report/");
    println!("  builder            {address}/builder/");
    println!();
    println!("  Ctrl-C stops it.");
    println!();
}

/// Half a year of answers up to today.
fn made_up() -> Result<PathBuf> {
    let folder = paths::target().join("demo");
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).context(folder.display().to_string()),
        _ => fs::create_dir_all(&folder)?,
    }
    let database = folder.join("effortlet.db");
    run::step("making up half a year of answers", || {
        run::run(run::program(paths::collector(), ["sample", DEMO, "--demo", "--database", &format!("sqlite://{}", database.display())]))
    })?;
    Ok(database)
}

fn collector(port: u16, database: &Path) -> Command {
    let mut command = run::program(paths::collector(), ["serve"]);
    command
        .arg("--listen")
        .arg(format!("127.0.0.1:{port}"))
        .arg("--database")
        .arg(format!("sqlite://{}", database.display()))
        .args(["--fact", "plan"])
        // Only this machine reaches it.
        .arg("--public-report")
        .arg("--definition")
        .arg(paths::root().join("www/effortlet.json"))
        .arg("--definition")
        .arg(paths::root().join("docs/effortlet.json"))
        .arg("--site")
        .arg(paths::site());
    command
}

#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("the collector: expected to run")
}

#[cfg(not(unix))]
fn become_program(command: Command) -> Result<()> {
    run::run(command)
}
