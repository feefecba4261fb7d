//! What becomes of a response that an endpoint does not take, whatever it says.

use super::*;

#[test]
fn what_nobody_or_somebody_else_refuses_is_never_final() {
    for status in [0, 200, 302, 400, 401, 403, 404, 405, 407, 413, 500] {
        let mut it = stage(Ack::Echo);
        it.put(0, own("a"));
        for _ in 0..40 {
            it.reply(it.outbox.now.0, "a1", &reply(status));
            let due = it.outbox.next_due().0;
            assert_eq!(it.wake(due), ["post a1"], "{status}");
        }
        assert!(it.outbox.now.0 > 20 * 60_000, "{status}: the waits grow");
    }
}

#[test]
fn of_an_endpoint_that_speaks_and_takes_nothing_is_told_at_the_sixth_post_in_vain_and_of_one_that_is_away_never() {
    for status in [0, 200, 404, 405, 408, 413, 429, 500, 503] {
        let mut it = stage(Ack::Echo);
        it.put(0, own("a"));
        let mut doubts = Vec::new();
        for tries in 1..40 {
            if it.reply(it.outbox.now.0, "a1", &reply(status)).contains(&format!("doubt {status}")) {
                doubts.push(tries);
            }
            it.wake(it.outbox.next_due().0);
        }
        let expected: &[i32] = if [200, 404, 405, 413, 500].contains(&status) { &[6] } else { &[] };
        assert_eq!(doubts, expected, "{status}");
    }
}

#[test]
fn an_endpoint_that_asks_for_time_gets_it_for_everything_and_whatever_happens() {
    let mut it = stage(Ack::Echo);
    it.put(0, own("a"));
    it.reply(10, "a1", &Reply::new(503, false, "", Some(Duration::seconds(90)), ""));
    assert_eq!(it.outbox.next_due(), Timestamp(90_010));
    assert_eq!(it.put(20, own("b")), NOTHING);
    assert_eq!(it.leave(30), ["end"]);
    assert_eq!(it.hurry(40), ["await"]);
    assert_eq!(it.turn(50, vec![left("c")]), NOTHING);
    assert_eq!(it.wake(90_009), NOTHING);
    assert_eq!(it.wake(90_010), ["post c1 b1 a1 for now"]);
    it.reply(90_100, "c1 b1 a1", &Reply::new(429, false, "", Some(Duration::days(3)), ""));
    assert_eq!(it.outbox.next_due(), Timestamp(90_100 + 3_600_000), "an hour at most");
}
