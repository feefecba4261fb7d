//! The door itself: what a request must be before a route sees it.
//!
//! Whether a route, a survey or a version is there makes no difference to a stranger.

use crate::access::{Access, LONGEST_SESSION, Sessions, Team, Visitor};
use crate::app::App;
use crate::error::Error;
use crate::report::{Account, Setting, in_address};
use crate::site::nothing_here;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum_login::tower_sessions::cookie::SameSite;
use axum_login::tower_sessions::cookie::time::Duration;
use axum_login::tower_sessions::{Expiry, SessionManagerLayer};
use axum_login::AuthManagerLayerBuilder;

/// Its name says what it is for to whoever looks into a browser.
const COOKIE: &str = "effortlet_session";

/// Reports and their API: for people, programs with a read token, and with `--public-report` for all.
pub(crate) fn guarded(access: &Access, routes: Router<App>) -> Router<App> {
    with_session(access, routes.layer(from_fn_with_state(access.clone(), admit)))
}

/// For people alone and, where they are read by programs, for those with a read token, also where the report is public.
pub(crate) fn people_only(access: &Access, routes: Router<App>) -> Router<App> {
    guarded(&access.clone().for_no_strangers(), routes)
}

/// For everybody, but never for what a page from elsewhere posts.
pub(crate) fn open(access: &Access, routes: Router<App>) -> Router<App> {
    with_session(access, routes.layer(from_fn_with_state(access.clone(), refuse_others_pages)))
}

async fn admit(State(access): State<Access>, mut request: Request, next: Next) -> Response {
    let visitor = match access.visitor(request.extensions(), request.headers()).await {
        Ok(visitor) => visitor,
        Err(error) => {
            tracing::error!(%error, "the database cannot be read");
            return Error::Unavailable.into_response();
        }
    };
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.uri().path();
    let is_api = path.starts_with("/v1/") || path == "/metrics";
    let may = match visitor {
        Visitor::Member | Visitor::Named => true,
        Visitor::Program => reads && (is_api || access.is_public),
        Visitor::Stranger => reads && access.is_public,
    };
    match (may, visitor) {
        (false, _) if reads && !is_api => return to_login(request.uri()),
        (false, _) => return nothing_here().into_response(),
        (true, Visitor::Member) => drop(request.extensions_mut().insert(Account::LoggedIn)),
        (true, Visitor::Named) => drop(request.extensions_mut().insert(Account::Named)),
        (true, _) => {}
    }
    refuse_others_pages(State(access), request, next).await
}

async fn refuse_others_pages(State(access): State<Access>, request: Request, next: Next) -> Response {
    if access.is_ours(request.method(), request.extensions(), request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "posted by a page of another origin\n").into_response()
}

/// The same for each address below `/report/`, and from there back to where it was asked for.
fn to_login(uri: &Uri) -> Response {
    let setting = Setting::of(uri.path());
    let root = setting.root();
    let asked = uri.path_and_query().map_or("", |it| it.as_str()).strip_prefix("/report/");
    match asked.filter(|asked| !asked.is_empty()) {
        Some(asked) => Redirect::to(&format!("{root}-/login?next={}", in_address(asked))).into_response(),
        None => Redirect::to(&format!("{root}-/login")).into_response(),
    }
}

/// The cookie goes to the report alone, so that no other page of its host is ever sent it.
fn with_session(access: &Access, routes: Router<App>) -> Router<App> {
    let sessions = Sessions { store: access.store.clone(), clock: access.clock };
    let cookie = SessionManagerLayer::new(sessions)
        .with_name(COOKIE)
        .with_path(format!("{}/report/", access.base_path()))
        .with_http_only(true)
        .with_same_site(SameSite::Strict)
        // Set by `secured` where the browser came by https.
        .with_secure(false)
        .with_expiry(Expiry::OnInactivity(Duration::milliseconds(LONGEST_SESSION.0)));
    let team = Team { store: access.store.clone(), hashing: access.hashing.clone() };
    let login = AuthManagerLayerBuilder::new(team, cookie).build();
    routes.layer(login).layer(from_fn_with_state(access.clone(), secured))
}

/// Only a listed proxy can tell that the browser came by https: this program speaks http.
async fn secured(State(access): State<Access>, request: Request, next: Next) -> Response {
    let by_https = access.proxies.came_by_https(request.extensions(), request.headers());
    let mut response = next.run(request).await;
    if by_https && let header::Entry::Occupied(mut cookies) = response.headers_mut().entry(header::SET_COOKIE) {
        for cookie in cookies.iter_mut() {
            if let Ok(secure) = HeaderValue::from_bytes(&[cookie.as_bytes(), b"; Secure"].concat()) {
                *cookie = secure;
            }
        }
    }
    response
}
