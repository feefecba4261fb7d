//! The API beside its own description, as schemathesis finds it: an outside tool that makes up requests
//! of what is described, and holds each reply to the description.

use crate::client::Client;
use crate::document::revision;
use crate::program::{Program, serve};
use std::path::Path;
use std::process::Command;

/// Where the command that `TOOL` needs puts it.
const SCHEMATHESIS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/schemathesis/bin/schemathesis");

const TOOL: &str = "python3 -m venv target/tools/schemathesis && target/tools/schemathesis/bin/pip install schemathesis==4.32.5";

/// As the proxy of a team would name whoever has logged in.
const PERSON: &str = "x-forwarded-user: ana";

/// No 5xx, and nothing that the description does not know. Which requests it should refuse is left to our
/// own tests: much is said to readers of a description that a schema cannot say.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
    response_schema_conformance,unsupported_method,use_after_free";

#[test]
#[ignore = "minutes, and a tool of PyPI; cargo test -p effortlet-collector --test program -- --ignored --nocapture described"]
fn whatever_schemathesis_makes_up_gets_what_the_description_says() {
    assert!(Path::new(SCHEMATHESIS).exists(), "expected schemathesis 4.32.5: {TOOL}");
    let folder = tempfile::tempdir().unwrap();
    let mut command = serve(folder.path());
    command.args(["--trusted-proxy", "127.0.0.1", "--login-header", "x-forwarded-user"]);
    // It posts as fast as it can from one address.
    command.args(["--address-burst", "1000000", "--address-rate", "1000000"]);
    command.args(["--site-burst", "1000000", "--site-rate", "1000000"]);
    let program = Program::start(command);
    let url = format!("http://{}", program.address);
    let mut client = Client::connect(program.address).unwrap();
    for number in 1..=20 {
        assert_eq!(client.post(&revision(number, 1)).unwrap().status, 200);
    }
    let mut tool = Command::new(SCHEMATHESIS);
    tool.args(["run", &format!("{url}/v1/openapi.json"), "--header", PERSON, "--checks", CHECKS]);
    tool.args(["--seed", "1", "--max-examples", "50", "--continue-on-failure"]).current_dir(folder.path());
    assert!(tool.status().unwrap().success(), "see what schemathesis says");
}
