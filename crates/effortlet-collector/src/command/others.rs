//! What other collectors before the same database have changed: what is published, and the origins whose pages may post.
//!
//! Never takes the place of a definition that is served here.

use crate::door::{Allowed, origins};
use crate::published::Published;
use crate::store::{Store, Unreadable};
use std::convert::Infallible;
use std::time::Duration;
use tokio::time::sleep;

const BETWEEN_LOOKS: Duration = Duration::from_secs(2);

/// Lists the origins of every definition that was posted.
pub(super) async fn list_posted(store: &Store, allowed: &Allowed, published: &Published) -> Result<(), Unreadable> {
    for (site, listed) in store.origins().await? {
        if published.of(&site).is_none() {
            allowed.list_posted(&site, origins(&listed).unwrap_or_default());
        }
    }
    Ok(())
}

/// Takes up what was published from the builder, here or by another collector; says whether anything is new.
pub(super) async fn take_up(store: &Store, published: &Published) -> Result<bool, Unreadable> {
    let taken = store.latest_publications().await?.into_iter().map(|it| published.restore(it));
    Ok(taken.fold(false, |any, it| any | it))
}

/// Looks again and again, where there may be another collector at all.
pub(super) async fn keep_up(store: Store, allowed: Allowed, published: Published) -> Infallible {
    if !store.is_shared() {
        return std::future::pending().await;
    }
    let mut known = None;
    loop {
        if let Err(error) = take_up(&store, &published).await {
            tracing::error!(%error, "the database cannot be read");
        }
        let change = store.catalog().await.change;
        if known != Some(change) && list_posted(&store, &allowed, &published).await.is_ok() {
            known = Some(change);
        }
        sleep(BETWEEN_LOOKS).await;
    }
}
