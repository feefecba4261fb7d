//! The definition that pages load: out of a file that may change while it is served, or published from the builder.
//!
//! A definition with a mistake is never published: the last good one stays.

mod draft;
mod watch;

pub(crate) use draft::{Draft, Unfit};
pub(crate) use watch::{Refusal, Watch};

use crate::cached::{self, Caching};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use crate::store::Publication;
use std::sync::{Arc, PoisonError, RwLock};
use tower::ServiceExt;

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
        self.publish_with(draft, || {});
    }

    /// The same with what goes with it, before anybody else publishes; neither where a later one is there, since who
    /// keeps theirs first may come here last.
    pub(crate) fn publish_with(&self, draft: Draft, and: impl FnOnce()) {
        let mut published = self.0.write().unwrap_or_else(PoisonError::into_inner);
        match published.iter_mut().find(|it| it.site == draft.site) {
            Some(before) if draft.number.is_some_and(|number| before.number > Some(number)) => return,
            Some(before) => *before = Arc::new(draft),
            None => published.push(Arc::new(draft)),
        }
        and();
    }

    /// Takes up what was published before, where the file that it took the place of is the same.
    /// Says whether it holds.
    pub(crate) fn restore(&self, it: Publication) -> bool {
        let now = self.of(&it.site);
        if now.as_ref().is_some_and(|draft| draft.file != it.over || draft.number >= Some(it.number)) {
            return false;
        }
        match Draft::of(it.definition) {
            Ok(draft) => self.publish(draft.published(it.number, it.over)),
            Err(unfit) => {
                tracing::error!(site = it.site, number = it.number, "what was published is refused: {unfit}");
                return false;
            }
        }
        true
    }

    pub(crate) fn of(&self, site: &str) -> Option<Arc<Draft>> {
        self.all().into_iter().find(|it| it.site == site)
    }

    pub(crate) fn all(&self) -> Vec<Arc<Draft>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Where nothing is published `otherwise` answers: a site of `--site` may have a definition of its own.
pub(crate) fn routes<Shared: Clone + Send + Sync + 'static>(published: Published, otherwise: Router) -> Router<Shared> {
    let served = Served { published, otherwise };
    Router::new().route("/effortlet.json", get(first)).route("/s/{site}/effortlet.json", get(of_site)).with_state(served)
}

#[derive(Clone)]
struct Served {
    published: Published,
    otherwise: Router,
}

async fn first(State(served): State<Served>, request: Request) -> Response {
    let draft = served.published.all().first().cloned();
    served.answer(draft, request).await
}

async fn of_site(State(served): State<Served>, Path(site): Path<String>, request: Request) -> Response {
    let draft = served.published.of(&site);
    served.answer(draft, request).await
}

impl Served {
    async fn answer(self, draft: Option<Arc<Draft>>, request: Request) -> Response {
        match draft {
            Some(draft) => cached::answer(request.headers(), &draft.hash, &draft.forms, "application/json", Caching::Asking),
            None if self.published.all().is_empty() => self.otherwise.oneshot(request).await.into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        }
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

    #[test]
    fn what_was_published_holds_as_long_as_the_file_that_it_took_the_place_of_is_the_same() {
        let file = |organization: &str| {
            let draft = draft("default", organization);
            Draft { file: draft.hash.clone(), ..draft }
        };
        let publication = |number, over: &str| Publication {
            number,
            site: "default".to_owned(),
            definition: draft("default", "Published").text,
            over: over.to_owned(),
        };
        let same = file("Acme").hash;
        for (what, now, it, holds) in [
            ("no file", None, publication(1, ""), true),
            ("a file that is not given any more", None, publication(1, &same), true),
            ("the same file", Some(file("Acme")), publication(1, &same), true),
            ("another file", Some(file("Ajax")), publication(1, &same), false),
            ("a file where there was none", Some(file("Acme")), publication(1, ""), false),
            ("a later one", Some(file("Acme").published(2, same.clone())), publication(1, &same), false),
            ("an earlier one", Some(file("Acme").published(1, same.clone())), publication(2, &same), true),
        ] {
            let published = Published::default();
            now.into_iter().for_each(|draft| published.publish(draft));
            assert_eq!(published.restore(it), holds, "{what}");
        }
    }

    #[test]
    fn who_kept_theirs_first_may_come_last_and_changes_nothing() {
        let published = Published::default();
        let number = |number| draft("default", "Acme").published(number, String::new());
        let mut listed = Vec::new();
        for (it, takes) in [(2, true), (1, false), (3, true)] {
            let before = listed.len();
            published.publish_with(number(it), || listed.push(it));
            assert_eq!(listed.len() > before, takes, "{it}");
        }
        assert_eq!(published.of("default").unwrap().number, Some(3));
    }

    #[tokio::test]
    async fn pages_of_any_origin_load_it_and_are_told_when_it_has_not_changed() {
        let published = Published::default();
        published.publish(draft("default", "Acme"));
        published.publish(draft("shop", "Acme Shop"));
        let served: Router = routes(published.clone(), Router::new());
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
