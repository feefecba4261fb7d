//! What systemd is told where it started the program (`Type=notify`, `WatchdogSec`).
//!
//! Never fails, and says nothing where nobody asked.

use std::convert::Infallible;
use std::time::Duration;

/// Of the time after which systemd takes a silent program for hung: two tries may fail.
const TRIES: u32 = 3;

pub(super) fn tell_ready() {
    tell("READY=1");
}

pub(super) fn tell_stopping() {
    tell("STOPPING=1");
}

/// That tasks still have their turns, as long as they have.
pub(super) async fn keep_telling() -> Infallible {
    let Some(patience) = patience() else { return std::future::pending().await };
    let mut due = tokio::time::interval((patience / TRIES).max(Duration::from_millis(1)));
    loop {
        due.tick().await;
        // A socket that nobody empties makes its own thread wait, and no post.
        let _ = tokio::task::spawn_blocking(|| tell("WATCHDOG=1")).await;
    }
}

#[cfg(unix)]
fn tell(state: &str) {
    let _ = sd_notify::notify(&[sd_notify::NotifyState::Custom(state)]);
}

#[cfg(unix)]
fn patience() -> Option<Duration> {
    sd_notify::watchdog_enabled()
}

#[cfg(not(unix))]
fn tell(_: &str) {}

#[cfg(not(unix))]
fn patience() -> Option<Duration> {
    None
}
