use super::*;
use crate::source::Problem;
use serde_json::{Value as Json, json};

fn read(comparison: &Json) -> Vec<String> {
    let (value, mut problems) = (Value::from(comparison), Problems::new());
    Comparison::read(Node::root(&value), &mut problems);
    problems.iter().map(Problem::message).collect()
}

fn check(comparison: Json, holds_of: &[Json], not_of: &[Json]) {
    assert_eq!(read(&comparison), Vec::<String>::new(), "{comparison}");
    for (found, expected) in holds_of.iter().map(|found| (found, true)).chain(not_of.iter().map(|found| (found, false))) {
        let value = Value::from(&comparison);
        assert_eq!(Comparison::of(&value).holds(&Value::from(found)), expected, "{comparison} of {found}");
    }
}

#[test]
fn a_text_is_that_text() {
    check(json!("pro"), &[json!("pro")], &[json!("Pro"), json!("pro "), json!("pr"), json!(""), json!(null), json!(true)]);
    check(json!(""), &[json!("")], &[json!(null), json!(" "), json!(0), json!(false)]);
    check(json!("12"), &[json!("12"), json!(12)], &[json!("12.0"), json!("012"), json!(12.5), json!(-12)]);
    check(json!("0.50"), &[json!("0.50"), json!(0.5)], &[json!("0.5"), json!(0)]);
    check(json!("true"), &[json!("true"), json!(true)], &[json!(false), json!(1)]);
}

#[test]
fn a_number_is_that_number_however_it_is_written() {
    check(
        json!(3),
        &[json!(3), json!("3"), json!("03"), json!("3.0"), json!("3.000")],
        &[
            json!(4), json!("4"), json!("-3"), json!(" 3"), json!("+3"), json!("3."), json!("3e0"), json!("3,0"), json!("3.0.0"),
            json!("3-"), json!("0x3"), json!("three"), json!(""), json!("-"), json!(true), json!(null), json!("٣"),
        ],
    );
    check(json!(-0.25), &[json!(-0.25), json!("-0.25"), json!("-0.250")], &[json!("-.25"), json!("--0.25"), json!("0.25")]);
    check(json!(0), &[json!(0), json!("0"), json!("-0"), json!("0.0")], &[json!(""), json!("."), json!("-."), json!(false)]);
    check(json!(0.1), &[json!("0.1")], &[json!("0.10000001")]);
    check(json!(9_007_199_254_740_991_i64), &[json!("9007199254740991")], &[json!("9007199254740990")]);
}

#[test]
fn a_flag_is_that_flag_or_its_word() {
    check(json!(true), &[json!(true), json!("true")], &[json!(false), json!("TRUE"), json!("1"), json!(1), json!(null)]);
    check(json!(false), &[json!(false), json!("false")], &[json!(true), json!(""), json!(0), json!(null)]);
}

#[test]
fn a_list_is_any_of_its_values() {
    let list = json!(["pro", 3, false]);
    let (inside, outside) = ([json!("pro"), json!(3), json!("3"), json!(false)], [json!("3x"), json!(true), json!(null)]);
    check(list.clone(), &inside, &outside);
    check(json!({ "is": list }), &inside, &outside);
    check(json!({ "is": "pro" }), &[json!("pro")], &[json!("free"), json!(null)]);
}

#[test]
fn texts_are_compared_in_part_and_letter_for_letter() {
    check(
        json!({ "contains": "lan" }),
        &[json!("lan"), json!("plan b"), json!("xlaxlan")],
        &[json!("la"), json!("Lan"), json!("l an"), json!(""), json!(null), json!(true)],
    );
    check(json!({ "contains": "ă" }), &[json!("plăți")], &[json!("plati"), json!("ĂĄ")]);
    check(json!({ "startsWith": "pro" }), &[json!("pro"), json!("pro-2026")], &[json!("a pro"), json!("Pro"), json!("pr"), json!(null)]);
    check(json!({ "matches": "^(pro|team)-\\d+$" }), &[json!("pro-1"), json!("team-20")], &[json!("pro-"), json!("Pro-1"), json!(null)]);
    check(json!({ "matches": "o" }), &[json!("pro")], &[json!("team"), json!("")]);
}

#[test]
fn a_whole_number_is_its_digits_and_a_flag_its_word() {
    check(json!({ "startsWith": "40" }), &[json!(404), json!(40), json!("404")], &[json!(4), json!(-404), json!(140), json!(40.5)]);
    check(
        json!({ "matches": "^-?\\d+$" }),
        &[json!(0), json!(-0.0), json!(10), json!(-100), json!(9_007_199_254_740_992_i64)],
        &[json!(0.5), json!(1e300), json!(9_007_199_254_740_994_i64), json!(true), json!(null)],
    );
    check(json!({ "matches": "^(10|-100|9007199254740992|0)$" }), &[json!(10), json!(-100), json!(9_007_199_254_740_992_i64), json!(0)], &[json!(1)]);
    check(json!({ "contains": "als" }), &[json!(false), json!("false")], &[json!(true)]);
}

