use super::*;

fn is_match(pattern: &str, text: &str) -> bool {
    Regex::new(pattern).unwrap_or_else(|refusal| panic!("{pattern}: {refusal:?}")).is_match(text)
}

#[test]
fn an_expression_matches_somewhere_unless_it_is_anchored() {
    for (pattern, text, expected) in [
        ("", "", true),
        ("", "abc", true),
        ("bill", "/help/billing", true),
        ("Bill", "/help/billing", false),
        ("^bill", "/help/billing", false),
        ("^/help/(billing|refunds)$", "/help/refunds", true),
        ("^/help/(billing|refunds)$", "/help/refunds/", false),
        ("^a|b$", "ax", true),
        ("^a|b$", "xb", true),
        ("^a|b$", "xax", false),
        ("^(a|bc|)d$", "bcd", true),
        ("^(a|bc|)d$", "d", true),
        ("^(a|bc|)d$", "abcd", false),
        ("^$", "", true),
        ("^$", "\n", false),
        ("a$\n^b", "a\nb", false),
        ("$a^", "a", false),
    ] {
        assert_eq!(is_match(pattern, text), expected, "{pattern} on {text}");
    }
}

#[test]
fn classes_have_ranges_and_their_opposites() {
    for (pattern, inside, outside) in [
        (".", "a \t\u{a0}\u{85}🙂", "\n\r\u{2028}\u{2029}"),
        (r"\d", "059", "a٣-"),
        (r"\D", "a٣-", "059"),
        (r"\w", "azAZ09_", "-ăé "),
        (r"\W", "-ăé ", "azAZ09_"),
        (r"\s", " \t\n\r\u{b}\u{c}\u{a0}\u{2003}\u{3000}\u{feff}", "a_\u{200b}\u{85}"),
        (r"\S", "a_\u{200b}\u{85}", " \t\n\r\u{b}\u{c}\u{a0}\u{2003}\u{3000}\u{feff}"),
        ("[a-cx]", "abcx", "dwy-"),
        ("[^a-cx]", "dwy-\n", "abcx"),
        ("[-a]", "-a", "b"),
        ("[a-]", "-a", "b"),
        ("[a-c-e]", "abc-e", "d"),
        ("[--/]", "-./", ",0"),
        (r"[\w-]", "a-", "."),
        (r"[\d\s]", "5 ", "a"),
        (r"[^\D]", "5", "a"),
        (r"[\D5]", "a5", "6"),
        (r"[\]\\^]", r"]\^", "a["),
        ("[.*+?(|){}$[]", ".*+?(|){}$[", "a"),
        ("[^^]", "a", "^"),
        ("[а-яё]", "дё", "Дd"),
        ("[🙂-🙄]", "🙂🙃", "🙁"),
    ] {
        let whole = ["^", pattern, "$"].concat();
        for (letters, expected) in [(inside, true), (outside, false)] {
            for letter in letters.chars() {
                assert_eq!(is_match(&whole, &letter.to_string()), expected, "{pattern} on {letter:?}");
            }
        }
    }
}

#[test]
fn a_repetition_is_of_the_last_part_alone() {
    for (pattern, least, most) in [
        ("a*", 0, 9),
        ("a+", 1, 9),
        ("a?", 0, 1),
        ("a{0}", 0, 0),
        ("a{3}", 3, 3),
        ("a{2,}", 2, 9),
        ("a{0,}", 0, 9),
        ("a{2,4}", 2, 4),
        ("a{0,2}", 0, 2),
        ("a+?", 1, 9),
        ("a{2,4}?", 2, 4),
        ("(a{2}){2}", 4, 4),
        ("(?:a|aaa){2}", 2, 6),
        ("(a?|){3}", 0, 3),
        ("(a*)*", 0, 9),
        ("((a{1,2})*?)+", 0, 9),
        ("(){3}(^)*a", 1, 1),
        ("a[a]{1,2}", 2, 3),
        ("(b|a){2}", 2, 2),
    ] {
        let whole = ["^b", pattern, "c$"].concat();
        for count in 0..=9 {
            let text = ["b", &"a".repeat(count), "c"].concat();
            let expected = (least..=most).contains(&count) && (pattern != "(?:a|aaa){2}" || count % 2 == 0);
            assert_eq!(is_match(&whole, &text), expected, "{whole} on {text}");
        }
    }
}

#[test]
fn a_boundary_is_between_a_word_and_what_is_none() {
    for (pattern, text, expected) in [
        (r"\bpay\b", "how to pay?", true),
        (r"\bpay\b", "pay", true),
        (r"\bpay\b", "payment", false),
        (r"\bpay\b", "pay_me", false),
        (r"\Bpay", "repay", true),
        (r"\Bpay", "pay", false),
        (r"^\B$", "", true),
        (r"^\b", "ăa", false),
        (r"ă\b", "ăa", true),
    ] {
        assert_eq!(is_match(pattern, text), expected, "{pattern} on {text}");
    }
}

