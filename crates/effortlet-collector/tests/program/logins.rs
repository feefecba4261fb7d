//! A thousand people who log in at once.

use crate::program::{Program, serve};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;

/// Of a thousand tries a hundred are looked at; each takes 19 MiB, as many at once as there are cores.
#[cfg(target_os = "linux")]
#[test]
fn a_thousand_log_ins_at_once_stay_under_200_mb_and_all_are_answered() {
    rlimit::increase_nofile_limit(4_096).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--trusted-proxy", "127.0.0.1"]).env("EFFORTLET_PASSWORD", "four words of one team");
    let program = Program::start(command);
    let body = "password=four+words+of+another";
    let ask = |number: u32| {
        let mut stream = TcpStream::connect(program.address).unwrap();
        let client = std::net::Ipv4Addr::from_bits(0xCB00_7100 + number);
        write!(
            stream,
            "POST /report/-/login HTTP/1.1\r\nhost: ces.example\r\nx-forwarded-for: {client}\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len(),
        )
        .unwrap();
        stream
    };
    let streams: Vec<TcpStream> = (0..1_000).map(ask).collect();
    let mut replies = BTreeMap::new();
    for mut stream in streams {
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        let status = reply.split(' ').nth(1).unwrap().to_owned();
        let may_come_back = reply.to_ascii_lowercase().contains("\r\nretry-after: ");
        assert_eq!(may_come_back, status != "403", "{reply}");
        *replies.entry(status).or_insert(0) += 1;
    }
    let peak = program.peak_memory();
    println!("1,000 log-ins at once: {replies:?}, {peak} MB at most");
    assert!(replies["403"] > 0 && replies["429"] >= 890, "{replies:?}");
    assert!(peak < 200, "{peak} MB");
}
