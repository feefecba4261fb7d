//! Whose pages may post, by the definition's own list.

use crate::client::Client;
use crate::document::revision;
use crate::program::{Program, serve};
use std::fs;
use std::time::{Duration, Instant};

fn definition(origins: &str) -> String {
    let asked = r#"{ "id": "help-center", "template": "help-center", "triggers": { "exitIntent": {} } }"#;
    format!(r#"{{ "version": 1, "organization": "Acme", "origins": {origins}, "surveys": [{asked}] }}"#)
}

fn posted_from(program: &Program, origin: &str) -> u16 {
    let document = revision(1, 1);
    let length = document.len();
    let request = format!(
        "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\norigin: {origin}\r\ncontent-type: text/plain\r\ncontent-length: {length}\r\n\r\n{document}"
    );
    Client::connect(program.address).unwrap().send(&request).unwrap().status
}

#[test]
fn origins_of_the_definition_are_heeded_and_heeded_anew_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("effortlet.json");
    fs::write(&file, definition(r#"["https://acme.example"]"#)).unwrap();
    let mut command = serve(folder.path());
    command.arg("--definition").arg(&file);
    let program = Program::start(command);
    assert_eq!(posted_from(&program, "https://acme.example"), 200);
    assert_eq!(posted_from(&program, "https://docs.acme.example"), 403);

    fs::write(&file, definition(r#"["https://acme.example", "https://docs.acme.example"]"#)).unwrap();
    let latest = Instant::now() + Duration::from_secs(8);
    while posted_from(&program, "https://docs.acme.example") != 200 {
        assert!(Instant::now() < latest, "the change is not heeded");
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(program);
    // What is registered is heeded also where no file says it any more.
    let mut command = serve(folder.path());
    command.env_remove("EFFORTLET_DEFINITION");
    let program = Program::start(command);
    assert_eq!(posted_from(&program, "https://docs.acme.example"), 200);
    assert_eq!(posted_from(&program, "https://evil.example"), 403);
}
