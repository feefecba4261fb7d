//! `GET /v1/surveys/{id}/edits`: articles before each of their edits and after, and whether it helped.
//!
//! Never tells what the reports of both periods would not.

use super::asked::{FigureQuery, Filters, Queried};
use super::effort::{EstimateReport, LostPage};
use super::figures::PeriodReport;
use super::shown::{Shown, version_shown};
use super::outcome::lost;
use super::wording::percent;
use crate::app::App;
use crate::asked::Named;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{Filter, day_of, day_text};
use crate::description::Guarded;
use crate::error::{Error, Problems, unreadable};
use crate::repair::{Compared, Counted, Verdict, verdicts};
use crate::store::{EditedArticle, VersionAnswers, VersionEdited};
use axum::Json;
use axum::extract::State;
use effortlet_core::score::{Figure, SUPPRESSED_BELOW, difference};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The edits of articles, in one version of a survey.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct EditsReport {
    site: String,
    survey: String,
    /// The one that was asked for, or the newest that at least five have answered, with what it is read together with.
    version: String,
    generated_at: String,
    /// What was asked for; absent where that is everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = std::collections::BTreeMap<String, String>, required = false)]
    filters: Option<Filters>,
    #[serde(flatten)]
    edits: Edits,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Edits {
    /// The latest first.
    pub(super) edits: Vec<EditReport>,
    /// How many earlier ones there are that are not looked at: there are 100 at most.
    pub(super) more: usize,
}

/// One edit of an article: what its pages tell as their revision was another one than before.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct EditReport {
    pub(super) article: String,
    /// Null where it has none.
    pub(super) section: Option<String>,
    /// Null unless at least five of its latest responses name the same one.
    pub(super) page: Option<LostPage>,
    /// The days (UTC) on which it was edited: several edits within a week are one.
    pub(super) edited: PeriodReport,
    /// Null where too few answered before it, or after it.
    pub(super) compared: Option<ComparedReport>,
    /// Of all articles together on the same days; null as above.
    pub(super) all: Option<ComparedReport>,
    /// `helped`, `worse` or `unclear`. Of all that are said to have helped or made it worse one in 20 is expected
    /// to be wrong at most, however often somebody looks.
    pub(super) verdict: Verdict,
}

/// Two periods of up to 13 weeks.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct ComparedReport {
    pub(super) before: SideReport,
    pub(super) after: SideReport,
    /// Of the shares, after less before, with Newcombe's interval.
    pub(super) difference: Option<EstimateReport>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct SideReport {
    /// The days (UTC) that are counted.
    pub(super) period: PeriodReport,
    /// How many did not find what they were looking for, or did not find it easy.
    pub(super) lost: u64,
    /// Of how many people that is known.
    pub(super) answered: u64,
    /// With Wilson's interval.
    #[schema(value_type = Object)]
    pub(super) share: Figure,
}

impl EditReport {
    /// As its page calls itself, else its id.
    pub(super) fn title(&self) -> &str {
        self.page.as_ref().map(|page| page.title.as_str()).filter(|title| !title.is_empty()).unwrap_or(&self.article)
    }

    /// Which shares of its readers were lost before it and since, in whole percents.
    pub(super) fn shares(&self) -> Option<[String; 2]> {
        let compared = self.compared.as_ref()?;
        let share = |it: &SideReport| Some(percent(it.share.estimate?.value, 0));
        Some([share(&compared.before)?, share(&compared.after)?])
    }
}

pub(super) fn guarded_routes() -> OpenApiRouter<App> {
    OpenApiRouter::default().routes(routes!(edits)).routes(routes!(edits_of_site))
}

