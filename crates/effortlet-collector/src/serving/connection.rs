//! One connection, request after request. Never waits for a visitor without an end.

use super::arriving::Arriving;
use super::seats::{Seat, Turn};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper::{Request, body::Body as _};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::Watcher;
use hyper_util::service::TowerToHyperService;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;
use tower_http::timeout::DeadlineBody;

/// How long a visitor may take nothing of an answer.
const LONGEST_UNREAD: Duration = Duration::from_secs(30);

/// A request's first line and headers, 16 · 1,024 bytes: twice what browsers send with full cookies.
const LARGEST_HEADER: usize = 16 * 1_024;

/// Browsers send 20 headers, proxies add 10.
const MOST_HEADERS: usize = 64;

/// What all connections have in common.
#[derive(Clone)]
pub(super) struct Manner {
    pub(super) routes: Router,
    /// How long a header may take, counted from when the connection is idle, and how long a body.
    pub(super) patience: Duration,
}

pub(super) async fn serve_connection(stream: TcpStream, peer: SocketAddr, manner: Manner, seat: Seat, watcher: Watcher) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(LONGEST_UNREAD));
    let turn = seat.turn();
    let Manner { routes, patience } = manner;
    let routes = TowerToHyperService::new(routes);
    let service = service_fn(move |request: Request<Incoming>| {
        let (head, body) = request.into_parts();
        let body = Arriving::new(body, Arc::clone(&turn));
        // Who waits to be told to go on sends nothing before, and is told no instead.
        let rest = (!head.headers.contains_key(header::EXPECT)).then(|| body.clone());
        let request = Request::from_parts(head, patient(body, patience));
        answer(routes.clone(), Arc::clone(&turn), peer, request, rest, patience)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .max_buf_size(LARGEST_HEADER)
        .max_headers(MOST_HEADERS)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    tokio::select! {
        // What goes wrong with one connection is its visitor's alone.
        _ = watcher.watch(connection) => {}
        () = seat.has_to_leave() => {}
    }
}

fn patient(body: Arriving, patience: Duration) -> Body {
    if body.is_end_stream() { Body::new(body) } else { Body::new(DeadlineBody::new(patience, body)) }
}

async fn answer(
    routes: TowerToHyperService<Router>,
    turn: Arc<Turn>,
    peer: SocketAddr,
    mut request: Request<Body>,
    rest: Option<Arriving>,
    patience: Duration,
) -> Result<Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(peer));
    let response = routes.call(request).await;
    if let Some(rest) = rest.filter(|it| !it.is_end_stream()) {
        let _ = timeout(patience, rest.read_off()).await;
    }
    turn.is_visitors();
    response
}
