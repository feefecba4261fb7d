//! `GET /v1/surveys/{id}/effort`: where effort is lost, the costliest first.
//!
//! Never tells what the report under the same filter and one condition more would not.

use super::asked::{FigureQuery, Filters, Queried};
use super::figures::PeriodReport;
use super::shown::version_shown;
use super::outcome::lost;
use crate::app::App;
use crate::asked::{Named, Parameters};
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{Dimension, day_text};
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::lost::{Group, Ranked, ranked};
use crate::selection::problem;
use crate::store::{OnDays, VersionByValue};
use axum::Json;
use axum::extract::State;
use effortlet_core::score::{Estimate, Figure};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The same for all who look, so that a page that is loaded again says the same.
pub(super) const SEED: u64 = 15;

/// What stands behind the question mark.
pub(super) type Pairs = Vec<(String, String)>;

const NAMES: [&str; 10] = ["by", "version", "from", "to", "section", "article", "locale", "trigger", "device", "context"];

const VALUES: &str = "one of article, section, locale, trigger and device";

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "only described: an address is read by name")]
struct ByQuery {
    /// What is ranked; articles where nothing is named
    #[param(pattern = "^(article|section|locale|trigger|device)?$")]
    by: Option<String>,
}

/// Where effort is lost, in one version of a survey.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct EffortReport {
    site: String,
    survey: String,
    /// The one that was asked for, or the newest that at least five have answered, with what it is read together with.
    version: String,
    generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = BTreeMap<String, String>, required = false)]
    filters: Option<Filters>,
    /// `article`, `section`, `locale`, `trigger` or `device`.
    by: &'static str,
    #[serde(flatten)]
    groups: Groups,
}

#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Groups {
    /// The costliest first.
    pub(super) groups: Vec<LostReport>,
    /// How many more there are of which nothing can be told without telling people apart.
    pub(super) withheld: usize,
    /// How many more there are that fewer people answered about, and that are not looked at: there are 200 at most.
    pub(super) more: usize,
}

/// One article, section, language, trigger or device.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct LostReport {
    pub(super) value: String,
    /// The section of an article; null where it has none.
    pub(super) section: Option<String>,
    /// The last day (UTC) on which an article was edited, as far as its pages tell; null where none is known.
    pub(super) edited: Option<String>,
    /// The first day (UTC) on which a response came from an article, of any version; null for anything else.
    pub(super) first_seen: Option<String>,
    /// Of an article, where at least five of its latest responses name the same one.
    pub(super) page: Option<LostPage>,
    /// The days that are counted where a period was asked for: see the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) period: Option<PeriodReport>,
    /// How many did not find what they were looking for, or did not find it easy.
    pub(super) lost: u64,
    /// Of how many people that is known.
    pub(super) answered: u64,
    /// As it was counted, with Wilson's interval.
    #[schema(value_type = Object)]
    pub(super) share: Figure,
    /// The same, pulled towards the section where few have answered: what is most likely true.
    pub(super) shrunk: EstimateReport,
    /// Whether both differ in whole percents.
    pub(super) is_shrunk: bool,
    /// How many of those who answered were likely lost: what the order is by.
    pub(super) cost: EstimateReport,
    pub(super) place: PlaceReport,
}

/// Without what its address asks for or points at.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct LostPage {
    pub(super) url: String,
    pub(super) title: String,
}

/// A value and the ends of its 95 % interval.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct EstimateReport {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// A place, from 1, and the ends of its 95 % range.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct PlaceReport {
    pub(super) at: usize,
    pub(super) from: usize,
    pub(super) to: usize,
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(effort)).routes(routes!(effort_of_site))
}

/// Where effort is lost, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/effort", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), ByQuery, FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = EffortReport, description = "Ranked by how many visitors were lost, each with the range of its place"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn effort(app: State<App>, Named(survey): Named<String>, asked: Parameters) -> Result<Json<EffortReport>, Error> {
    effort_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), asked).await
}

/// Where effort is lost
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/effort", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), ByQuery, FigureQuery),
    security(("readToken" = [])),
    responses(
        (status = 200, body = EffortReport, description = "Ranked by how many visitors were lost, each with the range of its place"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn effort_of_site(
    State(app): State<App>,
    names: Named<[String; 2]>,
    asked: Parameters,
) -> Result<Json<EffortReport>, Error> {
    let Named([site, survey]) = names;
    let mut named = asked.only(&NAMES)?;
    let by = by(named.get("by").map(String::as_str))?;
    named.remove("by");
    let queried = Queried::of(named.into_iter().collect());
    let filter = queried.filter()?;
    let version = version_shown(&app.store, [&site, &survey], queried.query.version.as_deref(), &filter).await?.version;
    let told = app.store.by_value_on([&site, &survey], &version, &filter, by, OnDays::Whole).await.map_err(unreadable)?;
    let told = told.ok_or(Error::UnknownVersion)?;
    Ok(Json(EffortReport {
        site,
        survey,
        version: told.version.clone(),
        generated_at: (app.clock)().rfc3339(),
        filters: Filters::of(&filter),
        by: by.name(),
        groups: groups(told, SEED),
    }))
}

/// What is ranked; articles where nothing is named.
fn by(named: Option<&str>) -> Result<Dimension, Error> {
    let Some(named) = named.filter(|it| !it.is_empty()) else { return Ok(Dimension::Article) };
    Dimension::read(named).filter(|it| Dimension::RANKED.contains(it)).ok_or_else(|| Error::Malformed(vec![problem("by", VALUES)]))
}

/// In the order of what they cost.
pub(super) fn groups(told: VersionByValue, seed: u64) -> Groups {
    let mut details = BTreeMap::new();
    let (all, mut groups) = (told.values.len(), Vec::new());
    for it in told.values {
        let group = lost(&it.answers).and_then(|(lost, answered)| Group::new(it.value.clone(), it.within.clone(), lost, answered));
        if let Some(group) = group {
            groups.push(group);
            details.insert(it.value, (it.page, it.answers.period, it.edited, it.first_seen));
        }
    }
    let withheld = all - groups.len();
    let report = |it: Ranked| {
        let (page, period, edited, first_seen) = details.remove(&it.group.name).unwrap_or_default();
        LostReport {
            period: period.map(|(from, to)| PeriodReport { from: day_text(from), to: day_text(to) }),
            page: page.map(|(url, title)| LostPage { url, title }),
            edited: edited.map(day_text),
            first_seen: first_seen.map(day_text),
            lost: it.group.lost(),
            answered: it.group.answered(),
            share: it.share,
            shrunk: it.shrunk.into(),
            is_shrunk: it.is_shrunk(),
            cost: it.cost.into(),
            place: PlaceReport { at: it.place.at, from: it.place.from, to: it.place.to },
            section: it.group.within,
            value: it.group.name,
        }
    };
    Groups { groups: ranked(groups, seed).into_iter().map(report).collect(), withheld, more: told.more }
}

impl LostReport {
    /// As an article's page calls itself, else its id.
    pub(super) fn title(&self) -> &str {
        self.page.as_ref().map(|page| page.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&self.value)
    }
}

impl From<Estimate> for EstimateReport {
    fn from(it: Estimate) -> Self {
        Self { value: it.value, low: it.low, high: it.high }
    }
}
