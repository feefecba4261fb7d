//! As much of HTTP as asking a collector on this machine takes. Never keeps a connection.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// Opening a database that an earlier version left takes a while.
const STARTED_WITHIN: Duration = Duration::from_secs(600);

pub(super) fn get(address: SocketAddr, path: &str) -> Result<(u16, String)> {
    asked(address, &format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"))
}

pub(super) fn post(address: SocketAddr, path: &str, body: &str) -> Result<(u16, String)> {
    let length = body.len();
    let head = format!("POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
    asked(address, &format!("{head}content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"))
}

fn asked(address: SocketAddr, request: &str) -> Result<(u16, String)> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer.split(' ').nth(1).and_then(|it| it.parse().ok()).context("expected a status")?;
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
    Ok((status, body))
}

/// Until it answers.
pub(super) fn wait_for(address: SocketAddr) -> Result<()> {
    let began = Instant::now();
    while get(address, "/livez").is_err() {
        ensure!(began.elapsed() < STARTED_WITHIN, "the collector: expected to start");
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
