//! The filters of a survey's page: what is chosen, what can be chosen, and where its answers can be taken along.
//!
//! All of it lives in the address: links and a form that is sent by GET. Never offers a value that few people have.

use super::asked::FigureQuery;
use super::comparison_asked::With;
use super::filters_with;
use super::figures::PeriodReport;
use super::mistake::Mistake;
use super::setting::Setting;
use super::stretches::Unit;
use super::trigger_words::value_words;
use super::wording::{address, in_address, on_day};
use crate::columns::{Dimension, day_text};
use crate::store::Values;
use maud::{Markup, html};

/// Everything that the filters of a page are made of.
pub(super) struct Chosen<'a> {
    pub(super) setting: &'a Setting,
    pub(super) site: &'a str,
    pub(super) survey: &'a str,
    pub(super) query: &'a FigureQuery,
    pub(super) values: &'a Values,
    /// How long the stretches of the trend are, where one is named.
    pub(super) unit: Option<Unit>,
    /// The day (UTC) on which the page is made.
    pub(super) today: i32,
    /// What is ranked, where that is named.
    pub(super) by: Option<Dimension>,
    /// What the figures are compared with, as it was asked for.
    pub(super) with: &'a With,
    /// Those that have responses; none where that is not known.
    pub(super) versions: &'a [&'a str],
}

/// Periods that end today, by how many days they have.
const PRESETS: [(&str, i32); 4] = [("Last 7 days", 7), ("Last 30 days", 30), ("Last 90 days", 90), ("Last 365 days", 365)];

const MISTAKES: &str = "mistakes";

impl Chosen<'_> {
    /// This page under other filters.
    fn link(&self, query: &FigureQuery) -> String {
        self.link_per(query, self.unit)
    }

    /// What is compared with stays where it can be.
    fn link_per(&self, query: &FigureQuery, unit: Option<Unit>) -> String {
        self.link_of(query, unit, if filters_with::fits(self.with, query) { self.with.pairs() } else { Vec::new() })
    }

    fn link_of(&self, query: &FigureQuery, unit: Option<Unit>, with: Vec<(&'static str, &str)>) -> String {
        let unit = unit.map(|it| ("per", it.word())).into_iter().chain(self.by.map(|it| ("by", it.name()))).chain(with);
        let pairs: Vec<String> = query.pairs().into_iter().chain(unit).map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
        let page = [self.setting.root(), &address(self.site, self.survey)].concat();
        if pairs.is_empty() { page } else { [&page, "?", &pairs.join("&")].concat() }
    }

    /// The same filters with stretches of another length.
    pub(super) fn per(&self, unit: Unit) -> String {
        self.link_per(self.query, Some(unit))
    }

    /// The same filters on another version.
    pub(super) fn of_version(&self, version: &str) -> String {
        self.link(&FigureQuery { version: Some(version.to_owned()), ..self.query.clone() })
    }

    /// The same with one value of one dimension.
    pub(super) fn of_value(&self, of: Dimension, value: &str) -> String {
        let mut query = self.query.clone();
        *query.of_mut(of) = Some(value.to_owned());
        self.link(&query)
    }

    fn without(&self, name: &str) -> String {
        let mut query = self.query.clone();
        match Dimension::read(name) {
            Some(dimension) => *query.of_mut(dimension) = None,
            None => (query.from, query.to) = (None, None),
        }
        self.link(&query)
    }

    fn without_filters(&self) -> String {
        self.link_of(&FigureQuery { version: self.query.version.clone(), ..FigureQuery::default() }, self.unit, Vec::new())
    }
}

pub(super) fn filters(it: &Chosen, mistakes: &[Mistake]) -> Markup {
    html! {
        section class="filters" aria-label="Filters" {
            (presets(it))
            @if mistakes.is_empty() { (in_force(it)) }
            details open[!mistakes.is_empty()] {
                summary { "Choose days, section, article, language, trigger, device or a fact, or what to compare with" }
                (form(it, mistakes))
            }
        }
    }
}

/// What an address asks for that cannot be answered, and the form to put it right.
pub(super) fn refused(it: &Chosen, mistakes: &[Mistake]) -> Markup {
    html! {
        div class="heading" {
            h1 dir="auto" { (it.survey) }
            div class="problem" id=(MISTAKES) role="alert" {
                p { strong { "These filters cannot be followed, so no figure is shown." } }
                @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
            }
            p { a href=(it.without_filters()) { "Show everything" } }
        }
        (filters(it, mistakes))
    }
}

