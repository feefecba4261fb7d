use super::*;

#[test]
fn a_page_that_is_left_posts_what_was_answered_since_an_earlier_revision_set_out() {
    let mut it = stage(Ack::Echo);
    it.put(0, item("a", 1, State::Partial, 100));
    it.put(10, item("a", 2, State::Partial, 100));
    assert_eq!(it.leave(20), ["post a2", "end"]);
    assert_eq!(it.leave(30), NOTHING, "both are under way");
    assert_eq!(it.taken(40, "a2"), ["discard a"]);
}

#[test]
fn what_others_have_left_waits_for_the_turn_and_a_hidden_page_has_none() {
    let mut it = stage(Ack::Echo);
    assert_eq!(it.put(0, left("a")), ["await"]);
    assert_eq!(it.outbox.next_due(), Timestamp::NEVER);
    assert_eq!(it.put(1_000, own("b")), ["post b1 for now"], "an answer waits for no other tab");
    it.reply(1_100, "b1", &Reply::default());
    assert_eq!(it.leave(1_200), ["post b1 for now", "end"]);
    assert_eq!(it.turn(1_300, vec![left("a")]), NOTHING, "it comes too late");
    it.reply(1_400, "b1", &Reply::default());
    let due = it.outbox.next_due().0;
    assert_eq!(it.wake(due), ["post b1 for now"], "hidden tabs go on with their own");
    assert_eq!(it.hurry(due), ["await"]);
    assert_eq!(it.turn(due, vec![left("a"), left("c")]), ["post c1 a1 for now"]);
}

#[test]
fn a_tab_looks_once_more_at_what_others_left_before_it_lets_go() {
    let mut it = stage(Ack::Echo);
    it.put(0, own("a"));
    it.turn(0, vec![]);
    assert_eq!(it.run(5, |outbox, _, _| outbox.stir()), NOTHING, "whoever kept it posts it");
    assert_eq!(it.taken(10, "a1"), ["discard a", "await"]);
    assert_eq!(it.turn(20, vec![left("b")]), ["post b1 for now"]);
    assert_eq!(it.taken(30, "b1"), ["discard b", "end"]);
    assert_eq!(it.run(40, |outbox, _, _| outbox.stir()), ["await"]);
    assert_eq!(it.turn(50, vec![]), ["end"]);
}

#[test]
fn after_a_page_nothing_goes_on_where_the_page_before_was_not_heard_either_until_something_is_taken() {
    let mut it = stage(Ack::Echo);
    it.put(0, left("a"));
    assert_eq!(it.put(10, own("b")), ["post b1 for now"]);
    assert_eq!(it.turn(20, vec![left("a")]), ["post a1 for now"]);
    assert_eq!(it.put(30, own("c")), NOTHING);
    assert_eq!(it.taken(40, "b1"), ["discard b", "post c1"]);
    assert_eq!(it.put(50, own("d")), NOTHING);
    assert_eq!(it.taken(60, "a1"), ["discard a", "post d1"], "the endpoint answers");
}
