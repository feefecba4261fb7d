//! One topic: who wrote it, before it was done and since, and what a team makes of it by a press.

use super::topics::{Helped, Topic};
use super::topics_asked::Asked;
use super::topics_words::{class_name, state_name, to};
use super::wording::{decimal, in_address, on_day};
use crate::language::{Text, text};
use crate::store::{TopicClass, TopicState};
use effortlet_core::time::Duration;
use maud::{Markup, html};

pub(super) fn row(asked: &Asked, it: &Topic) -> Markup {
    let state = it.state();
    let done = it.helped.zip(it.sorted.done);
    html! {
        li id=(anchor(&it.language, &it.stems)) class={ "topic " (state.word()) } {
            h3 {
                bdi lang=(it.language) { (it.words) }
                @if state == TopicState::Done { " " span class="tag better" { (state_name(state, it.sorted.class)) } }
            }
            p class="small" {
                @match done {
                    None => span { (text("topics-people").number("n", it.people)) },
                    Some((helped, done)) => {
                        span { (before_and_since(helped, &on_day(&done.rfc3339()))) }
                        @if let Some(pace) = pace(helped) { span class="soft" { (pace) } }
                    }
                }
                a href=(comments(asked, it)) aria-label=(text("comments-about").with("name", &it.words)) { (text("comments-link")) }
            }
            @if !it.sorted.note.is_empty() { p class="soft noted" dir="auto" { (it.sorted.note) } }
            (sorting(asked, it))
        }
    }
}

/// `14 people before, 2 since 3 Nov 2026`.
fn before_and_since(it: Helped, day: &str) -> Text {
    text("topics-before-and-since").number("before", it.before).number("since", it.since).with("day", day)
}

/// By the week, where there is a week on both sides.
fn pace(it: Helped) -> Option<Text> {
    let week = Duration::days(7);
    let a_week = |people: u64, long: Duration| (long >= week).then(|| decimal(people as f64 / (long.0 as f64 / week.0 as f64), 0));
    let (before, since) = (a_week(it.before, it.long_before)?, a_week(it.since, it.long_since)?);
    Some(text("topics-pace").with("before", before).with("since", since))
}

/// Those whose words are counted.
fn comments(asked: &Asked, it: &Topic) -> String {
    let topic = [("topic", [&it.language, ":", &it.stems].concat())];
    let kept = asked.pairs().into_iter().filter(|(name, _)| !["language", "class", "state"].contains(name));
    to("comments", kept.chain(topic))
}

/// Whatever is pressed, the note is kept as it stands, and the page that comes is the same one. A class that is
/// pressed again is taken back.
fn sorting(asked: &Asked, it: &Topic) -> Markup {
    let note = format!("note-{}", anchor(&it.language, &it.stems));
    let pressed = |is: bool| if is { "true" } else { "false" };
    html! {
        form method="post" action=(to("topics", asked.pairs())) class="remark" {
            input type="hidden" name="topic-language" value=(it.language);
            input type="hidden" name="stems" value=(it.stems);
            div class="states" role="group" aria-label=(text("topics-matter").with("topic", &it.words)) {
                @for class in TopicClass::ALL {
                    @let is_it = it.sorted.class == Some(class);
                    button class="quiet" type="submit" name="class" value=(if is_it { "" } else { class.word() }) aria-pressed=(pressed(is_it)) { (class_name(class)) }
                }
            }
            div class="states" role="group" aria-label=(text("topics-state").with("topic", &it.words)) {
                @for state in TopicState::ALL {
                    button class="quiet" type="submit" name="state" value=(state.word()) aria-pressed=(pressed(state == it.state())) { (state_name(state, it.sorted.class)) }
                }
            }
            details {
                summary { (text(if it.sorted.note.is_empty() { "topics-add-note" } else { "topics-change-note" })) }
                label class="unseen" for=(note) { (text("topics-note")) }
                textarea id=(note) name="note" rows="2" maxlength="2000" dir="auto" { (it.sorted.note) }
                button class="quiet" type="submit" { (text("said-keep")) }
            }
        }
    }
}

/// Where a topic stands on its page, as an address has it too.
pub(super) fn anchor(language: &str, stems: &str) -> String {
    format!("t-{language}-{}", in_address(stems).replace('%', "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_says_who_wrote_it_before_and_since() {
        let (week, day) = (Duration::days(7), Duration::days(1));
        for (before, since, long_since, expected, paces) in [
            (14, 2, week, "14 people before, 2 since 3 Nov 2026", Some("7.0 a week before, 2.0 a week since")),
            (1, 4, day, "1 person before, 4 since 3 Nov 2026", None),
        ] {
            let it = Helped { before, since, long_before: Duration::days(14), long_since };
            assert_eq!(before_and_since(it, "3 Nov 2026").to_string(), expected);
            assert_eq!(pace(it).map(|it| it.to_string()).as_deref(), paces);
        }
    }

    #[test]
    fn an_anchor_is_the_same_in_a_page_and_in_an_address() {
        let anchor = anchor("ru", "возврат денег");
        assert!(anchor.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._~".contains(&it)), "{anchor}");
    }
}
