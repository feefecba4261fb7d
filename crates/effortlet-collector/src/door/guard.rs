//! The order in which a post is looked at, cheapest first. Never reads its body.

use super::address::AddressKey;
use super::allowed::DEFAULT_SITE;
use super::limits::Door;
use super::places::Places;
use crate::error::Error;
use effortlet_core::response::limits::LARGEST_BODY;
use axum::Router;
use axum::extract::{FromRef, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tower_http::cors::{AllowOrigin, Any, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;

/// That a post was let in, with its place among the requests under way. A handler asks for it before
/// the body; a layer in its stead would cost each post microseconds.
pub(crate) struct Entered(#[expect(dead_code, reason = "the place is given back when it is dropped")] OwnedSemaphorePermit);

impl<S: Send + Sync> FromRequestParts<S> for Entered
where
    Door: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(request: &mut Parts, state: &S) -> Result<Self, Error> {
        let door = Door::from_ref(state);
        if let Some(address) = door.proxies.client(&request.extensions, &request.headers) {
            door.by_address.take(&AddressKey::from(address)).map_err(Error::TooMany)?;
        }
        if is_said_to_be_too_large(&request.headers) {
            return Err(Error::TooLarge);
        }
        door.by_site.take(&site(&door, &request.extensions, &request.headers)?).map_err(Error::TooMany)?;
        door.places.take().await.map(Self).ok_or(Error::Busy)
    }
}

/// What comes from no page has no origin; whoever sends it could make one up.
fn site(door: &Door, extensions: &Extensions, headers: &HeaderMap) -> Result<String, Error> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(DEFAULT_SITE.to_owned()) };
    if !door.allowed.lets_in(origin, door.proxies.host(extensions, headers)) {
        return Err(Error::UnlistedOrigin);
    }
    let listed = origin.to_str().ok().and_then(|origin| door.allowed.site_of(origin));
    Ok(listed.unwrap_or_else(|| DEFAULT_SITE.to_owned()))
}

fn is_said_to_be_too_large(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.and_then(|text| text.parse::<u64>().ok()).is_some_and(|length| length > LARGEST_BODY as u64)
}

/// Whatever these routes answer can be read by the pages that may post, so that their widget learns
/// when to come back. Without cookies or other credentials.
pub(crate) fn answering_pages<S: Clone + Send + Sync + 'static>(routes: Router<S>, door: &Door) -> Router<S> {
    let (allowed, proxies) = (door.allowed.clone(), door.proxies.clone());
    let listed = AllowOrigin::predicate(move |origin, request| {
        allowed.lets_in(origin, proxies.host(&request.extensions, &request.headers))
    });
    let listed = CorsLayer::new()
        .allow_origin(listed)
        .allow_methods([Method::POST])
        .allow_headers(Any)
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_secs(24 * 60 * 60));
    let allowed = door.allowed.clone();
    let all = move |_: &Response| allowed.any().then(|| HeaderValue::from_static("*"));
    routes.layer((SetResponseHeaderLayer::overriding(header::ACCESS_CONTROL_ALLOW_ORIGIN, all), listed))
}

/// These routes, as long as a place for one more request comes free soon.
pub(crate) fn within_places<S: Clone + Send + Sync + 'static>(routes: Router<S>, door: &Door) -> Router<S> {
    routes.layer(from_fn_with_state(door.places.clone(), take_place))
}

async fn take_place(State(places): State<Places>, request: Request, next: Next) -> Result<Response, Error> {
    let Some(_place) = places.take().await else { return Err(Error::Busy) };
    Ok(next.run(request).await)
}