/// Whether edits of articles helped, in a survey of the site that names none
#[utoipa::path(
    get, path = "/v1/surveys/{id}/edits", tag = "figures",
    params(("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = EditsReport, description = "Each edit with its article before it and after, the latest first"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn edits(app: State<App>, Named(survey): Named<String>, queried: Queried) -> Result<Json<EditsReport>, Error> {
    edits_of_site(app, Named([DEFAULT_SITE.to_owned(), survey]), queried).await
}

/// Whether edits of articles helped
#[utoipa::path(
    get, path = "/v1/sites/{site}/surveys/{id}/edits", tag = "figures",
    params(("site" = String, Path), ("id" = String, Path, description = "Of the survey"), FigureQuery), security(("readToken" = [])),
    responses(
        (status = 200, body = EditsReport, description = "Each edit with its article before it and after, the latest first"),
        (status = 400, body = Problems, description = "A parameter is unknown, or cannot be read"),
        Guarded,
        (status = 404, content((Problems = "application/json"), (String = "text/plain")),
            description = "The survey or the version has no responses, or whoever asks may not see it"),
    )
)]
async fn edits_of_site(State(app): State<App>, names: Named<[String; 2]>, queried: Queried) -> Result<Json<EditsReport>, Error> {
    let Named([site, survey]) = names;
    let filter = queried.filter()?;
    let (_, told) = of(&app, [&site, &survey], queried.query.version.as_deref(), &filter).await?;
    Ok(Json(EditsReport {
        site,
        survey,
        version: told.version.clone(),
        generated_at: (app.clock)().rfc3339(),
        filters: Filters::of(&filter),
        edits: report(told),
    }))
}

pub(super) async fn of(app: &App, [site, survey]: [&str; 2], typed: Option<&str>, filter: &Filter) -> Result<(Shown, VersionEdited), Error> {
    let shown = version_shown(&app.store, [site, survey], typed, filter).await?;
    let told = app.store.edited([site, survey], &shown.version, filter, day_of((app.clock)())).await.map_err(unreadable)?;
    Ok((shown, told.ok_or(Error::UnknownVersion)?))
}

/// Verdicts are of all that are told together.
pub(super) fn report(told: VersionEdited) -> Edits {
    let own: Vec<Option<Compared>> = told.edits.iter().map(|it| it.own.as_ref().and_then(compared)).collect();
    let all: Vec<Compared> = own.iter().flatten().copied().collect();
    let mut verdicts = verdicts(&all).into_iter();
    let of = |(it, own): (EditedArticle, Option<Compared>)| EditReport {
        edited: period((it.edit.first, it.edit.last)),
        compared: it.own.as_ref().zip(own).and_then(|(answers, own)| compared_report(answers, own)),
        all: it.all.as_ref().and_then(|answers| compared_report(answers, compared(answers)?)),
        verdict: own.and_then(|_| verdicts.next()).unwrap_or(Verdict::Unclear),
        page: it.page.map(|(url, title)| LostPage { url, title }),
        section: it.section,
        article: it.article,
    };
    Edits { edits: told.edits.into_iter().zip(own).map(of).collect(), more: told.more }
}

fn compared(answers: &[VersionAnswers; 2]) -> Option<Compared> {
    let [before, after] = answers.each_ref().map(counted);
    Some(Compared { before: before?, after: after? })
}

/// Nothing of fewer than five.
fn counted(answers: &VersionAnswers) -> Option<Counted> {
    lost(answers).filter(|(_, answered)| *answered >= SUPPRESSED_BELOW).map(|(lost, answered)| Counted { lost, answered })
}

fn compared_report(answers: &[VersionAnswers; 2], it: Compared) -> Option<ComparedReport> {
    let [before, after] = it.shares();
    let [earlier, later] = answers.each_ref().map(|it| it.period.map(period));
    let difference = difference(&after, &before).map(EstimateReport::from);
    let side = |period: PeriodReport, it: Counted, share: Figure| SideReport { period, lost: it.lost, answered: it.answered, share };
    Some(ComparedReport { before: side(earlier?, it.before, before), after: side(later?, it.after, after), difference })
}

fn period((from, to): (i32, i32)) -> PeriodReport {
    PeriodReport { from: day_text(from), to: day_text(to) }
}
