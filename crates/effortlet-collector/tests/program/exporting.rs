//! Whole tables, taken out while memory stays as it is.

use crate::program::{Program, program, serve_at, url};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

const PERSON: &str = "x-forwarded-user: ana";

#[test]
fn an_export_of_5_000_responses_has_each_in_a_row() {
    export(5_000, 200);
}

#[test]
#[ignore = "minutes; cargo test --release -p effortlet-collector --test program -- --ignored --nocapture export"]
fn exports_of_1_000_000_responses_take_no_more_memory() {
    export(1_000_000, 200);
}

fn export(responses: usize, megabytes: u64) {
    let folder = tempfile::tempdir().unwrap();
    let database = url(folder.path());
    let made = program().args(["sample", &responses.to_string(), "--database", &database]).status().unwrap();
    assert!(made.success());
    let mut command = serve_at(&database);
    command.env_remove("EFFORTLET_DEFINITION");
    command.args(["--trusted-proxy", "127.0.0.1", "--login-header", "x-forwarded-user"]);
    let program = Program::start(command);
    // A header, and a row each; texts of these responses have no line breaks.
    assert_eq!(lines_of(program.address, "/v1/exports/responses.csv"), responses + 1);
    assert_eq!(lines_of(program.address, "/v1/exports/responses.jsonl"), responses);
    assert!(read(program.address, "/v1/exports/responses.xlsx", &mut |_| {}) > responses * 20);
    let peak = program.peak_memory();
    assert!(peak < megabytes, "{peak} MB at most");
    println!("{responses} responses: {peak} MB at most");
}

fn lines_of(address: SocketAddr, path: &str) -> usize {
    let mut lines = 0;
    read(address, path, &mut |bytes| lines += bytes.iter().filter(|it| **it == b'\n').count());
    lines
}

/// How many bytes a reply's body has, each of which `see` is shown. HTTP 1.0 knows no chunks.
fn read(address: SocketAddr, path: &str, see: &mut dyn FnMut(&[u8])) -> usize {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\nhost: ces.example\r\n{PERSON}\r\n\r\n").unwrap();
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    assert!(head.starts_with("HTTP/1.0 200"), "{head}");
    let (mut total, mut buffer) = (0, vec![0; 65_536]);
    loop {
        match stream.read(&mut buffer).unwrap() {
            0 => return total,
            length => {
                see(&buffer[..length]);
                total += length;
            }
        }
    }
}
