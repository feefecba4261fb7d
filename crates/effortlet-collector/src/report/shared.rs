//! `/shared/{token}`: one report under the filters that somebody has shared, without a login.
//!
//! Figures alone: never what somebody wrote, never a link into the report, and no other filters, since what is
//! withheld is decided for each filter by itself and whoever may choose them can ask far more.

use super::asked::Queried;
use super::bare::bare_frame;
use super::choice::choices;
use super::filters::{counted_days, label};
use super::funnel::funnel;
use super::gathered::{Gathered, gathered};
use super::lost::lost;
use super::notes::notes;
use super::setting::Setting;
use super::survey::scored;
use super::tiles::tile;
use super::trend::trend;
use super::wording::{counted, moment, on_day};
use crate::access::hash;
use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use crate::columns::{Dimension, day_of};
use crate::error::{Error, unreadable};
use crate::store::{Share, ShareChange};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{Markup, html};
use std::time::Duration;

/// For everybody who has the address.
pub(crate) fn shared_routes() -> Router<App> {
    Router::new().route("/shared/{token}", get(shared))
}

/// Only what shows nothing counts as a try: a room full of people behind one address may open the same report,
/// and of 192 random bits nobody guesses one.
async fn shared(State(app): State<App>, token: Option<Path<String>>, request: Request) -> Result<Response, Error> {
    let at = (app.clock)();
    let share = match token {
        Some(Path(token)) => app.store.share(hash(token.as_bytes()), at).await.map_err(unreadable)?,
        None => None,
    };
    let Some(share) = share else {
        let client = app.access.proxies.client(request.extensions(), request.headers());
        return Ok(app.access.misses.take(client).map_or_else(too_often, |()| nothing()));
    };
    if let Some(name) = filter_in(request.uri().query().unwrap_or_default()) {
        return Ok((StatusCode::BAD_REQUEST, fixed(&name)).into_response());
    }
    let day = day_of(at);
    // A day on which it was opened is written once.
    if *request.method() != Method::HEAD && share.opened.is_none_or(|opened| opened < day) {
        app.store.change_share(ShareChange::Opened { id: share.id, day }).await.map_err(|_| Error::Unavailable)?;
    }
    let queried = Queried::of(share.asked.clone());
    let Ok(asked) = queried.on_page() else { return Ok(nothing()) };
    let told = gathered(&app, [&share.site, &share.survey], &queried, &asked).await?;
    let main = told.map_or_else(|| empty(&share), |told| page(&share, &queried, asked.2, &told));
    Ok(bare_frame(&Setting::beside_report(), &share.survey, &main).into_response())
}

/// What would be a filter at the report. Whatever else is put behind an address on its way, as chats do, does nothing.
fn filter_in(query: &str) -> Option<String> {
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    names.map(str::to_owned).find(|name| Queried::knows(name))
}

fn page(share: &Share, queried: &Queried, by: Dimension, told: &Gathered) -> Markup {
    html! {
        @for version in &told.report.versions {
            div class="heading" {
                h1 dir="auto" { (share.survey) @if share.site != DEFAULT_SITE { " " span class="tag" { (share.site) } } }
                p class="soft" {
                    (counted(version.totals.responses, "response", "responses")) ". This report was shared with you, and can be read here until "
                    time datetime=(share.ends.rfc3339()) { (moment(&share.ends.rfc3339())) } "."
                }
            }
            section class="filters" aria-label="Filters" {
                (conditions(queried))
                (counted_days(&queried.query, version.period.as_ref()))
            }
            @if version.totals.shown == 0 {
                section class="card" {
                    h2 { "No response fits these filters" }
                    p class="soft" { "Nothing has arrived that all of them hold for." }
                }
            } @else {
                @if version.scores.is_empty() && let Some(found) = &version.found_rate {
                    div class="tiles" { (tile("Found it", "said yes, they found what they needed", found)) }
                }
                @for score in &version.scores { (scored(version, score)) }
                @if let Some(change) = &told.change { (change) }
                @for score in &version.scores { (trend(None, &told.drawn, score)) }
                @if let Some(groups) = &told.lost { (lost(groups, by, &queried.query, None)) }
                (choices(&version.choices))
                (funnel(version.totals, None))
            }
        }
        (notes())
    }
}

/// In words alone: none of them can be taken away.
fn conditions(queried: &Queried) -> Markup {
    html! {
        @if queried.query.has_filters() {
            @let conditions = queried.query.pairs().into_iter().filter(|(name, _)| *name != "version");
            ul class="chips asked-for" aria-label="Filters in force" { @for pair in conditions { (condition(pair)) } }
        }
    }
}

/// One filter with its value.
pub(super) fn condition((name, value): (&str, &str)) -> Markup {
    let (label, value) = match name {
        "version" => ("Version", value.to_owned()),
        "from" => ("From", on_day(value)),
        "to" => ("Until", on_day(value)),
        _ => (Dimension::read(name).map_or("", label), value.to_owned()),
    };
    html! { li { span class="soft" { (label) } " " bdi { (value) } } }
}

/// Where what was shared is of a version that is gone.
fn empty(share: &Share) -> Markup {
    html! {
        section class="card empty" {
            h1 dir="auto" { "Nothing for “" (share.survey) "” now" }
            p { "The responses that this report was about are no longer there." }
        }
    }
}

/// The same for an address that has ended, one that somebody has ended, and one that never was.
fn nothing() -> Response {
    let main = html! {
        section class="card door" {
            h1 { "This address shows nothing" }
            p { "A shared report can be read until the day that was chosen for it, or until its team ends it. Or the address did not arrive whole." }
            p { "Ask whoever sent it to you for a new one. If you belong to the team, log in to your collector and share the report again." }
        }
    };
    (StatusCode::NOT_FOUND, bare_frame(&Setting::beside_report(), "Nothing here", &main)).into_response()
}

fn too_often(wait: Duration) -> Response {
    let seconds = wait.as_millis().div_ceil(1_000).max(1).to_string();
    let main = html! {
        section class="card door" {
            h1 { "Too many tries" }
            p { "Too many addresses that show nothing were asked for. Please wait " (seconds) " seconds, then try again." }
        }
    };
    let retry_after = [(header::RETRY_AFTER, seconds)];
    (StatusCode::TOO_MANY_REQUESTS, retry_after, bare_frame(&Setting::beside_report(), "Too many tries", &main)).into_response()
}

fn fixed(name: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card door" {
            h1 { "This report has its filters" }
            p { "A shared report shows what was shared, and no other filters: “" (name) "” cannot be chosen here." }
            p { "Open the address without what stands behind its question mark." }
        }
    };
    bare_frame(&Setting::beside_report(), "Filters are fixed", &main)
}