/// Where nobody is meant.
pub(super) fn nobody(it: &Chosen) -> Markup {
    html! {
        section class="card" {
            h2 { "No response fits these filters" }
            p class="soft" { "Of this version of the survey nothing arrived that all of them hold for. " a href=(it.without_filters()) { "Show everything" } }
        }
    }
}

/// Which days are counted, where they are others than were asked for.
pub(super) fn counted_days(query: &FigureQuery, period: Option<&PeriodReport>) -> Markup {
    let wider = period.filter(|it| {
        query.from.as_ref().is_some_and(|from| it.from < *from) || query.to.as_ref().is_some_and(|to| it.to > *to)
    });
    html! {
        @if let Some(it) = wider {
            p class="soft small" {
                "Counted are the days from " (on_day(&it.from)) " to " (on_day(&it.to)) ": days with few answers are counted "
                "together with their neighbours, so that nobody can be told apart."
            }
        }
    }
}

/// Single responses of this survey under the same filters, as an address names them.
fn responses(it: &Chosen, query: &FigureQuery) -> String {
    let of = [("site", it.site), ("survey", it.survey)];
    let pairs = of.into_iter().chain(query.pairs().into_iter().filter(|(name, _)| *name != "version"));
    let pairs: Vec<String> = pairs.map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
    pairs.join("&")
}

/// Where all comments stand, for people, to whom alone single responses are shown.
pub(super) fn comments_page(it: &Chosen) -> Option<String> {
    it.setting.account.map(|_| [it.setting.root(), "-/comments?", &responses(it, it.query)].concat())
}

/// What comes up again and again in them, for the same people.
pub(super) fn topics_page(it: &Chosen) -> Option<String> {
    it.setting.account.map(|_| [it.setting.root(), "-/topics?", &responses(it, it.query)].concat())
}

/// A page beside this one under the same filters: see `subpage`.
pub(super) fn subpage(it: &Chosen, name: &str) -> String {
    let of = [("site", it.site), ("survey", it.survey)];
    let pairs: Vec<String> = of.into_iter().chain(it.query.pairs()).map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
    [it.setting.root(), "-/", name, "?", &pairs.join("&")].concat()
}

/// Where the last week of the survey is, which has no filters.
pub(super) fn digest(it: &Chosen) -> String {
    [it.setting.root(), "-/digest?site=", &in_address(it.site), "&survey=", &in_address(it.survey)].concat()
}

/// Those of one article, section, language, trigger or device.
pub(super) fn comments_about(it: &Chosen, of: Dimension, value: &str) -> Option<String> {
    let mut query = it.query.clone();
    *query.of_mut(of) = Some(value.to_owned());
    it.setting.account.map(|_| [it.setting.root(), "-/comments?", &responses(it, &query)].concat())
}

/// The responses behind the figures, under the same filters. Only for people, whom alone they are handed to.
pub(super) fn exports(it: &Chosen) -> Markup {
    let responses = responses(it, it.query);
    let link = |ending: &str| [it.setting.root(), "-/exports/responses.", ending, "?", &responses].concat();
    html! {
        @if it.setting.account.is_some() {
            section class="card" {
                h2 { "Take the responses along" }
                p class="soft" { "Each response in a row, of all versions" @if it.query.has_filters() { ", under the same filters" } "." }
                ul class="chips" {
                    li { a href=(link("csv")) { "CSV" } }
                    li { a href=(link("xlsx")) { "Excel" } }
                    li { a href=(link("jsonl")) { "JSON lines" } }
                }
            }
        }
    }
}

fn presets(it: &Chosen) -> Markup {
    let (from, to) = (it.query.from.as_deref(), it.query.to.as_deref());
    let days = PRESETS.map(|(name, days)| (name, day_text(it.today.saturating_sub(days - 1)), day_text(it.today)));
    html! {
        nav class="versions" aria-label="Period" {
            span class="soft" { "Period" }
            a href=(it.without("from")) aria-current=[(from.is_none() && to.is_none()).then_some("page")] { "All time" }
            @for (name, first, last) in &days {
                a href=(it.link(&FigureQuery { from: Some(first.clone()), to: Some(last.clone()), ..it.query.clone() }))
                    aria-current=[(from == Some(first) && to == Some(last)).then_some("page")] { (name) }
            }
        }
    }
}