#[test]
fn a_backslash_makes_a_mark_an_ordinary_character() {
    for mark in (0..128_u8).map(char::from).filter(char::is_ascii_punctuation) {
        for pattern in [["^\\", &mark.to_string(), "$"].concat(), ["^[\\", &mark.to_string(), "]$"].concat()] {
            assert!(is_match(&pattern, &mark.to_string()), "{pattern}");
            assert!(!is_match(&pattern, "a") && !is_match(&pattern, "\\") || mark == '\\', "{pattern}");
        }
    }
    assert!(is_match(r"^\t\n\r[\t][\n][\r]$", "\t\n\r\t\n\r"));
}

#[test]
fn what_is_no_expression_or_not_known_is_refused() {
    use Refusal::{Large, Syntax, Unknown};
    for (refusal, patterns) in [
        (Syntax, &[
            "(", ")", "a)", "(a", "(()", "[", "[a", "[]", "[^]", "[^", "]", "}", "{", "a{", "a{}", "a{,2}", "a{2",
            "a{2,", "a{2,1}", "a{x}", "a{1 }", "a{-1}", "*", "+a", "?", "|*", "(*)", "(?:*)", "{2}", "a**", "a+*",
            "a++", "a???", "a{2}{3}", "a*{2}", "^*", "$+", r"\b?", r"\B{2}", "\\", "[\\", "[b-a]", "[a-", r"[!-\d]",
            r"[\d-z]", r"[\w-\d]",
        ][..]),
        (Unknown, &[
            "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?i)a", "(?i:a)", "(?<name>a)", "(?P<name>a)", "(?#a)", "(?>a)",
            "(?", r"(a)\1", r"\0", r"\k<name>", r"\p{L}", r"\P{L}", r"\x41", r"\u0041", r"\cA", r"\A", r"\z", r"\Z",
            r"\f", r"\v", r"\e", r"\a", r"\Q", r"[\b]", r"[\B]", r"\T", r"\N", r"\R", r"\ ", r"\ă", r"\٣",
        ]),
        (Large, &[
            "a{1001}", "a{1001,}", "a{0,1001}", "a{99999999999999999999}", "(a{100}){21}", "((a{50}){50}){50}",
            "((((a{1000}){1000}){1000}){1000}){1000}", "(a?){1000}b",
        ]),
    ] {
        for pattern in patterns {
            assert_eq!(Regex::new(pattern).err(), Some(refusal), "{pattern}");
        }
    }
}

#[test]
fn a_program_has_at_most_so_many_instructions() {
    assert!(is_match(&["^", &"a".repeat(1_999)].concat(), &"a".repeat(1_999)));
    assert_eq!(Regex::new(&["^", &"a".repeat(2_000)].concat()).err(), Some(Refusal::Large));
    assert!(is_match("^(a{500}){3}(b?){100}$", &"a".repeat(1_500)));
    assert_eq!(Regex::new(&"a|".repeat(667)).err(), Some(Refusal::Large));
}

#[test]
fn nesting_is_as_deep_as_it_likes() {
    let nested = |open: &str, inside: &str, close: &str| {
        [&open.repeat(100_000), inside, &close.repeat(100_000)].concat()
    };
    assert!(is_match(&nested("(", "a", ")"), "a"));
    assert!(is_match(&nested("(?:", "", "){3}"), ""));
    for (open, close, refusal) in [
        ("(", "", Refusal::Syntax),
        ("", ")", Refusal::Syntax),
        ("(", ")*", Refusal::Large),
        ("(|", ")", Refusal::Large),
        ("((?=", "))", Refusal::Unknown),
    ] {
        assert_eq!(Regex::new(&nested(open, "a", close)).err(), Some(refusal), "{open} {close}");
    }
}

/// Each of these takes a matcher that goes back in its text longer than the universe has been there.
#[test]
fn no_instruction_is_carried_out_twice_for_a_character() {
    let text = ["a".repeat(30_000), "!".into()].concat();
    for pattern in [
        "(a+)+$", "(a*)*b", "(a|a)*b", "(a|aa)+$", "(a?){30}a{30}$", "(.*)*$b", "(((a*)*)*)*b",
        "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*a){9}b", r"(\w+\s?)+$", "(a{1,6}){1,6}b",
    ] {
        let Regex(program) = Regex::new(pattern).unwrap();
        let mut run = Run::new(&program);
        for letter in text.chars().map(Some).chain([None]) {
            assert!(!run.reaches_end(letter), "{pattern}");
            // Each instruction is led to by one, two at most go on from it, and a match may begin here.
            assert!(run.states.len() <= 3 * program.len() + 1, "{pattern}");
        }
    }
}