#[test]
fn numbers_are_compared_from_and_up_to() {
    check(json!({ "atLeast": 3 }), &[json!(3), json!(3.5), json!("3"), json!("10"), json!("3.01")], &[
        json!(2.9), json!("2.99"), json!("-10"), json!("ten"), json!(""), json!(true), json!(null),
    ]);
    check(json!({ "atMost": -1.5 }), &[json!(-1.5), json!("-2")], &[json!(-1), json!("-1.4"), json!("1.5"), json!(null)]);
    check(json!({ "atLeast": 3, "atMost": 3 }), &[json!(3), json!("3.0")], &[json!(2.99), json!("3.01")]);
}

#[test]
fn of_nothing_holds_only_that_it_is_not_there() {
    check(json!({ "present": true }), &[json!("x"), json!(""), json!(0), json!(false)], &[json!(null)]);
    check(json!({ "present": false }), &[json!(null)], &[json!("x"), json!(""), json!(0), json!(false)]);
    check(json!({ "present": true, "contains": "a" }), &[json!("a")], &[json!("b"), json!(null)]);
    for comparison in [
        json!({ "is": ["", 0, false] }), json!({ "matches": "x*" }), json!({ "atMost": 1e300 }), json!({ "atLeast": -1e300 }),
    ] {
        check(comparison, &[], &[json!(null)]);
    }
}

#[test]
fn every_key_of_an_object_must_hold() {
    check(
        json!({ "contains": "4", "startsWith": "1", "matches": "^.{3}$", "atLeast": 142, "atMost": 147, "is": [140, 143, 149] }),
        &[json!(143), json!("143")],
        &[json!(140), json!(149), json!("143.0"), json!(145)],
    );
}

#[test]
fn a_list_or_an_object_that_was_found_is_present_and_nothing_else() {
    for found in [json!([]), json!(["a"]), json!({ "a": 1 })] {
        check(json!({ "present": true }), &[found.clone()], &[]);
        check(json!("a"), &[], &[found.clone()]);
        check(json!({ "matches": "x*" }), &[], &[found.clone()]);
        check(json!({ "atLeast": 0 }), &[], &[found]);
    }
}

/// A text of any length, whatever its digits come to.
#[test]
fn a_number_of_many_digits_harms_nothing() {
    let long = "9".repeat(1_000);
    check(json!({ "atLeast": 3 }), &[json!(long)], &[json!(["0.", &long].concat()), json!(["-", &long].concat())]);
}

#[test]
fn a_mistake_is_named_with_its_place() {
    let any = "definition: expected a text, a number, true, false, a list of those, or an object with is, contains, \
               startsWith, matches, atLeast, atMost or present";
    let one = "expected a text, a number, true or false";
    for (comparison, expected) in [
        (json!(null), vec![any.to_owned()]),
        (json!([]), vec!["definition: expected at least one text, number, true or false".to_owned()]),
        (json!(["a", null, ["b"], {}]), [1, 2, 3].map(|index| ["[", &index.to_string(), "]: ", one].concat()).to_vec()),
        (json!({}), vec!["definition: expected at least one condition, such as is or contains".to_owned()]),
        (json!({ "equals": "a" }), vec![
            "equals: expected no other key than is, contains, startsWith, matches, atLeast, atMost or present".to_owned(),
        ]),
        (json!({ "is": null }), vec!["is: expected a text, a number, true, false, or a list of those".to_owned()]),
        (json!({ "is": { "is": 1 } }), vec!["is: expected a text, a number, true, false, or a list of those".to_owned()]),
        (json!({ "is": [] }), vec!["is: expected at least one text, number, true or false".to_owned()]),
        (json!({ "is": [1, null] }), vec![["is[1]: ", one].concat()]),
        (json!({ "contains": "", "startsWith": " " }), vec!["contains: expected text".to_owned(), "startsWith: expected text".to_owned()]),
        (json!({ "contains": 3, "startsWith": ["a"] }), vec!["contains: expected text".to_owned(), "startsWith: expected text".to_owned()]),
        (json!({ "matches": "" }), vec!["matches: expected text".to_owned()]),
        (json!({ "matches": "a(" }), vec!["matches: expected a regular expression".to_owned()]),
        (json!({ "matches": "(?i)a" }), vec![
            "matches: expected a regular expression without look-around, back-references, named groups, flags, or escapes \
             of letters other than b, d, n, r, s, t and w".to_owned(),
        ]),
        (json!({ "matches": "a{2000}" }), vec![
            "matches: expected a smaller regular expression, with repetitions of at most 1,000 times and 2,000 parts in all".to_owned(),
        ]),
        (json!({ "atLeast": "3", "atMost": null }), vec!["atLeast: expected a number".to_owned(), "atMost: expected a number".to_owned()]),
        (json!({ "atLeast": "3", "atMost": -1 }), vec!["atLeast: expected a number".to_owned()]),
        (json!({ "atMost": 2.9, "atLeast": 3 }), vec!["atMost: expected a number that is not below atLeast".to_owned()]),
        (json!({ "present": "yes" }), vec!["present: expected true or false".to_owned()]),
        (json!({ "present": false, "is": "a" }), vec![
            "present: expected true, since of nothing no other condition holds".to_owned(),
        ]),
    ] {
        assert_eq!(read(&comparison), expected, "{comparison}");
    }
}
