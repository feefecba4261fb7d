//! `/shared/{token}`: one report under the filters that somebody has shared, without a login.
//!
//! Figures alone: never what somebody wrote, never a link into the report, and no other filters, since what is
//! withheld is decided for each filter by itself and whoever may choose them can ask far more.

use super::asked::Queried;
use super::bare::bare_frame;
use super::choice::choices;
use super::filters::counted_days;
use super::labels::label;
use super::funnel::funnel;
use super::gathered::{Gathered, gathered};
use super::lost::lost;
use super::notes::notes;
use super::setting::Setting;
use super::survey::scored;
use super::tiles::tile;
use super::trend::trend;
use super::wording::{on_day, time};
use crate::access::hash;
use crate::app::App;
use crate::catalog::DEFAULT_SITE;
use effortlet_columns::{Dimension, day_of};
use crate::language::text;
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
                    (text("shared-until").number("n", version.totals.responses).markup("until", time(&share.ends.rfc3339())))
                }
            }
            section class="filters" aria-label=(text("filters-title")) {
                (conditions(queried))
                (counted_days(&queried.query, version.period.as_ref()))
            }
            @if version.totals.shown == 0 {
                section class="card" {
                    h2 { (text("filters-nobody")) }
                    p class="soft" { (text("shared-nobody")) }
                }
            } @else {
                @if version.scores.is_empty() && let Some(found) = &version.found_rate {
                    div class="tiles" { (tile("tile-found", "tile-found-more", found)) }
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
            ul class="chips asked-for" aria-label=(text("filters-in-force")) { @for pair in conditions { (condition(pair)) } }
        }
    }
}

/// One filter with its value.
pub(super) fn condition((name, value): (&str, &str)) -> Markup {
    let value = if ["from", "to"].contains(&name) { on_day(value) } else { value.to_owned() };
    html! { li { span class="soft" { (label(name)) } " " bdi { (value) } } }
}

/// Where what was shared is of a version that is gone.
fn empty(share: &Share) -> Markup {
    html! {
        section class="card empty" {
            h1 dir="auto" { (text("shared-gone").with("survey", &share.survey)) }
            p { (text("shared-gone-more")) }
        }
    }
}

/// The same for an address that has ended, one that somebody has ended, and one that never was.
fn nothing() -> Response {
    let main = html! {
        section class="card door" {
            h1 { (text("shared-nothing")) }
            p { (text("shared-nothing-more")) }
            p { (text("shared-ask")) }
        }
    };
    (StatusCode::NOT_FOUND, bare_frame(&Setting::beside_report(), &text("shared-nothing-page").to_string(), &main)).into_response()
}

fn too_often(wait: Duration) -> Response {
    let seconds = u64::try_from(wait.as_millis().div_ceil(1_000).max(1)).unwrap_or(u64::MAX);
    let main = html! {
        section class="card door" {
            h1 { (text("shared-often")) }
            p { (text("shared-often-more").number("seconds", seconds)) }
        }
    };
    let retry_after = [(header::RETRY_AFTER, seconds.to_string())];
    (StatusCode::TOO_MANY_REQUESTS, retry_after, bare_frame(&Setting::beside_report(), &text("shared-often").to_string(), &main)).into_response()
}

fn fixed(name: &str) -> impl IntoResponse + use<> {
    let main = html! {
        section class="card door" {
            h1 { (text("shared-fixed")) }
            p { (text("shared-fixed-more").with("name", name)) }
            p { (text("shared-fixed-open")) }
        }
    };
    bare_frame(&Setting::beside_report(), &text("shared-fixed-page").to_string(), &main)
}
