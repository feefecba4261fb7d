//! A page beside the report of a survey, below `/report/-/`: of which survey, and under which of its filters.
//!
//! Never passes over a filter that it does not know.

use super::asked::Queried;
use super::labels::{everything, label};
use super::mistake::Mistake;
use super::page::frame;
use super::setting::Setting;
use super::shown::Shown;
use super::survey::versions;
use super::trigger_words::filter_words;
use super::wording::{address, in_address};
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::Dimension;
use crate::language::text;
use axum::response::IntoResponse;
use maud::{Markup, html};
use std::iter;

/// Which survey of which site.
const OWN: [&str; 2] = ["site", "survey"];

type Pairs = Vec<(&'static str, String)>;

#[derive(Clone)]
pub(super) struct Subpage<'a> {
    pub(super) setting: &'a Setting,
    /// The last part of its address.
    name: &'static str,
    pub(super) site: String,
    pub(super) survey: String,
    pub(super) queried: Queried,
}

impl<'a> Subpage<'a> {
    /// `None` where no survey is named.
    pub(super) fn of(setting: &'a Setting, name: &'static str, pairs: Vec<(String, String)>) -> Option<Self> {
        let (own, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| OWN.contains(&name.as_str()));
        let value = |name: &str| own.iter().find(|(it, text)| it == name && !text.is_empty()).map(|(_, text)| text.clone());
        let site = value("site").unwrap_or_else(|| DEFAULT_SITE.to_owned());
        Some(Self { setting, name, site, survey: value("survey")?, queried: Queried::of(others) })
    }

    /// The same of the version that is shown, for what leads into its figures.
    pub(super) fn within(&self, shown: &Shown) -> Self {
        let mut within = self.clone();
        within.queried.query = self.queried.query.within(shown);
        within
    }

    fn filters(&self) -> Pairs {
        self.queried.query.pairs().into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    }

    pub(super) fn has_filters(&self) -> bool {
        self.queried.query.has_filters()
    }

    /// Another page about the same survey under all that was asked for.
    pub(super) fn beside(&self, name: &str) -> String {
        let own = [("site", self.site.clone()), ("survey", self.survey.clone())];
        let asked = self.queried.address();
        let asked = asked.iter().map(|(name, value)| (name.as_str(), value.clone()));
        let pairs: Vec<String> = own.into_iter().chain(asked).map(|(name, value)| [name, "=", &in_address(&value)].concat()).collect();
        [self.setting.root(), "-/", name, "?", &pairs.join("&")].concat()
    }

    /// The report of the survey, also of one value.
    pub(super) fn report(&self, only: Option<(Dimension, &str)>) -> String {
        let others = self.filters().into_iter().filter(|(name, _)| only.is_none_or(|(it, _)| it.name() != *name));
        let pairs: Pairs = others.chain(only.map(|(it, value)| (it.name(), value.to_owned()))).collect();
        let report = [self.setting.root(), &address(&self.site, &self.survey)].concat();
        if pairs.is_empty() { report } else { format!("{report}?{}", query(&pairs)) }
    }

    /// For people, to whom alone single responses are shown.
    pub(super) fn comments(&self, article: &str) -> Option<String> {
        let mut pairs = vec![("site", self.site.clone()), ("survey", self.survey.clone()), ("article", article.to_owned())];
        pairs.extend(self.filters().into_iter().filter(|(name, _)| !["article", "version"].contains(name)));
        self.setting.account.map(|_| format!("{}-/comments?{}", self.setting.root(), query(&pairs)))
    }

    fn address(&self, filters: Pairs) -> String {
        let mut pairs = vec![("site", self.site.clone()), ("survey", self.survey.clone())];
        pairs.extend(filters);
        format!("{}?{}", self.name, query(&pairs))
    }

    pub(super) fn without_filters(&self) -> String {
        self.address(Vec::new())
    }

    /// Each filter that is in force, and the way out of it.
    pub(super) fn in_force(&self) -> Markup {
        self.chips(&self.filters())
    }

    /// The same for figures of one version, which is no filter where there are others: it leads to each of them.
    pub(super) fn in_force_of(&self, shown: &Shown) -> Markup {
        let is_said_above = |name: &str| name == "version" && shown.is_one_of_several();
        let conditions: Pairs = self.filters().into_iter().filter(|(name, _)| !is_said_above(name)).collect();
        let link = |version: &str| self.address(iter::once(("version", version.to_owned())).chain(conditions.clone()).collect());
        html! {
            (versions(shown, &link))
            (self.chips(&conditions))
        }
    }

    fn chips(&self, filters: &Pairs) -> Markup {
        let without = |name: &str| self.address(self.filters().into_iter().filter(|it| it.0 != name).collect());
        html! {
            @if !filters.is_empty() {
                ul class="chips" aria-label=(text("filters-in-force")) {
                    @for (name, value) in filters {
                        @let label = label(name).to_string();
                        li {
                            span class="soft" { (label) } " " bdi { (filter_words(name, value)) } " "
                            a href=(without(name)) { span class="unseen" { (text("filters-without").with("filter", &label).with("value", filter_words(name, value).as_ref())) } span aria-hidden="true" { "×" } }
                        }
                    }
                }
            }
        }
    }

    /// The page of filters that cannot be followed.
    pub(super) fn refused(&self, heading: &Markup, mistakes: &[Mistake]) -> impl IntoResponse + use<> {
        let main = html! {
            (heading)
            div class="problem" role="alert" {
                p { strong { (text("filters-refused-more")) } }
                @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
            }
            p { (everything(&self.without_filters())) }
        };
        frame(self.setting, &text("filters-refused").to_string(), main)
    }
}

fn query(pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
    pairs.join("&")
}
