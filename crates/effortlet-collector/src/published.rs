//! The definition that pages load, out of a file that may change while it is served.
//!
//! A definition with a mistake is never published: the last good one stays.

mod draft;
mod watch;

pub(crate) use draft::{Draft, Unfit};
pub(crate) use watch::{Refusal, Watch};

use crate::cached::{self, Caching};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::{Arc, PoisonError, RwLock};

/// What is published now, the first of it for who names no site; clones share it. Nothing, where the
/// collector was given no definition.
#[derive(Clone, Debug, Default)]
pub struct Published(Arc<RwLock<Vec<Arc<Draft>>>>);

impl Published {
    /// Publishes a definition as it is written, or tells each of its mistakes.
    ///
    /// # Errors
    /// One line for each mistake, with its place and what was expected there.
    pub fn publish_text(&self, definition: &str) -> Result<(), Vec<String>> {
        self.publish(Draft::of(definition.to_owned()).map_err(|unfit| unfit.lines())?);
        Ok(())
    }

    /// In place of the one for the same site.
    pub(crate) fn publish(&self, draft: Draft) {
        let mut published = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match published.iter_mut().find(|it| it.site == draft.site) {
            Some(before) => *before = Arc::new(draft),
            None => published.push(Arc::new(draft)),
        }
    }

    pub(crate) fn of(&self, site: &str) -> Option<Arc<Draft>> {
        self.all().into_iter().find(|it| it.site == site)
    }

    pub(crate) fn all(&self) -> Vec<Arc<Draft>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Only where there is a definition: a site of `--site` may have one of its own.
pub(crate) fn routes<Shared: Clone + Send + Sync + 'static>(published: Published) -> Router<Shared> {
    if published.all().is_empty() {
        return Router::new();
    }
    Router::new()
        .route("/effortlet.json", get(first))
        .route("/s/{site}/effortlet.json", get(of_site))
        .with_state(published)
}

async fn first(State(published): State<Published>, asked: HeaderMap) -> Response {
    answer(published.all().first(), &asked)
}

async fn of_site(State(published): State<Published>, Path(site): Path<String>, asked: HeaderMap) -> Response {
    answer(published.of(&site).as_ref(), &asked)
}

fn answer(draft: Option<&Arc<Draft>>, asked: &HeaderMap) -> Response {
    match draft {
        Some(draft) => cached::answer(asked, &draft.hash, &draft.forms, "application/json", Caching::Asking),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, header};
    use tower::ServiceExt;

    fn draft(site: &str, organization: &str) -> Draft {
        let survey = r#"{ "id": "a", "template": "help-center", "triggers": { "exitIntent": {} } }"#;
        let text = format!(r#"{{ "version": 1, "organization": "{organization}", "surveys": [{survey}] }}"#);
        Draft { site: site.to_owned(), ..Draft::of(text).unwrap() }
    }

    #[test]
    fn a_definition_takes_the_place_of_the_one_before_for_the_same_site_alone() {
        let published = Published::default();
        for (site, organization) in [("default", "Acme"), ("shop", "Acme Shop"), ("default", "Ajax")] {
            published.publish(draft(site, organization));
        }
        let organization = |draft: Option<&Arc<Draft>>| draft.unwrap().text.split('"').nth(5).unwrap().to_owned();
        assert_eq!(organization(published.all().first()), "Ajax");
        assert_eq!(organization(published.of("shop").as_ref()), "Acme Shop");
        assert!(published.of("nowhere").is_none());
    }

    #[tokio::test]
    async fn pages_of_any_origin_load_it_and_are_told_when_it_has_not_changed() {
        let published = Published::default();
        published.publish(draft("default", "Acme"));
        published.publish(draft("shop", "Acme Shop"));
        let served: Router = routes(published.clone());
        let get = async |path: &str, known: &str| {
            let request = Request::get(path).header(header::IF_NONE_MATCH, known).body(Body::empty()).unwrap();
            served.clone().oneshot(request).await.unwrap()
        };
        let of = |reply: &Response, name: header::HeaderName| {
            reply.headers().get(name).map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };

        let first = get("/effortlet.json", "").await;
        assert_eq!(of(&first, header::CONTENT_TYPE), "application/json");
        assert_eq!(of(&first, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
        assert_eq!(of(&first, header::CACHE_CONTROL), "no-cache");
        let tag = of(&first, header::ETAG);
        let text = to_bytes(first.into_body(), usize::MAX).await.unwrap();
        assert_eq!(text, published.of("default").unwrap().text);
        assert_eq!(get("/effortlet.json", &tag).await.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(get("/s/shop/effortlet.json", &tag).await.status(), StatusCode::OK);
        assert_eq!(get("/s/nowhere/effortlet.json", "").await.status(), StatusCode::NOT_FOUND);

        published.publish(draft("default", "Ajax"));
        assert_eq!(get("/effortlet.json", &tag).await.status(), StatusCode::OK, "another text, another tag");
    }
}
