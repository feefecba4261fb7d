//! Which comments an address asks for. Never passes over a filter that it does not know.

use crate::catalog::DEFAULT_SITE;
use crate::selection::{Selection, problem};
use crate::store::{CommentState, Said, Wanted};
use effortlet_core::scale::Band;
use effortlet_core::source::Problem;
use std::collections::BTreeMap;

/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 200;

const OWN: [&str; 4] = ["q", "low", "state", "before"];

/// What an address asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    pub(super) selection: Selection,
    /// Words that stand in the text or in the note.
    pub(super) words: String,
    /// Only of people who found it difficult.
    pub(super) low: bool,
    pub(super) state: Option<CommentState>,
    /// Only what is older than this number.
    pub(super) before: Option<i64>,
}

impl Asked {
    /// What can be read, and what is wrong with the rest.
    pub(super) fn of(mut named: BTreeMap<String, String>) -> (Self, Option<Wanted>, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut own = |name: &str| named.remove(name).filter(|it| !it.is_empty());
        let [words, low, state, before] = OWN.map(&mut own);
        let words = words.unwrap_or_default();
        if words.chars().count() > LONGEST_SEARCH {
            problems.push(problem("q", "at most 200 characters to look for"));
        }
        let flag = |it: &Option<String>| matches!(it.as_deref(), Some("1" | "on"));
        if low.is_some() && !flag(&low) {
            problems.push(problem("low", "1, or nothing"));
        }
        let state = state.map(|it| CommentState::read(&it));
        if state == Some(None) {
            problems.push(problem("state", "one of new, read and done"));
        }
        let before = before.map(|it| it.parse::<i64>().ok().filter(|it| *it > 0));
        if before == Some(None) {
            problems.push(problem("before", "a number that an earlier page has led to"));
        }
        let selection = Selection::taken(&mut named);
        for name in named.keys() {
            problems.push(problem(name, &format!("one of {}, {}", Selection::NAMES.join(", "), OWN.join(", "))));
        }
        if selection.survey.as_ref().is_none_or(String::is_empty) {
            problems.push(problem("survey", "the survey whose comments are meant"));
        }
        let site = Some(selection.site.clone().filter(|it| !it.is_empty()).unwrap_or_else(|| DEFAULT_SITE.to_owned()));
        let wanted = Selection { site: site.clone(), ..selection.clone() }.wanted();
        let wanted = wanted.map_err(|more| problems.extend(more)).ok();
        let selection = Selection { site, ..selection };
        (Self { selection, words, low: flag(&low), state: state.flatten(), before: before.flatten() }, wanted, problems)
    }

    pub(super) fn site(&self) -> &str {
        self.selection.site.as_deref().unwrap_or(DEFAULT_SITE)
    }

    pub(super) fn survey(&self) -> &str {
        self.selection.survey.as_deref().unwrap_or_default()
    }

    /// The filters that a report has too, by name.
    pub(super) fn filters(&self) -> Vec<(&'static str, &str)> {
        let it = &self.selection;
        let all = [
            ("from", &it.from),
            ("to", &it.to),
            ("section", &it.section),
            ("article", &it.article),
            ("locale", &it.locale),
            ("trigger", &it.trigger),
            ("device", &it.device),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_deref().filter(|it| !it.is_empty())?))).collect()
    }

    pub(super) fn is_meant(&self, it: &Said) -> bool {
        let words = self.words.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&words);
        (words.is_empty() || has(&it.text) || has(&it.note))
            && (!self.low || it.ratings.iter().any(|it| it.band == Band::Difficult))
            && self.state.is_none_or(|state| state == it.state)
    }
}
