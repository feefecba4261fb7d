//! A signal to stop.

use crate::client::Client;
use crate::document::revision;
use crate::program::{Program, serve};
use std::time::{Duration, Instant};

#[test]
fn it_ends_within_10_s_of_sigterm_whoever_is_half_way_through_a_request() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(serve(folder.path()));
    let halves = ["", "GET /livez HT", "POST /v1/responses HTTP/1.1\r\nhost: h\r\ncontent-type: text/plain\r\ncontent-length: 900\r\n\r\n{"];
    let mut clients: Vec<_> = halves.iter().cycle().take(60).map(|half| {
        let mut client = Client::connect(program.address).unwrap();
        client.begin(half).unwrap();
        client
    }).collect();
    let mut idle = Client::connect(program.address).unwrap();
    assert_eq!(idle.post(&revision(1, 1)).unwrap().status, 200);
    let began = Instant::now();
    program.signal("-TERM");
    let ended = program.ended_within(Duration::from_secs(10));
    assert!(ended.is_some_and(|it| it.success()), "{ended:?} after {:?}", began.elapsed());
    assert!(clients.iter_mut().all(|client| client.reply().is_err()));
}

#[test]
fn a_post_that_was_under_way_is_acknowledged_before_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(serve(folder.path()));
    let document = revision(1, 1);
    let (first, rest) = document.split_at(100);
    let mut client = Client::connect(program.address).unwrap();
    let length = document.len();
    client.begin(&format!(
        "POST /v1/responses HTTP/1.1\r\nhost: h\r\ncontent-type: text/plain\r\nexpect: 100-continue\r\ncontent-length: {length}\r\n\r\n"
    ))
    .unwrap();
    assert_eq!(client.reply().unwrap().status, 100, "it waits for the body");
    client.begin(first).unwrap();
    program.signal("-TERM");
    while Client::connect(program.address).is_ok() {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(client.send(rest).unwrap().status, 200);
    assert!(program.ended_within(Duration::from_secs(5)).is_some_and(|it| it.success()));
}
