//! When an article was edited: the days on which it first showed a revision that it had not shown before.
//!
//! Each language of an article has revisions of its own, and begins with one that is no edit. Never looks at
//! what a revision is called.

use effortlet_columns::Revision;
use effortlet_core::score::SUPPRESSED_BELOW;
use std::collections::BTreeSet;

/// Edits so many days apart are one: a repair is seldom done in one go, and languages follow each other.
const TOGETHER: i32 = 7;

/// So many days before an edit and after it are looked at, 13 weeks: what is longer ago was another time.
const LONGEST: i32 = 91;

/// Days counted from 1970-01-01 (UTC).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The day on which the first new revision was seen.
    pub(crate) first: i32,
    /// The last one of those that are taken together; the same where there is one.
    pub(crate) last: i32,
}

/// The edits of one article, the earliest first. A revision that fewer than five responses came from tells
/// nothing yet.
pub(crate) fn edits(revisions: &[Revision]) -> Vec<Edit> {
    let is_first = |it: &Revision| {
        let own = revisions.iter().filter(|other| other.locale == it.locale).map(|other| other.first_day);
        own.min() == Some(it.first_day)
    };
    let new = revisions.iter().filter(|it| it.responses >= SUPPRESSED_BELOW && !is_first(it));
    let days: BTreeSet<i32> = new.map(|it| it.first_day).collect();
    let mut edits: Vec<Edit> = Vec::new();
    for day in days {
        match edits.last_mut() {
            Some(edit) if day - edit.first < TOGETHER => edit.last = day,
            _ => edits.push(Edit { first: day, last: day }),
        }
    }
    edits
}

/// The days before each edit and after it that are compared, the first and the last of each: as long as the
/// article stayed what it was, within `days`. The days of the edit itself are of neither. Where a last day is
/// before the first there is none.
pub(crate) fn periods(edits: &[Edit], days: (i32, i32)) -> Vec<[(i32, i32); 2]> {
    let earlier = |at: usize| at.checked_sub(1).and_then(|at| edits.get(at)).map_or(days.0, |it| days.0.max(it.last + 1));
    let later = |at: usize| edits.get(at + 1).map_or(days.1, |it| days.1.min(it.first - 1));
    let of = |(at, it): (usize, &Edit)| {
        let before = (earlier(at).max(it.first - LONGEST), it.first - 1);
        [before, (it.last + 1, later(at).min(it.last + LONGEST))]
    };
    edits.iter().enumerate().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(revisions: &[(&str, i32, u64)]) -> Vec<(i32, i32)> {
        let revision = |(locale, first_day, responses): &(&str, i32, u64)| Revision {
            locale: (*locale).to_owned(),
            first_day: *first_day,
            responses: *responses,
        };
        let revisions: Vec<Revision> = revisions.iter().map(revision).collect();
        edits(&revisions).iter().map(|it| (it.first, it.last)).collect()
    }

    #[test]
    fn a_revision_that_was_not_there_before_is_an_edit() {
        assert_eq!(of(&[]), []);
        assert_eq!(of(&[("en", 1, 90)]), [], "what an article begins with");
        assert_eq!(of(&[("en", 1, 90), ("en", 30, 5)]), [(30, 30)]);
        assert_eq!(of(&[("en", 1, 90), ("en", 30, 4)]), [], "too few have seen it");
        assert_eq!(of(&[("en", 1, 90), ("en", 1, 90)]), [], "two at once, as on two servers");
    }

    #[test]
    fn each_language_begins_with_a_revision_of_its_own() {
        assert_eq!(of(&[("en", 1, 90), ("ro", 9, 90), ("ru", 60, 90)]), []);
        assert_eq!(of(&[("en", 1, 90), ("ro", 9, 90), ("ro", 60, 90)]), [(60, 60)]);
    }

    #[test]
    fn edits_within_a_week_are_one() {
        assert_eq!(of(&[("en", 1, 9), ("en", 30, 9), ("en", 33, 9), ("en", 36, 9)]), [(30, 36)]);
        assert_eq!(of(&[("en", 1, 9), ("en", 30, 9), ("en", 33, 9), ("en", 37, 9)]), [(30, 33), (37, 37)]);
        assert_eq!(of(&[("en", 1, 9), ("ro", 1, 9), ("en", 30, 9), ("ro", 31, 9)]), [(30, 31)], "in two languages");
    }

    #[test]
    fn an_edit_is_compared_as_long_as_the_article_stayed_what_it_was() {
        let edit = |first, last| Edit { first, last };
        assert_eq!(periods(&[edit(100, 104)], (60, 130)), [[(60, 99), (105, 130)]]);
        assert_eq!(periods(&[edit(100, 100)], (0, 900)), [[(9, 99), (101, 191)]], "91 days each");
        let two = [edit(100, 104), edit(120, 120)];
        assert_eq!(periods(&two, (60, 130)), [[(60, 99), (105, 119)], [(105, 119), (121, 130)]]);
        assert_eq!(periods(&[edit(100, 100)], (100, 100)), [[(100, 99), (101, 100)]], "nothing before it, and nothing after");
    }
}
