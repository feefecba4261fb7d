//! The program itself, with its sockets, signals and files: what no router can show.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail loudly, also in its helpers"
)]

#[path = "../support/server.rs"]
mod server;
mod program;
mod alike;
mod client;
mod document;

mod dawdlers;
mod demo;
#[cfg(target_os = "linux")]
mod exporting;
mod described;
mod logging;
mod logins;
mod origins;
mod site;
mod stopping;
mod supervised;
#[cfg(target_os = "linux")]
mod unit;
#[cfg(target_os = "linux")]
mod proxy;
#[cfg(target_os = "linux")]
mod proxies;
mod kill;
mod telling;
#[cfg(target_os = "linux")]
mod throughput;
