//! `cargo xtask serve`: the product's main job on one local address.
//!
//! Ends when the collector does: on Unix this process becomes the collector, so nothing is left
//! behind whichever way it is stopped.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, run, site};

const DEFAULT_PORT: u16 = 8787;

pub(crate) fn serve() -> Result<()> {
    let port = port()?;
    refuse_if_taken(port)?;
    site::site()?;
    run::step("building the collector", || {
        run::run(run::cargo(["build", "--package", "effortlet-collector"]))
    })?;
    refuse_if_taken(port)?;
    announce(port);
    become_program(collector(port))
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
    println!("  report             {address}/report/");
    println!();
    println!("  Ctrl-C stops it.");
    println!();
}

fn collector(port: u16) -> Command {
    let database = paths::target().join("effortlet.db");
    let mut command = run::program(paths::collector(), ["serve"]);
    command
        .arg("--listen")
        .arg(format!("127.0.0.1:{port}"))
        .arg("--database")
        .arg(format!("sqlite://{}", database.display()))
        // Only this machine reaches it.
        .arg("--public-report")
        .arg("--definition")
        .arg(paths::root().join("www/effortlet.json"))
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
