//! `/report/-/edits`: did the repair help? Each edit of an article with what it cost before and after.
//!
//! Never calls a change a success that may be chance.

use super::asked::Queried;
use super::edits::{self, Edits};
use super::edits_table::{Links, table};
use super::filters::label;
use super::mistake::Mistake;
use super::page::frame;
use super::setting::Setting;
use super::survey::nothing_yet;
use super::wording::{address, count, counted, in_address};
use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use crate::columns::Dimension;
use crate::error::Error;
use crate::repair::Verdict;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// So many are seen at once; the others are a press away.
const FIRST: usize = 12;

/// Which survey of which site.
const OWN: [&str; 2] = ["site", "survey"];

/// What an address asks for, as it stands in links.
struct Asked<'a> {
    setting: &'a Setting,
    site: String,
    survey: String,
    queried: Queried,
}

pub(super) async fn page(
    State(app): State<App>,
    setting: Setting,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (own, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| OWN.contains(&name.as_str()));
    let value = |name: &str| own.iter().find(|(it, text)| it == name && !text.is_empty()).map(|(_, text)| text.clone());
    let site = value("site").unwrap_or_else(|| DEFAULT_SITE.to_owned());
    let Some(survey) = value("survey") else { return Err(Error::UnknownSurvey) };
    let asked = Asked { setting: &setting, site, survey, queried: Queried::of(others) };
    let filter = match asked.queried.filter_or_mistakes() {
        Ok(filter) => filter,
        Err(mistakes) => return Ok((StatusCode::BAD_REQUEST, refused(&asked, &mistakes)).into_response()),
    };
    let version = asked.queried.query.version.as_deref();
    let Some(told) = edits::of(&app, [&asked.site, &asked.survey], version, &filter).await? else {
        return Ok((StatusCode::NOT_FOUND, nothing_yet(&setting, &asked.survey)).into_response());
    };
    let told = edits::report(told);
    let main = html! {
        (heading(&asked))
        (in_force(&asked))
        section class="card lost" aria-label="Edits" {
            @if told.edits.is_empty() { (none(&asked)) } @else { (some(&asked, &told)) }
        }
    };
    Ok(frame(&setting, &format!("Did the repair help? · {}", asked.survey), main).into_response())
}

impl Asked<'_> {
    /// Name and value of each filter.
    fn filters(&self) -> Vec<(&'static str, String)> {
        self.queried.query.pairs().into_iter().map(|(name, value)| (name, value.to_owned())).collect()
    }

    /// The report of the survey, also of one article.
    fn report(&self, article: Option<&str>) -> String {
        let others = self.filters().into_iter().filter(|(name, _)| article.is_none() || *name != "article");
        let pairs: Vec<_> = others.chain(article.map(|it| ("article", it.to_owned()))).collect();
        let report = [self.setting.root(), &address(&self.site, &self.survey)].concat();
        if pairs.is_empty() { report } else { format!("{report}?{}", query(&pairs)) }
    }

    /// For people, to whom alone single responses are shown.
    fn comments(&self, article: &str) -> Option<String> {
        let mut pairs = vec![("site", self.site.clone()), ("survey", self.survey.clone()), ("article", article.to_owned())];
        pairs.extend(self.filters().into_iter().filter(|(name, _)| !["article", "version"].contains(name)));
        self.setting.account.map(|_| format!("{}-/comments?{}", self.setting.root(), query(&pairs)))
    }

    fn without(&self, name: &str) -> String {
        edits_address(&self.site, &self.survey, self.filters().into_iter().filter(|it| it.0 != name).collect())
    }
}

/// Where this page stands, from within `/report/-/`.
fn edits_address(site: &str, survey: &str, filters: Vec<(&'static str, String)>) -> String {
    let mut pairs = vec![("site", site.to_owned()), ("survey", survey.to_owned())];
    pairs.extend(filters);
    format!("edits?{}", query(&pairs))
}

fn query(pairs: &[(&'static str, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| [name, "=", &in_address(value)].concat()).collect();
    pairs.join("&")
}

fn heading(asked: &Asked) -> Markup {
    html! {
        div class="heading" {
            h1 { "Did the repair help?" }
            p class="soft" { "Articles of " a href=(asked.report(None)) dir="auto" { (asked.survey) } " before each edit and after it." }
        }
    }
}

fn refused(asked: &Asked, mistakes: &[Mistake]) -> impl IntoResponse + use<> {
    let main = html! {
        (heading(asked))
        div class="problem" role="alert" {
            p { strong { "These filters cannot be followed, so no figure is shown." } }
            @for mistake in mistakes { p dir="auto" { (mistake.sentence()) } }
        }
        p { a href=(edits_address(&asked.site, &asked.survey, Vec::new())) { "Show everything" } }
    };
    frame(asked.setting, "Filters that cannot be followed", main)
}

fn in_force(asked: &Asked) -> Markup {
    html! {
        @if !asked.filters().is_empty() {
            ul class="chips" aria-label="Filters in force" {
                @for (name, value) in asked.filters() {
                    @let label = match name { "version" => "Version", "from" => "From", "to" => "Until", _ => Dimension::read(name).map_or("", label) };
                    li {
                        span class="soft" { (label) } " " bdi { (value) } " "
                        a href=(asked.without(name)) aria-label={ "Without the filter " (label) ": " (value) } { "×" }
                    }
                }
            }
        }
    }
}

fn none(asked: &Asked) -> Markup {
    html! {
        h2 { "No edit of an article is known" }
        p class="soft" {
            "An article counts as edited when its pages tell another revision than before, and five answers have come from it: "
            code { "dateModified" } " in their JSON-LD, " code { "article:modified_time" } ", or what you write as "
            code { "data-revision" } " on any element."
        }
        @if !asked.filters().is_empty() { p { a href=(edits_address(&asked.site, &asked.survey, Vec::new())) { "Look without filters" } } }
    }
}

fn some(asked: &Asked, told: &Edits) -> Markup {
    let of = |verdict: Verdict| told.edits.iter().filter(|it| it.verdict == verdict).count() as u64;
    let links = Links { figures: &|article| asked.report(Some(article)), comments: &|article| asked.comments(article) };
    let (first, others) = told.edits.split_at(FIRST.min(told.edits.len()));
    html! {
        h2 { (counted(told.edits.len() as u64, "edit", "edits")) }
        p {
            strong class="better" { (count(of(Verdict::Helped))) " helped" } ", "
            @if of(Verdict::Worse) > 0 { strong class="worse" { (count(of(Verdict::Worse))) " made it worse" } ", " }
            (count(of(Verdict::Unclear))) " cannot be told yet."
        }
        (table(&links, first))
        @if !others.is_empty() {
            details {
                summary { (counted(others.len() as u64, "edit", "edits")) " more" }
                (table(&links, others))
            }
        }
        p class="soft small" {
            "Shown is the share of visitors who did not find what they were looking for, or did not find it easy, over up to 13 weeks "
            "before the edit and after it, with 95% intervals; the upper bar is before. “Helped” asks for more than an interval without 0, since among many "
            "edits some look so by chance: of all that is said to have helped, or made it worse, one in 20 is expected to be wrong at "
            "most, however often you look. Edits within a week are one."
            @if told.more > 0 { " " (counted(told.more as u64, "earlier edit is", "earlier edits are")) " not looked at." }
        }
    }
}
