//! What every request may use. Knows of no route.

use crate::access::Access;
use crate::clock::Clock;
use crate::published::Published;
use crate::facts::Facts;
use crate::door::Door;
use crate::life::Masking;
use crate::metrics::Metrics;
use crate::serving::Farewell;
use crate::store::Store;
use crate::webhook::Reach;
use axum::extract::FromRef;

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub clock: Clock,
    pub published: Published,
    pub door: Door,
    pub access: Access,
    pub masking: Masking,
    pub reach: Reach,
    pub metrics: Metrics,
    pub farewell: Farewell,
    /// By which reports are filtered.
    pub facts: Facts,
}

impl FromRef<App> for Door {
    fn from_ref(app: &App) -> Self {
        app.door.clone()
    }
}
