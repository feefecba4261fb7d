#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::source::{Node, Problem, Problems};
use serde_json::{Value as Json, json};

fn read(comparison: &Json) -> Vec<String> {
    read_by(Comparison::read, comparison)
}

fn read_by(read: fn(Node<'_>, &mut Problems), comparison: &Json) -> Vec<String> {
    let (value, mut problems) = (Value::from(comparison), Problems::new());
    read(Node::root(&value), &mut problems);
    problems.iter().map(Problem::message).collect()
}

/// Lists of what may be found; null is nothing.
fn check(comparison: Json, holds_of: Json, not_of: Json) {
    assert_eq!(read(&comparison), Vec::<String>::new(), "{comparison}");
    let value = Value::from(&comparison);
    for (list, expected) in [(holds_of, true), (not_of, false)] {
        for found in list.as_array().unwrap() {
            assert_eq!(Comparison::of(&value).holds(&Value::from(found)), expected, "{comparison} of {found}");
        }
    }
}

#[test]
fn a_text_is_that_text() {
    check(json!("pro"), json!(["pro"]), json!(["Pro", "pro ", "pr", "", null, true]));
    check(json!(""), json!([""]), json!([null, " ", 0, false]));
    check(json!("12"), json!(["12", 12]), json!(["12.0", "012", 12.5, -12]));
    check(json!("0.50"), json!(["0.50", 0.5]), json!(["0.5", 0]));
    check(json!("true"), json!(["true", true]), json!([false, 1]));
}

#[test]
fn a_number_is_that_number_however_it_is_written() {
    check(
        json!(3),
        json!([3, "3", "03", "3.0", "3.000"]),
        json!([
            4, "4", "-3", " 3", "+3", "3.", "3e0", "3,0", "3.0.0", "3-", "0x3", "three", "", "-", "٣", true, null,
        ]),
    );
    check(json!(-0.25), json!([-0.25, "-0.25", "-0.250"]), json!(["-.25", "--0.25", "0.25"]));
    check(json!(0), json!([0, "0", "-0", "0.0"]), json!(["", ".", "-.", false, null]));
    check(json!(0.1), json!([0.1, "0.1"]), json!(["0.10000001"]));
    check(json!(9_007_199_254_740_991_i64), json!(["9007199254740991"]), json!(["9007199254740990"]));
}

#[test]
fn a_flag_is_that_flag_or_its_word() {
    check(json!(true), json!([true, "true"]), json!([false, "TRUE", "1", 1, null]));
    check(json!(false), json!([false, "false"]), json!([true, "", 0, null]));
}

#[test]
fn a_list_is_any_of_its_values() {
    for comparison in [json!(["pro", 3, false]), json!({ "is": ["pro", 3, false] })] {
        check(comparison, json!(["pro", 3, "3", false]), json!(["3x", true, null]));
    }
    check(json!({ "is": "pro" }), json!(["pro"]), json!(["free", null]));
}

#[test]
fn texts_are_compared_in_part_and_letter_for_letter() {
    check(json!({ "contains": "lan" }), json!(["lan", "plan b", "lalan"]), json!(["la", "Lan", "l an", "", null]));
    check(json!({ "contains": "ă" }), json!(["plăți"]), json!(["plati", "ĂĄ"]));
    check(json!({ "startsWith": "pro" }), json!(["pro", "pro-2026"]), json!(["a pro", "Pro", "pr", null]));
    check(json!({ "matches": "^(pro|team)-\\d+$" }), json!(["pro-1", "team-20"]), json!(["pro-", "Pro-1", null]));
    check(json!({ "matches": "o" }), json!(["pro"]), json!(["team", ""]));
}

#[test]
fn a_whole_number_is_its_digits_and_a_flag_its_word() {
    check(json!({ "startsWith": "40" }), json!([404, 40, "404"]), json!([4, -404, 140, 40.5]));
    check(
        json!({ "matches": "^(0|10|-100|123456789|9007199254740992)$" }),
        json!([0, -0.0, 10, -100, 123_456_789, 9_007_199_254_740_992_i64]),
        json!([1, 100]),
    );
    check(json!({ "matches": "." }), json!([1]), json!([0.5, 1e300, -1e300, 9_007_199_254_740_994_i64, null]));
    check(json!({ "contains": "als" }), json!([false, "false"]), json!([true]));
}

#[test]
fn numbers_are_compared_from_and_up_to() {
    check(
        json!({ "atLeast": 3 }),
        json!([3, 3.5, "3", "10", "3.01"]),
        json!([2.9, "2.99", "-10", "ten", "", true, null]),
    );
    check(json!({ "atMost": -1.5 }), json!([-1.5, "-2"]), json!([-1, "-1.4", "1.5", "", null]));
    check(json!({ "atLeast": 3, "atMost": 3 }), json!([3, "3.0"]), json!([2.99, "3.01"]));
}

#[test]
fn of_nothing_holds_only_that_it_is_not_there() {
    check(json!({ "present": true }), json!(["x", "", 0, false]), json!([null]));
    check(json!({ "present": false }), json!([null]), json!(["x", "", 0, false]));
    check(json!({ "present": true, "contains": "a" }), json!(["a"]), json!(["b", null]));
    for comparison in [json!(["", 0, false]), json!({ "matches": "x*" }), json!({ "atMost": 9, "atLeast": -9 })] {
        check(comparison, json!([]), json!([null]));
    }
}

#[test]
fn every_key_of_an_object_must_hold() {
    check(
        json!({
            "contains": "4", "startsWith": "1", "matches": "^.{3}$", "atLeast": 142, "atMost": 147,
            "is": [140, 143, 149], "present": true,
        }),
        json!([143, "143"]),
        json!([140, 149, "143.0", 145, null]),
    );
}

#[test]
fn what_is_null_is_left_out() {
    check(json!({ "atLeast": 3, "atMost": null, "is": null }), json!([3, 9]), json!([2, null]));
    check(json!({ "present": false, "contains": null }), json!([null]), json!(["", "a"]));
}

#[test]
fn a_list_or_an_object_that_was_found_is_present_and_nothing_else() {
    let found = json!([[], ["a"], { "a": 1 }]);
    check(json!({ "present": true }), found.clone(), json!([]));
    for comparison in [json!("a"), json!({ "matches": "x*" }), json!({ "atMost": 9 }), json!({ "present": false })] {
        check(comparison, json!([]), found.clone());
    }
}

/// Their sum and their divisor may each be infinite.
#[test]
fn a_number_of_many_digits_harms_nothing() {
    let whole = "9".repeat(1_000);
    let (fraction, negative) = (["0.", &whole].concat(), ["-", &whole].concat());
    check(json!({ "atLeast": 3 }), json!([whole]), json!([fraction, negative]));
}

#[test]
fn a_mistake_is_named_with_its_place() {
    const ANY: &str = "definition: expected a text, a number, true, false, a list of those, or an object with is, \
                       contains, startsWith, matches, atLeast, atMost or present";
    const SOME: &str = "definition: expected at least one of is, contains, startsWith, matches, atLeast, atMost or \
                        present";
    const TEXTS: [&str; 2] =
        ["contains: expected text that is not blank", "startsWith: expected text that is not blank"];
    const ONE_OR_MANY: &str = "is: expected a text, a number, true, false, or a list of those";
    for (comparison, expected) in [
        (json!(null), &[ANY][..]),
        (json!([]), &["definition: expected at least one text, number, true or false"]),
        (json!(["a", null, ["b"]]), &[
            "[1]: expected a text, a number, true or false",
            "[2]: expected a text, a number, true or false",
        ]),
        (json!({}), &[SOME]),
        (json!({ "is": null }), &[SOME]),
        (json!({ "equals": "a" }), &[
            "equals: expected no other key than is, contains, startsWith, matches, atLeast, atMost or present",
        ]),
        (json!({ "is": { "is": 1 } }), &[ONE_OR_MANY]),
        (json!({ "is": [] }), &["is: expected at least one text, number, true or false"]),
        (json!({ "is": [1, {}] }), &["is[1]: expected a text, a number, true or false"]),
        (json!({ "contains": "", "startsWith": " " }), &TEXTS),
        (json!({ "contains": 3, "startsWith": ["a"] }), &TEXTS),
        (json!({ "matches": "" }), &["matches: expected text that is not blank"]),
        (json!({ "matches": "a(" }), &["matches: expected a regular expression"]),
        (json!({ "matches": "(?i)a" }), &[
            "matches: expected a regular expression without look-around, back-references, named groups, flags, or \
             escapes of letters other than b, d, n, r, s, t and w",
        ]),
        (json!({ "matches": "a{2000}" }), &[
            "matches: expected a smaller regular expression, with at most 1,000 repetitions and 2,000 parts in all",
        ]),
        (json!({ "atLeast": "3", "atMost": {} }), &["atLeast: expected a number", "atMost: expected a number"]),
        (json!({ "atLeast": "3", "atMost": -1 }), &["atLeast: expected a number"]),
        (json!({ "atMost": 2.9, "atLeast": 3 }), &["atMost: expected a number that is not below atLeast"]),
        (json!({ "present": "yes" }), &["present: expected true or false"]),
        (json!({ "present": false, "is": "a" }), &[
            "present: expected true, since of nothing no other condition holds",
        ]),
    ] {
        assert_eq!(read(&comparison), expected, "{comparison}");
    }
}

/// Of what is always a text, or always a count, nothing can be said that never holds.
#[test]
fn what_is_said_of_a_text_or_a_count_is_something_that_it_can_be() {
    const TEXT: &str = "text that is not blank";
    const COUNT: &str = "a number of 0 or more";
    let text = |comparison: Json| read_by(Comparison::read_text, &comparison);
    let count = |comparison: Json| read_by(Comparison::read_count, &comparison);
    for good in [
        text(json!("a")),
        text(json!(["a", "b"])),
        text(json!({ "is": ["a"], "contains": "a", "startsWith": "a", "matches": "a", "present": true })),
        count(json!(0)),
        count(json!([1, 2.5])),
        count(json!({ "is": [3], "atLeast": 0, "atMost": 3 })),
    ] {
        assert!(good.is_empty(), "{good:?}");
    }
    for (found, place, expected) in [
        (text(json!(["a", ""])), "[1]", TEXT),
        (text(json!([])), "definition", "at least one text"),
        (text(json!({ "is": 3 })), "is", "text that is not blank, or a list of texts"),
        (text(json!({ "atLeast": 3 })), "atLeast", "no other key than is, contains, startsWith, matches or present"),
        (count(json!([1, -1])), "[1]", COUNT),
        (count(json!([])), "definition", "at least one number"),
        (count(json!({ "is": "3" })), "is", "a number of 0 or more, or a list of numbers"),
        (count(json!({ "atMost": -0.5 })), "atMost", COUNT),
        (count(json!({ "present": true })), "present", "no other key than is, atLeast or atMost"),
    ] {
        assert_eq!(found, [[place, ": expected ", expected].concat()]);
    }
}
