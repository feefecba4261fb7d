//! Visitors who keep the collector waiting, or come in numbers.

use crate::client::{Client, post};
use crate::document::revision;
use crate::program::{Program, serve, serve_with_descriptors};
use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// What has been sent when the sender falls silent: nothing, half a header, half a body.
const HALVES: [&str; 3] = [
    "",
    "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\ncontent-ty",
    "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\ncontent-type: text/plain\r\ncontent-length: 900\r\n\r\n{\"schema\"",
];

fn half_open(address: SocketAddr, count: usize) -> Vec<TcpStream> {
    let open = |number: usize| {
        let mut stream = TcpStream::connect(address).unwrap();
        // The collector may have closed it by now, which is what is looked at elsewhere.
        let _ = stream.write_all(HALVES[number % HALVES.len()].as_bytes());
        stream
    };
    (0..count).map(open).collect()
}

#[test]
fn fifty_posts_a_second_arrive_beside_1_100_half_open_sockets_at_1_024_descriptors() {
    rlimit::increase_nofile_limit(4_096).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(serve_with_descriptors(folder.path(), 1_024));
    let sockets = half_open(program.address, 1_100);
    let began = Instant::now();
    let posts: Vec<_> = (0..150_u32)
        .map(|number| {
            let due = began + number * Duration::from_millis(20);
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let address = program.address;
            thread::spawn(move || post(address, &revision(u64::from(number), 1)))
        })
        .collect();
    for (number, post) in posts.into_iter().enumerate() {
        assert_eq!(post.join().unwrap().unwrap(), 200, "post {number}");
    }
    drop(sockets);
}

#[test]
#[cfg(target_os = "linux")]
fn two_thousand_unfinished_headers_of_390_kb_leave_memory_under_200_mb() {
    rlimit::increase_nofile_limit(4_096).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(serve(folder.path()));
    let line = format!("x-long: {}\r\n", "a".repeat(4_086));
    let header = format!("GET / HTTP/1.1\r\nhost: ces.example\r\n{}", line.repeat(95));
    assert!(header.len() > 388_000);
    let address = program.address;
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut streams: Vec<_> = (0..250).map(|_| TcpStream::connect(address).unwrap()).collect();
                for stream in &mut streams {
                    stream.set_write_timeout(Some(Duration::from_secs(1))).unwrap();
                    let _ = stream.write_all(header.as_bytes());
                }
            });
        }
    });
    assert!(program.peak_memory() < 200, "{} MB", program.peak_memory());
    assert_eq!(post(program.address, &revision(1, 1)).unwrap(), 200);
}

#[test]
fn a_header_that_is_too_large_or_has_too_many_lines_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(serve(folder.path()));
    let get = |lines: &str| {
        let mut client = Client::connect(program.address).unwrap();
        client.send(&format!("GET /livez HTTP/1.1\r\nhost: ces.example\r\n{lines}\r\n")).unwrap().status
    };
    assert_eq!(get(&format!("cookie: {}\r\n", "a".repeat(12_000))), 200);
    assert_eq!(get(&format!("cookie: {}\r\n", "a".repeat(17_000))), 431);
    assert_eq!(get(&"x: y\r\n".repeat(63)), 200);
    assert_eq!(get(&"x: y\r\n".repeat(64)), 431);
}

/// A proxy sends head and body apart, and uses its connections for whoever comes next.
#[test]
fn a_connection_is_kept_when_a_post_is_refused_before_its_body_has_come() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(serve(folder.path()));
    let mut client = Client::connect(program.address).unwrap();
    for (length, status) in [(900, 415), (70_000, 413)] {
        let head = format!(
            "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\ncontent-type: image/png\r\ncontent-length: {length}\r\n\r\n"
        );
        client.begin(&head).unwrap();
        // Meanwhile the head has been looked at.
        assert_eq!(post(program.address, &revision(1, 1)).unwrap(), 200);
        assert_eq!(client.send(&"a".repeat(length)).unwrap().status, status, "{length}");
        assert_eq!(client.post(&revision(1, 1)).unwrap().status, 200, "after {length}");
    }
}

#[test]
fn connections_that_bring_no_request_are_closed_when_patience_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--patience", "1"]);
    let program = Program::start(command);
    let mut sockets = half_open(program.address, 3);
    let began = Instant::now();
    let mut idle = Client::connect(program.address).unwrap();
    assert_eq!(idle.get("/livez").unwrap().status, 200);
    for stream in &mut sockets {
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).unwrap();
        assert!(told.is_empty() || told.starts_with("HTTP/1.1 408 "), "{told}");
    }
    assert!(began.elapsed() > Duration::from_millis(900), "they had {:?}", began.elapsed());
    let closed = idle.reply().err().unwrap();
    assert_eq!(closed.kind(), ErrorKind::UnexpectedEof, "an idle connection is closed too: {closed}");
}

#[test]
fn the_address_of_a_connection_is_what_counts() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--address-rate", "1", "--address-burst", "3"]);
    let program = Program::start(command);
    let statuses: Vec<u16> = (0..5).map(|number| post(program.address, &revision(number, 1)).unwrap()).collect();
    assert_eq!(statuses, [200, 200, 200, 429, 429]);
}
