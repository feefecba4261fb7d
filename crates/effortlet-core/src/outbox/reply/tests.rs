use super::*;
use Ack::{Echo, Status};
use Verdict::{Later, Refused, Taken};

const JSON: &str = "application/json";
const HTML: &str = "Text/HTML; charset=utf-8";
const ECHO: &str = r#"{"stored":1,"unchanged":0,"responses":[{"id":"b","rev":7},{"id":"a","rev":3}]}"#;
const PROBLEMS: &str = r#"{"problems":[{"place":"id","expected":"a UUID of version 7"}]}"#;

fn verdict(status: u16, is_redirected: bool, kind: &str, text: &str, ack: Ack) -> Verdict {
    let posted = Posted { id: "a".into(), rev: 3 };
    Reply::new(status, is_redirected, kind, None, text).verdict(&posted, ack)
}

#[test]
fn only_an_echo_proves_that_a_response_was_taken() {
    for (text, expected) in [
        (ECHO, Taken),
        (r#"{"responses":[{"id":"a","rev":4}]}"#, Taken),
        ("{\n  \"responses\": [\n    { \"id\": \"a\", \"rev\": 3 }\n  ]\n}\n", Taken),
        (r#"{"note":"a \" b","responses":[{"id":"a","rev":3}]}"#, Taken),
        (r#"{"responses":[{"id":"a","rev":2}]}"#, Later),
        (r#"{"responses":[{"id":"b","rev":3}]}"#, Later),
        (r#"{"responses":[{"id":"a","rev":"3"}]}"#, Later),
        (r#"{"id":"a","rev":3}"#, Later),
        (r#"[{"id":"a","rev":3}]"#, Later),
        (r#"{"ok":true}"#, Later),
        ("<!doctype html><title>Welcome</title>", Later),
        (&"[".repeat(1_000_000), Later),
        (&r#"{"responses":"#.repeat(100_000), Later),
        ("", Later),
    ] {
        assert_eq!(verdict(200, false, JSON, text, Echo), expected, "{text}");
    }
    assert_eq!(verdict(201, false, "text/plain", ECHO, Echo), Taken, "whatever it is called");
    assert_eq!(verdict(200, true, JSON, ECHO, Echo), Taken, "whoever has led there");
    assert_eq!(verdict(204, false, "", "", Echo), Later);
    assert_eq!(verdict(503, false, JSON, ECHO, Echo), Later);
}

#[test]
fn a_receiver_that_says_so_takes_a_response_by_any_2xx_of_its_own() {
    for (status, is_redirected, kind, expected) in [
        (200, false, JSON, Taken),
        (204, false, "", Taken),
        (202, false, "text/plain", Taken),
        (200, false, HTML, Later),
        (200, false, "application/xhtml+xml", Later),
        (200, true, JSON, Later),
        (302, false, "", Later),
        (500, false, "", Later),
        (0, false, "", Later),
    ] {
        assert_eq!(verdict(status, is_redirected, kind, "", Status), expected, "{status} {kind}");
    }
}

#[test]
fn nothing_but_the_receivers_own_word_is_final() {
    for status in [400, 422] {
        assert_eq!(verdict(status, false, JSON, PROBLEMS, Echo), Refused);
        assert_eq!(verdict(status, false, JSON, "", Echo), Later, "a server in between");
        assert_eq!(verdict(status, false, JSON, r#"{"problems":[]}"#, Echo), Later);
        assert_eq!(verdict(status, false, HTML, PROBLEMS, Echo), Later);
        assert_eq!(verdict(status, false, "", "", Status), Refused);
        assert_eq!(verdict(status, false, HTML, "", Status), Later);
        assert_eq!(verdict(status, true, "", "", Status), Later);
    }
    for status in [0, 301, 302, 401, 402, 403, 404, 405, 407, 408, 409, 410, 411, 413, 415, 418, 425, 429, 451, 500, 503] {
        assert_eq!(verdict(status, false, JSON, PROBLEMS, Echo), Later, "{status}");
        assert_eq!(verdict(status, false, "", "", Status), Later, "{status}");
    }
}

#[test]
fn where_nobody_has_looked_no_other_response_of_a_list_is_the_reason() {
    let is_outage = |status, kind| Reply::new(status, false, kind, None, "").is_outage();
    for status in [0, 408, 425, 429, 502, 503, 504] {
        assert!(is_outage(status, ""), "{status}");
    }
    for status in [200, 400, 404, 413, 422, 500] {
        assert!(!is_outage(status, ""), "{status}");
        assert!(is_outage(status, HTML), "{status}");
    }
}
