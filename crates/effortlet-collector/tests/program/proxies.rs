//! The collector below `/ces` of another server, as `deploy/` says.

use crate::client::{Client, Reply};
use crate::document::revision;
use crate::program::{Program, serve};
use crate::proxy::{Make, Proxy};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::channel;
use std::time::Duration;

const PASSWORD: &str = "four words of one team";

/// An address that no other visitor of these tests has.
const ANA: [u8; 4] = [127, 0, 1, 1];
const BOB: [u8; 4] = [127, 0, 1, 2];
const MANY: [u8; 4] = [127, 0, 1, 3];

#[test]
fn nginx_serves_all_of_it_below_a_path() {
    serves_all_of_it_below_a_path(Make::Nginx);
}

#[test]
fn caddy_serves_all_of_it_below_a_path() {
    serves_all_of_it_below_a_path(Make::Caddy);
}

#[test]
fn nginx_passes_an_export_on_as_it_comes() {
    passes_an_export_on_as_it_comes(Make::Nginx);
}

#[test]
fn caddy_passes_an_export_on_as_it_comes() {
    passes_an_export_on_as_it_comes(Make::Caddy);
}

fn serves_all_of_it_below_a_path(make: Make) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--base-path", "/ces", "--trusted-proxy", "127.0.0.1", "--login-header", "X-Forwarded-User"]);
    command.args(["--address-burst", "5", "--address-rate", "1"]).env("EFFORTLET_PASSWORD", PASSWORD);
    let program = Program::start(command);
    let Some(proxy) = make.before(program.address) else { return };
    takes_a_post(&proxy);
    serves_the_widget(&proxy);
    lets_in_who_has_the_password(&proxy);
    refuses_a_body_that_is_too_large(&proxy);
    counts_each_visitor_alone(&proxy);
}

fn takes_a_post(proxy: &Proxy) {
    let reply = post(&mut proxy.visitor(ANA), "", &revision(1, 1));
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert!(reply.text.contains("access-control-allow-origin: *"), "{}", reply.text);
}

/// The script, and what it names beside itself.
fn serves_the_widget(proxy: &Proxy) {
    let mut visitor = proxy.visitor(ANA);
    let script = visitor.get("/ces/effortlet.js").unwrap();
    assert_eq!(script.status, 200, "{}", script.text);
    assert!(script.text.contains("content-type: text/javascript"), "{}", script.text);
    let (_, rest) = script.text.split_once("\"w/").expect("it names its version");
    let (version, _) = rest.split_once('/').unwrap();
    // Lower case as all replies are; a version is in hexadecimal digits.
    let module = visitor.get(&format!("/ces/w/{version}/module.js")).unwrap();
    assert_eq!(module.status, 200, "{version}");
    assert!(module.text.contains("immutable"));
}

fn lets_in_who_has_the_password(proxy: &Proxy) {
    let mut visitor = proxy.visitor(ANA);
    let report = |visitor: &mut Client, lines: &str| {
        visitor.send(&format!("GET /ces/report/ HTTP/1.1\r\nhost: help.example\r\n{lines}\r\n")).unwrap()
    };
    let stranger = report(&mut visitor, "x-forwarded-user: ana\r\n");
    assert_eq!(stranger.status, 303, "nobody names themselves: {}", stranger.text);
    assert_eq!(visitor.get("/ces/report/-/login").unwrap().status, 200);
    let body = format!("password={}&next=", PASSWORD.replace(' ', "+"));
    let log_in = |visitor: &mut Client, origin: &str| {
        let length = body.len();
        let head = format!(
            "POST /ces/report/-/login HTTP/1.1\r\nhost: help.example\r\norigin: {origin}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n"
        );
        visitor.send(&(head + &body)).unwrap()
    };
    assert_eq!(log_in(&mut visitor, "https://evil.example").status, 403, "a page from elsewhere");
    let reply = log_in(&mut visitor, "https://help.example");
    assert_eq!(reply.status, 303, "{}", reply.text);
    let cookie = reply.text.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a session");
    assert!(cookie.contains("path=/ces/report/"), "{cookie}");
}

fn refuses_a_body_that_is_too_large(proxy: &Proxy) {
    let reply = post(&mut proxy.visitor(BOB), "", &"a".repeat(70_000));
    assert_eq!(reply.status, 413, "{}", reply.text);
}

/// One who posts too much is told so, whomever they say that they are, and nobody else is.
fn counts_each_visitor_alone(proxy: &Proxy) {
    let refused = (0..1_000).any(|number| {
        let forged = format!("x-forwarded-for: 198.51.100.{}\r\n", number % 250);
        post(&mut proxy.visitor(MANY), &forged, &revision(1, 1)).status == 429
    });
    assert!(refused, "a forged address was believed");
    assert_eq!(post(&mut proxy.visitor(BOB), "", &revision(1, 1)).status, 200);
}

fn post(visitor: &mut Client, lines: &str, body: &str) -> Reply {
    let length = body.len();
    let head = format!(
        "POST /ces/v1/responses HTTP/1.1\r\nhost: help.example\r\norigin: https://help.example\r\n{lines}\
         content-type: text/plain\r\ncontent-length: {length}\r\n\r\n"
    );
    visitor.send(&(head + body)).unwrap()
}

/// The second row is sent when the first has arrived, so that whoever gathers them waits for good. Then as
/// much as is taken, while the visitor takes nothing: whoever keeps it in a file takes all of it.
fn passes_an_export_on_as_it_comes(make: Make) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let Some(proxy) = make.before(listener.local_addr().unwrap()) else { return };
    let (arrived, has_arrived) = channel();
    let exporting = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut asked = [0; 4_096];
        let length = stream.read(&mut asked).unwrap();
        assert!(asked[..length].starts_with(b"GET /ces/v1/exports/responses.csv "));
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: text/csv\r\ncontent-length: 268435472\r\n\r\n").unwrap();
        stream.write_all(b"first\r\n").unwrap();
        has_arrived.recv_timeout(Duration::from_secs(10)).expect("the first row was held back");
        stream.write_all(b"second\r\n").unwrap();
        has_arrived.recv_timeout(Duration::from_secs(10)).expect("the second row was held back");
        stream.set_write_timeout(Some(Duration::from_millis(300))).unwrap();
        (0..256).all(|_| stream.write_all(&[b'a'; 1_048_576]).is_ok())
    });
    let mut visitor = proxy.visitor(ANA);
    visitor.begin("GET /ces/v1/exports/responses.csv HTTP/1.1\r\nhost: help.example\r\n\r\n").unwrap();
    for row in ["first\r\n", "second\r\n"] {
        visitor.read_until(row).unwrap();
        arrived.send(()).unwrap();
    }
    assert!(!exporting.join().unwrap(), "256 MB are kept somewhere for a visitor who takes none");
}
