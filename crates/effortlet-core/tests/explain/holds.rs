//! Each thing that may hold a survey back.

use super::*;
use effortlet_core::frequency::On;
use effortlet_core::manners::Manners;
use effortlet_core::memory::Outcome;

#[test]
fn everything_that_holds_a_survey_back_has_words() {
    let rule = |outcome| Some(Hold::Frequency(On::Outcome(outcome)));
    let manners = |manners| Some(Hold::Manners(manners));
    for (hold, expected) in [
        (None, None),
        (Some(Hold::Busy), Some("a nudge is on display on this page; wait until it is gone")),
        (Some(Hold::Audience(Truth::Unknown)), Some(r#"audience: only where the page says yes to "open" (not known)"#)),
        (Some(Hold::Audience(Truth::False)), Some(r#"audience: only where the page says yes to "open" (found no)"#)),
        (Some(Hold::Trigger), Some(r#"triggers: waiting for the event "go""#)),
        (Some(Hold::Newcomer), Some("frequency: a first visit is left alone for its first 10 seconds")),
        (Some(Hold::Frequency(On::Shown)), Some("frequency: a survey was shown before, and the rule on shown keeps quiet")),
        (rule(Outcome::Answered), Some("frequency: it was answered before, and the rule on answered keeps quiet")),
        (rule(Outcome::Partial), Some("frequency: it was answered in part before, and the rule on partial keeps quiet")),
        (rule(Outcome::Dismissed), Some("frequency: it was closed without an answer before, and the rule on dismissed keeps quiet")),
        (rule(Outcome::Ignored), Some("frequency: it was shown and not touched before, and the rule on ignored keeps quiet")),
        (rule(Outcome::Snoozed), Some("frequency: it was put off before, and the rule on snoozed keeps quiet")),
        (Some(Hold::Missed), Some("triggers: they came while something else held it back, such as a nudge in another tab; bring them about again")),
        (Some(Hold::Delay), Some("triggers: they have come; wait for their delay")),
        (manners(Manners::Dialog), Some("manners: a dialog or a popover is open; close it")),
        (manners(Manners::FullScreen), Some("manners: something fills the screen; leave it")),
        (manners(Manners::Typing), Some("manners: the visitor typed in the last 3 seconds; wait")),
        (manners(Manners::Selecting), Some("manners: words are selected; click elsewhere")),
        (manners(Manners::Video), Some("manners: a video is playing with its sound on; pause it")),
        (manners(Manners::Keyboard), Some("manners: a field of a touch screen has the focus, and its keyboard is open; leave the field")),
        (manners(Manners::Away), Some("manners: the page is in a tab that nobody looks at; open it")),
        (Some(Hold::Deferred), Some("triggers: they have come, and it is put off to the next page; open another one")),
    ] {
        let (is, found) = match hold {
            Some(Hold::Audience(Truth::Unknown)) => (Truth::Unknown, text("")),
            Some(Hold::Audience(_)) => (Truth::False, text("false")),
            _ => (Truth::False, text("")),
        };
        let explanation = Explanation { until: Some(0.0), ..explanation(hold, vec![(Truth::False, number(0.0))], vec![(is, found)]) };
        let audience = json!({ "condition": { "name": "open" } });
        let described = described(&json!({ "event": { "name": "go" } }), &audience, explanation);
        assert_eq!(described.hold.as_deref(), expected);
    }
}

#[test]
fn a_rule_that_no_moment_ends_says_so() {
    for (hold, expected) in [
        (
            Hold::Frequency(On::Outcome(Outcome::Answered)),
            "frequency: it was answered before, and the rule on answered keeps quiet for this session, or for good",
        ),
        (
            Hold::Frequency(On::Shown),
            "frequency: a survey was shown before, and the rule on shown keeps quiet for the rest of this session; a private window begins another",
        ),
        (
            Hold::Frequency(On::Outcome(Outcome::Ignored)),
            "frequency: it was shown and not touched before, and the rule on ignored keeps quiet for good; in a private window nothing is known of it",
        ),
        (Hold::Newcomer, "frequency: a first visit is left alone for its first 10 seconds"),
    ] {
        let found = described(&json!({ "event": { "name": "go" } }), &json!(null), explanation(hold, vec![], vec![]));
        assert_eq!(found.hold.as_deref(), Some(expected));
    }
}

#[test]
fn until_is_a_moment_in_rfc_3339_where_there_is_one() {
    for (until, expected) in [(Some(1_772_452_800_000.0), Some("2026-03-02T12:00:00.000Z")), (None, None)] {
        let explanation = Explanation { until, ..explanation(Hold::Delay, vec![], vec![]) };
        let found = described(&json!({ "event": { "name": "go" } }), &json!(null), explanation);
        assert_eq!(found.until.as_deref(), expected);
    }
}
