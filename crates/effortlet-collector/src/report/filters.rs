//! The filters of a survey's page: what is chosen, what can be chosen, and where its answers can be taken along.
//!
//! All of it lives in the address: links and a form that is sent by GET. Never offers a value that few people have.

use super::asked::FigureQuery;
use super::comparison_asked::With;
use super::filters_with;
use super::figures::PeriodReport;
use super::labels::{everything, label};
use super::mistake::Mistake;
use super::setting::Setting;
use super::stretches::Unit;
use super::trigger_words::value_words;
use super::wording::{address, days, in_address, on_day};
use effortlet_columns::{Dimension, day_text};
use crate::language::text;
use crate::store::Values;
use maud::{Markup, html};

/// Everything that the filters of a page are made of.
pub(super) struct Chosen<'a> {
    pub(super) setting: &'a Setting,
    pub(super) site: &'a str,
    pub(super) survey: &'a str,
    pub(super) query: &'a FigureQuery,
    /// The same of the version that is shown.
    pub(super) within: &'a FigureQuery,
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
    pub(super) versions: &'a [String],
}

/// Periods that end today, by how many days they have.
const PRESETS: [u16; 4] = [7, 30, 90, 365];

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

    /// The same version with one value of one dimension.
    pub(super) fn of_value(&self, of: Dimension, value: &str) -> String {
        let mut query = self.within.clone();
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
        section class="filters" aria-label=(text("filters-title")) {
            (presets(it))
            @if mistakes.is_empty() { (in_force(it)) }
            details open[!mistakes.is_empty()] {
                summary { (text("filters-choose")) }
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
                p { strong { (text("filters-refused-more")) } }
                @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
            }
            p { (everything(&it.without_filters())) }
        }
        (filters(it, mistakes))
    }
}

/// Where nobody is meant.
pub(super) fn nobody(it: &Chosen) -> Markup {
    html! {
        section class="card" {
            h2 { (text("filters-nobody")) }
            p class="soft" { (text("filters-nobody-more").markup("everything", everything(&it.without_filters()))) }
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
            p class="soft small" { (text("filters-counted").with("from", on_day(&it.from)).with("to", on_day(&it.to))) }
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

/// A page beside this one of the same version under the same filters: see `subpage`.
pub(super) fn subpage(it: &Chosen, name: &str) -> String {
    let of = [("site", it.site), ("survey", it.survey)];
    let pairs: Vec<String> = of.into_iter().chain(it.within.pairs()).map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
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
                h2 { (text("exports-title")) }
                p class="soft" { (text(if it.query.has_filters() { "exports-filtered" } else { "exports-all" })) }
                ul class="chips" {
                    li { a href=(link("csv")) { "CSV" } }
                    li { a href=(link("xlsx")) { "Excel" } }
                    li { a href=(link("jsonl")) { (text("exports-lines")) } }
                }
            }
        }
    }
}

fn presets(it: &Chosen) -> Markup {
    let (from, to) = (it.query.from.as_deref(), it.query.to.as_deref());
    let days = PRESETS.map(|days| (days, day_text(it.today.saturating_sub(i32::from(days) - 1)), day_text(it.today)));
    html! {
        nav class="versions" aria-label=(text("filters-period")) {
            span class="soft" { (text("filters-period")) }
            a href=(it.without("from")) aria-current=[(from.is_none() && to.is_none()).then_some("page")] { (text("filters-all-time")) }
            @for (days, first, last) in &days {
                a href=(it.link(&FigureQuery { from: Some(first.clone()), to: Some(last.clone()), ..it.query.clone() }))
                    aria-current=[(from == Some(first) && to == Some(last)).then_some("page")] { (text("filters-last").number("days", (*days).into())) }
            }
        }
    }
}

/// Each filter that is in force, and the way out of it.
fn in_force(it: &Chosen) -> Markup {
    let period = match (it.query.from.as_deref(), it.query.to.as_deref()) {
        (None, None) => None,
        (Some(from), None) => Some(text("filters-from").with("day", on_day(from)).to_string()),
        (None, Some(to)) => Some(text("filters-until").with("day", on_day(to)).to_string()),
        (Some(from), Some(to)) => Some(days(from, to)),
    };
    let period = period.map(|days| ("from", text("filters-days").to_string(), days));
    let conditions = Dimension::ALL.into_iter().filter_map(|of| Some((of.name(), label(of.name()).to_string(), value_words(of, it.query.of(of)?).into_owned())));
    html! {
        @if it.query.has_filters() || *it.with != With::default() {
            ul class="chips" aria-label=(text("filters-in-force")) {
                @for (name, label, value) in period.into_iter().chain(conditions) {
                    li {
                        span class="soft" { (label) } " " bdi { (value) } " "
                        a href=(it.without(name)) { span class="unseen" { (text("filters-without").with("filter", &label).with("value", &value)) } span aria-hidden="true" { "×" } }
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
    let day = |name: &'static str, label: &'static str, value: &Option<String>| html! {
        div class="field" {
            label for=(name) { (text(label)) }
            input type="date" id=(name) name=(name) value=[value.as_deref()] aria-invalid=[is_wrong(name)] aria-describedby=[about(name)];
        }
    };
    html! {
        form class="card" method="get" action={ (it.setting.root()) (address(it.site, it.survey)) } {
            @if let Some(version) = &it.query.version { input type="hidden" name="version" value=(version); }
            @if let Some(unit) = it.unit { input type="hidden" name="per" value=(unit.word()); }
            @if let Some(by) = it.by { input type="hidden" name="by" value=(by.name()); }
            div class="choose" {
                (day("from", "filters-first-day", &it.query.from))
                (day("to", "filters-last-day", &it.query.to))
                @for of in Dimension::ALL.into_iter().filter(|of| *of != Dimension::Context || knows_facts(it)) {
                    div class="field" {
                        label for=(of.name()) { (label(of.name())) }
                        (choice(it, of, is_wrong(of.name()), about(of.name())))
                    }
                }
            }
            (filters_with::fields(it.with, it.versions, &about))
            div class="row" {
                button type="submit" { (text("show")) }
                @if it.query.has_filters() || *it.with != With::default() { a href=(it.without_filters()) { (text("filters-none")) } }
                p class="soft small" { (text("filters-note")) }
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
            input type="text" id=(name) name=(name) value=[asked] list="articles" dir="auto" autocomplete="off" placeholder=(text("any"))
                aria-invalid=[is_wrong] aria-describedby=[about];
            datalist id="articles" { @for value in values { option value=(value) {} } }
        } @else {
            select id=(name) name=(name) dir="auto" aria-invalid=[is_wrong] aria-describedby=[about] {
                option value="" { (text("any")) }
                @if let Some(value) = unlisted { option value=(value) selected dir="auto" { (value_words(of, value)) } }
                @for value in values { option value=(value) selected[asked == Some(value)] dir="auto" { (value_words(of, value)) } }
            }
        }
    }
}
