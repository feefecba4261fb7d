//! Connections, and how long each may take: nobody who dawdles keeps others out.
//!
//! Never looks into a request, and never ends one that is being worked on before the process does.

mod options;
mod descriptors;
mod seats;
mod arriving;
mod connection;
mod farewell;

pub use farewell::Farewell;
pub(crate) use options::Options;

use crate::metrics::Metrics;
use axum::Router;
use connection::{Manner, serve_connection};
use hyper_util::server::graceful::GracefulShutdown;
use seats::Seats;
use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

/// How long requests that are under way may take after a signal to stop. What is left of 10 s,
/// after which service managers kill, is the writer's.
const LONGEST_FAREWELL: Duration = Duration::from_secs(5);

/// How long connections may take to end once they were told to.
const LONGEST_LEAVING: Duration = Duration::from_secs(1);

/// Programs that read metrics: two, each anew while its last connection is still open, and people who look.
const FEW_CONNECTIONS: NonZeroU32 = NonZeroU32::MIN.saturating_add(15);

/// How long to wait for descriptors to be given back.
const PAUSE_WITHOUT_DESCRIPTORS: Duration = Duration::from_millis(50);

/// Serves until `stop`, then until nothing is under way or time is up. When it returns, no
/// connection is left.
pub(crate) async fn serve(listener: TcpListener, routes: Router, options: &Options, metrics: &Metrics, stop: impl Future<Output = ()>) {
    let seats = Seats::new(descriptors::connections(options.max_connections), metrics.clone());
    let manner = Manner { routes, patience: Duration::from_secs(options.patience.get().into()) };
    let graceful = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            accepted = accept(&listener, &seats) => accepted,
            () = &mut stop => break,
        };
        let seat = tokio::select! {
            seat = seats.take() => seat,
            () = &mut stop => break,
        };
        tokio::spawn(serve_connection(stream, peer, manner.clone(), seat, graceful.watcher()));
    }
    drop((listener, manner));
    let _ = timeout(LONGEST_FAREWELL, graceful.shutdown()).await;
    let _ = timeout(LONGEST_LEAVING, seats.all_empty()).await;
}

/// Serves until it is dropped, few at once.
pub(crate) async fn serve_alone(listener: TcpListener, routes: Router, options: Options) {
    let few = Options { max_connections: FEW_CONNECTIONS.min(options.max_connections), ..options };
    serve(listener, routes, &few, &Metrics::default(), std::future::pending()).await;
}

/// The next connection, however many fail before it comes about.
async fn accept(listener: &TcpListener, seats: &Seats) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_one_connection(error.kind()) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted");
                let _ = seats.empty_one();
                sleep(PAUSE_WITHOUT_DESCRIPTORS).await;
            }
        }
    }
}

fn is_of_one_connection(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset)
}
