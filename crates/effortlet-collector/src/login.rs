//! The login before report and API: pages, routes, and the guard that others are wrapped in.
//!
//! A stranger learns of nothing that needs a login. Never decides who somebody is.

mod making;
mod pages;
mod guard;
mod password;
mod first;
mod tokens;

pub(crate) use guard::{guarded, open, people_only};
pub(crate) use making::make as make_token;

use crate::access::Access;
use crate::app::App;
use axum::Router;

/// Logging in and out, and the page of the read tokens.
pub(crate) fn routes(access: &Access) -> Router<App> {
    let open = Router::new().merge(password::open_routes()).merge(first::routes());
    let closed = Router::new().merge(password::closed_routes()).merge(tokens::routes());
    guard::open(access, open).merge(guard::people_only(access, closed))
}
