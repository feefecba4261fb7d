//! `/livez` and `/readyz`: whether it runs, and whether it can write.

use crate::app::App;
use crate::error::Error;
use axum::Router;
use axum::extract::State;
use axum::routing::get;

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/livez", get(alive)).route("/readyz", get(ready))
}

/// Alive means that there is somebody who writes; without, only a new start helps.
async fn alive(State(app): State<App>) -> Result<&'static str, Error> {
    if app.store.is_writing() { Ok("alive\n") } else { Err(Error::Unavailable) }
}

/// Ready means that a real write, however tiny, was committed.
async fn ready(State(app): State<App>) -> Result<&'static str, Error> {
    app.store.probe((app.clock)()).await.map_err(|_| Error::Unavailable)?;
    Ok("ready\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::Access;
    use crate::clock::Clock;
    use crate::door::Door;
    use crate::published::Published;
    use crate::store::Store;
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use clap::Parser;
    use effortlet_core::time::Timestamp;
    use tower::ServiceExt;

    #[derive(Parser)]
    struct Arguments {
        #[command(flatten)]
        door: crate::door::Options,
    }

    #[tokio::test]
    async fn without_a_writer_it_is_neither_alive_nor_ready() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("effortlet.db").display());
        let door = Door::new(&Arguments::parse_from(["effortlet"]).door, crate::proxy::Proxies::default());
        let (store, clock): (Store, Clock) = (Store::without_writer(&url).await, || Timestamp(0));
        let access = Access::public(store.clone(), clock);
        let app = App { store, clock, published: Published::default(), door, access, masking: crate::life::Masking(false), reach: crate::webhook::Reach::default(), metrics: Default::default(), farewell: Default::default(), facts: Default::default() };
        for address in ["/livez", "/readyz"] {
            let routes = routes().with_state(app.clone());
            let reply = routes.oneshot(Request::get(address).body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(reply.status(), StatusCode::SERVICE_UNAVAILABLE, "{address}");
        }
    }
}
