//! What systemd is told.

use crate::program::{Program, serve};
use std::os::unix::net::UnixDatagram;
use std::time::Duration;

#[test]
fn systemd_is_told_that_it_listens_that_it_lives_and_that_it_stops() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let told = || {
        let mut text = [0; 64];
        let length = socket.recv(&mut text).unwrap();
        String::from_utf8(text[..length].to_vec()).unwrap().trim().to_owned()
    };
    let mut command = serve(folder.path());
    command.env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "30000");
    let mut program = Program::start(command);
    assert_eq!([told(), told(), told()], ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]);
    program.signal("-TERM");
    while told() != "STOPPING=1" {}
    assert!(program.ended_within(Duration::from_secs(5)).is_some_and(|it| it.success()));
}
