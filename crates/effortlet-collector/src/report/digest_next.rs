//! What to do next, by the first of six rules that holds. Never says what the figures do not.
//!
//! 1. Nobody answered, and some did the week before: look whether the widget is still there.
//! 2. An edit is found to have made its article worse: look at what was changed.
//! 3. Clearly fewer answer than the week before: find out who, before the score is read.
//! 4. The costliest article that was not edited in the last four weeks: rewrite it. What was edited lately has to
//!    be given time, so that it can be told whether that helped.
//! 5. Comments have come: read them.
//! 6. Else there is nothing to do.

use super::digest::{CostlyArticle, Direction, NextReport, Rule};
use super::edits::EditReport;
use super::wording::on_day;
use crate::language::{Text, text};
use effortlet_columns::{day_text, read_day};
use crate::repair::Verdict;

/// An edit needs some weeks of answers before it can be told whether it helped.
const GIVEN_TIME: i32 = 28;

/// What the rules look at.
pub(super) struct Facts<'a> {
    /// The week's last day.
    pub(super) last: i32,
    pub(super) responses: u64,
    pub(super) responses_before: u64,
    pub(super) rate: Direction,
    pub(super) articles: &'a [CostlyArticle],
    pub(super) edits: &'a [EditReport],
    pub(super) written: Option<u64>,
}

/// `named` is how titles, which pages choose, are written where it is read.
pub(super) fn next(it: &Facts, named: &dyn Fn(&str) -> String) -> NextReport {
    let (rule, text) = silent(it).or_else(|| worse(it, named)).or_else(|| fewer(it)).or_else(|| costly(it, named)).or_else(|| comments(it)).unwrap_or_else(|| {
        (Rule::Nothing, text("next-nothing"))
    });
    NextReport { rule, text: text.to_string() }
}

/// For people in their language, for programs in English.
type Said = Option<(Rule, Text)>;

fn silent(it: &Facts) -> Said {
    let holds = it.responses == 0 && it.responses_before > 0;
    holds.then(|| {
        (Rule::Silent, text("next-silent").number("before", it.responses_before))
    })
}

fn worse(it: &Facts, named: &dyn Fn(&str) -> String) -> Said {
    let edit = it.edits.iter().find(|it| it.verdict == Verdict::Worse)?;
    let day = on_day(&edit.edited.to);
    Some((Rule::WorseEdit, text("next-worse").with("title", named(edit.title())).with("day", day)))
}

fn fewer(it: &Facts) -> Said {
    (it.rate == Direction::Down).then(|| (Rule::FewerAnswer, text("next-fewer")))
}

fn costly(it: &Facts, named: &dyn Fn(&str) -> String) -> Said {
    let since = day_text(it.last.saturating_sub(GIVEN_TIME - 1));
    let is_given_time = |article: &&CostlyArticle| {
        let edited = article.lost.edited.as_deref().filter(|day| read_day(day).is_some());
        edited.is_some_and(|day| day >= since.as_str())
    };
    let article = it.articles.iter().find(|it| !is_given_time(it))?;
    let lost = article.lost.cost.value.round().max(0.0) as u64;
    let rewrite = |key| text(key).with("title", named(article.lost.title())).number("lost", lost).number("answered", article.lost.answered);
    let place = &article.lost.place;
    let told = match (place.from, place.to) {
        (1, 1) => rewrite("next-rewrite-first"),
        (from, to) if from == to => rewrite("next-rewrite-surely").number("place", from as u64),
        (from, to) => rewrite("next-rewrite-between").number("from", from as u64).number("to", to as u64),
    };
    Some((Rule::CostlyArticle, told))
}

fn comments(it: &Facts) -> Said {
    match it.written {
        Some(0) => None,
        Some(written) => Some((Rule::Comments, text("next-comments").number("n", written))),
        None => Some((Rule::Comments, text("next-few-comments"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::effort::{EstimateReport, LostReport, PlaceReport};
    use crate::report::figures::PeriodReport;
    use effortlet_core::score::chosen_share;

    const LAST: i32 = 20_786;

    fn article(name: &str, edited: Option<i32>, (from, to): (usize, usize)) -> CostlyArticle {
        let estimate = EstimateReport { value: 12.4, low: 8.0, high: 18.0 };
        let lost = LostReport {
            value: name.to_owned(),
            section: None,
            edited: edited.map(day_text),
            first_seen: None,
            page: None,
            period: None,
            lost: 12,
            answered: 40,
            share: chosen_share(12, 40),
            shrunk: estimate,
            is_shrunk: false,
            cost: estimate,
            place: PlaceReport { at: from, from, to },
        };
        CostlyArticle { lost, moved: None }
    }

    fn edit(verdict: Verdict) -> EditReport {
        let edited = PeriodReport { from: day_text(LAST - 40), to: day_text(LAST - 38) };
        EditReport { article: "refunds".to_owned(), section: None, page: None, edited, compared: None, all: None, verdict }
    }

    #[test]
    fn the_first_rule_that_holds_says_what_to_do() {
        let quiet = Facts { last: LAST, responses: 40, responses_before: 40, rate: Direction::Unclear, articles: &[], edits: &[], written: Some(0) };
        let (lately, not_so_lately) = (Some(LAST - 27), Some(LAST - 28));
        let costly = [article("card", lately, (1, 3)), article("invoice", not_so_lately, (2, 4))];
        let (first, all_lately) = ([article("card", None, (1, 1))], [article("card", Some(LAST), (1, 1))]);
        let (worse, helped) = ([edit(Verdict::Helped), edit(Verdict::Worse)], [edit(Verdict::Helped)]);
        for (facts, rule, begins) in [
            (Facts { ..quiet }, Rule::Nothing, "Nothing stands out this week"),
            (Facts { responses: 0, responses_before: 0, ..quiet }, Rule::Nothing, "Nothing stands out"),
            (Facts { written: Some(12), ..quiet }, Rule::Comments, "Read the 12 comments"),
            (Facts { written: None, ..quiet }, Rule::Comments, "Read the few comments"),
            (Facts { articles: &all_lately, written: Some(12), ..quiet }, Rule::Comments, "Read the 12"),
            (Facts { articles: &first, written: Some(12), ..quiet }, Rule::CostlyArticle,
                "Rewrite “card”: about 12 of the 40 who answered there in 13 weeks were lost, surely more than at any other article."),
            (Facts { articles: &costly, ..quiet }, Rule::CostlyArticle,
                "Rewrite “invoice”: about 12 of the 40 who answered there in 13 weeks were lost. It is between the 2nd and the 4th of all articles."),
            (Facts { articles: &costly, rate: Direction::Up, edits: &helped, ..quiet }, Rule::CostlyArticle, "Rewrite “invoice”"),
            (Facts { articles: &costly, rate: Direction::Down, ..quiet }, Rule::FewerAnswer, "Find out who no longer answers"),
            (Facts { articles: &costly, rate: Direction::Down, edits: &worse, ..quiet }, Rule::WorseEdit,
                "Look at what was changed in “refunds”: since its edit on 22 Oct 2026 more of its readers are lost."),
            (Facts { articles: &costly, rate: Direction::Down, edits: &worse, responses: 0, ..quiet }, Rule::Silent,
                "Look whether the widget is still on your pages: nobody answered this week, and 40 did the week before."),
        ] {
            let next = next(&facts, &str::to_owned);
            assert_eq!(next.rule, rule, "{}", next.text);
            assert!(next.text.starts_with(begins), "{}", next.text);
        }
    }
}
