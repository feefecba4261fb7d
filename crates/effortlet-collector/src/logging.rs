//! What went wrong, to standard error, by a thread of its own: where nobody reads it, or the disk
//! that it goes to is full, lines are lost and nothing else. Never makes anybody wait, never fails.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;
use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;

/// Lines that may wait to be written.
const LONGEST_QUEUE: usize = 1_024;

/// How long the last lines may take when the process ends.
const LONGEST_FLUSH: Duration = Duration::from_millis(500);

/// What is written, and how.
#[derive(clap::Args, Clone, Debug)]
#[group(id = "logging")]
#[command(next_help_heading = "Log")]
pub struct Options {
    /// How a line of the log is written: as text, or as an object of JSON
    #[arg(long, global = true, env = "EFFORTLET_LOG_FORMAT", default_value = "text")]
    pub log_format: Format,
    /// The least that is worth a line
    #[arg(long, global = true, env = "EFFORTLET_LOG_LEVEL", default_value = "info")]
    pub log_level: Worth,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
pub enum Format {
    Text,
    Json,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
pub enum Worth {
    Error,
    Warn,
    Info,
    Debug,
}

impl From<Worth> for Level {
    fn from(worth: Worth) -> Self {
        match worth {
            Worth::Error => Self::ERROR,
            Worth::Warn => Self::WARN,
            Worth::Info => Self::INFO,
            Worth::Debug => Self::DEBUG,
        }
    }
}

enum Message {
    Line(Vec<u8>),
    Flush(SyncSender<()>),
}

/// The log; dropping it waits a moment for the last lines.
#[must_use = "the last lines are lost without it"]
pub struct Logging(SyncSender<Message>);

/// Logs from now on.
pub fn start_logging(options: &Options) -> Logging {
    let (sender, receiver) = sync_channel(LONGEST_QUEUE);
    thread::spawn(move || write_lines(&receiver, &mut io::stderr()));
    let lines = sender.clone();
    let written = tracing_subscriber::fmt::layer()
        .with_writer(move || Line(lines.clone()))
        .with_target(false)
        .with_ansi(false)
        .log_internal_errors(false);
    let written = match options.log_format {
        Format::Text => written.boxed(),
        Format::Json => written.json().flatten_event(true).with_current_span(false).with_span_list(false).boxed(),
    };
    let subscriber = tracing_subscriber::registry().with(written).with(told(options.log_level.into()));
    // A second call changes nothing.
    let _ = tracing::subscriber::set_global_default(subscriber);
    Logging(sender)
}

/// What is worth a line. What others than we would tell below a warning may hold what nobody is to read.
/// Sessions warn of each cookie that they cannot read, which is anybody's to send.
fn told(level: Level) -> Targets {
    let others = level.min(Level::WARN);
    Targets::new()
        .with_default(others)
        .with_target(env!("CARGO_CRATE_NAME"), level)
        .with_target("tower_sessions", Level::ERROR)
        .with_target("tower_sessions_core", Level::ERROR)
}

fn write_lines(receiver: &Receiver<Message>, out: &mut impl Write) {
    for message in receiver {
        match message {
            Message::Line(line) => drop(out.write_all(&line)),
            Message::Flush(done) => drop(done.try_send(())),
        }
    }
}

impl Drop for Logging {
    fn drop(&mut self) {
        let (done, flushed) = sync_channel(1);
        if self.0.try_send(Message::Flush(done)).is_ok() {
            let _ = flushed.recv_timeout(LONGEST_FLUSH);
        }
    }
}

/// One line, given to the thread in one piece.
struct Line(SyncSender<Message>);

impl Write for Line {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        let _ = self.0.try_send(Message::Line(text.to_vec()));
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    #[test]
    fn lines_that_cannot_be_written_are_lost_and_the_next_are_tried() {
        let (sender, receiver) = sync_channel(8);
        let (done, flushed) = sync_channel(1);
        Line(sender.clone()).write_all(b"lost\n").unwrap();
        sender.send(Message::Flush(done)).unwrap();
        drop(sender);
        write_lines(&receiver, &mut Full);
        assert_eq!(flushed.try_recv(), Ok(()));
    }

    #[test]
    fn lines_that_nobody_takes_make_nobody_wait() {
        let (sender, receiver) = sync_channel(8);
        for _ in 0..100 {
            Line(sender.clone()).write_all(b"too many\n").unwrap();
        }
        drop(sender);
        assert_eq!(receiver.iter().count(), 8);
    }
}
