//! The command `effortlet`: reads its arguments, starts what they ask for.

use clap::{Parser, Subcommand};
use effortlet_collector::{App, Store, router};
use effortlet_core::time::Timestamp;
use std::future::{Future, IntoFuture};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::net::TcpListener;

/// Receives what Effortlet's visitors answered, stores it and reports the score.
#[derive(Parser)]
#[command(name = "effortlet", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the collector with its reports
    Serve(Serve),
}

#[derive(clap::Args)]
struct Serve {
    /// The address and port to listen on; port 0 takes a free one
    #[arg(long, env = "EFFORTLET_LISTEN", default_value = "127.0.0.1:8787")]
    listen: String,
    /// Where responses are kept; the file and its folder are made where missing
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://effortlet.db")]
    #[arg(hide_env_values = true)]
    database: String,
    /// A folder of static files to serve beside it
    #[arg(long, env = "EFFORTLET_SITE")]
    site: Option<PathBuf>,
}

/// How long requests that are under way may take after a signal to stop.
const LONGEST_SHUTDOWN: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing::Level::WARN)
        .with_target(false)
        .init();
    let Command::Serve(arguments) = Arguments::parse().command;
    match serve(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            let _ = writeln!(std::io::stderr(), "effortlet: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Serves until a signal to stop, then until everything that was taken is written.
async fn serve(arguments: Serve) -> Result<(), String> {
    if let Some(site) = arguments.site.as_ref().filter(|site| !site.is_dir()) {
        return Err(format!("site {}: expected a folder", site.display()));
    }
    let listener = TcpListener::bind(&arguments.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", arguments.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let (store, writing) =
        Store::open(&arguments.database).await.map_err(|error| error.to_string())?;
    let routes = router(App { store, clock: system_clock }, arguments.site);
    let _ = writeln!(std::io::stdout(), "listening on http://{address}");

    let (stop, mut stopping) = tokio::sync::watch::channel(());
    let asked_to_stop = async move {
        signal_to_stop().await;
        drop(stop);
    };
    let serving = axum::serve(listener, routes).with_graceful_shutdown(asked_to_stop).into_future();
    let out_of_time = async {
        let _ = stopping.changed().await;
        tokio::time::sleep(LONGEST_SHUTDOWN).await;
    };
    finish_within(serving, out_of_time).await.map_err(|error| error.to_string())?;
    let _ = tokio::time::timeout(LONGEST_SHUTDOWN, writing.drained()).await;
    Ok(())
}

/// Slow visitors do not hold up the end for ever.
async fn finish_within(
    serving: impl Future<Output = std::io::Result<()>>,
    out_of_time: impl Future<Output = ()>,
) -> std::io::Result<()> {
    tokio::select! {
        ended = serving => ended,
        () = out_of_time => Ok(()),
    }
}

/// SIGINT, and on Unix SIGTERM.
async fn signal_to_stop() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                () = interrupted => {},
                _ = terminate.recv() => {},
            },
            Err(_) => interrupted.await,
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}

fn system_clock() -> Timestamp {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX))
}