/// Each filter that is in force, and the way out of it.
fn in_force(it: &Chosen) -> Markup {
    let period = match (it.query.from.as_deref(), it.query.to.as_deref()) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {}", on_day(from))),
        (None, Some(to)) => Some(format!("until {}", on_day(to))),
        (Some(from), Some(to)) if from == to => Some(on_day(from)),
        (Some(from), Some(to)) => Some(format!("{} to {}", on_day(from), on_day(to))),
    };
    let period = period.map(|text| ("from", "Days (UTC)", text));
    let conditions = Dimension::ALL.into_iter().filter_map(|of| Some((of.name(), label(of), value_words(of, it.query.of(of)?).into_owned())));
    html! {
        @if it.query.has_filters() || *it.with != With::default() {
            ul class="chips" aria-label="Filters in force" {
                @for (name, label, value) in period.into_iter().chain(conditions) {
                    li {
                        span class="soft" { (label) } " " bdi { (value) } " "
                        a href=(it.without(name)) aria-label={ "Without the filter " (label) ": " (value) } { "×" }
                    }
                }
                (filters_with::chips(it.with, &it.link_of(it.query, it.unit, Vec::new())))
            }
        }
    }
}

fn form(it: &Chosen, mistakes: &[Mistake]) -> Markup {
    let is_wrong = |name: &str| mistakes.iter().any(|it| it.place() == name).then_some("true");
    let about = |name: &str| is_wrong(name).map(|_| MISTAKES);
    let day = |name: &'static str, label: &str, value: &Option<String>| html! {
        div class="field" {
            label for=(name) { (label) }
            input type="date" id=(name) name=(name) value=[value.as_deref()] aria-invalid=[is_wrong(name)] aria-describedby=[about(name)];
        }
    };
    html! {
        form class="card" method="get" action={ (it.setting.root()) (address(it.site, it.survey)) } {
            @if let Some(version) = &it.query.version { input type="hidden" name="version" value=(version); }
            @if let Some(unit) = it.unit { input type="hidden" name="per" value=(unit.word()); }
            @if let Some(by) = it.by { input type="hidden" name="by" value=(by.name()); }
            div class="choose" {
                (day("from", "First day", &it.query.from))
                (day("to", "Last day", &it.query.to))
                @for of in Dimension::ALL.into_iter().filter(|of| *of != Dimension::Context || knows_facts(it)) {
                    div class="field" {
                        label for=(of.name()) { (label(of)) }
                        (choice(it, of, is_wrong(of.name()), about(of.name())))
                    }
                }
            }
            (filters_with::fields(it.with, it.versions, &about))
            div class="row" {
                button type="submit" { "Show" }
                @if it.query.has_filters() || *it.with != With::default() { a href=(it.without_filters()) { "Without filters" } }
                p class="soft small" { "Days are those of UTC, on which answers arrived; both are within. Values that fewer than five people have are not listed." }
            }
        }
    }
}

/// Where none is named, or nobody has told any, there is nothing to choose.
fn knows_facts(it: &Chosen) -> bool {
    it.query.context.is_some() || it.values.get(&Dimension::Context).is_some_and(|it| !it.is_empty())
}

/// A list to choose from; of articles there are many, so they are typed with suggestions.
fn choice(it: &Chosen, of: Dimension, is_wrong: Option<&str>, about: Option<&str>) -> Markup {
    let (name, asked) = (of.name(), it.query.of(of));
    let values = it.values.get(&of).map_or(&[][..], Vec::as_slice);
    let unlisted = asked.filter(|asked| !values.iter().any(|it| it == asked));
    html! {
        @if of == Dimension::Article {
            input type="text" id=(name) name=(name) value=[asked] list="articles" dir="auto" autocomplete="off" placeholder="Any"
                aria-invalid=[is_wrong] aria-describedby=[about];
            datalist id="articles" { @for value in values { option value=(value) {} } }
        } @else {
            select id=(name) name=(name) dir="auto" aria-invalid=[is_wrong] aria-describedby=[about] {
                option value="" { "Any" }
                @if let Some(value) = unlisted { option value=(value) selected dir="auto" { (value_words(of, value)) } }
                @for value in values { option value=(value) selected[asked == Some(value)] dir="auto" { (value_words(of, value)) } }
            }
        }
    }
}

pub(super) fn label(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Section => "Section",
        Dimension::Article => "Article",
        Dimension::Locale => "Language",
        Dimension::Trigger => "Trigger",
        Dimension::Device => "Device",
        Dimension::Context => "Fact",
    }
}
