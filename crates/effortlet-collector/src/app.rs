//! What every request may use. Knows of no route.

use crate::store::Store;
use effortlet_core::time::Timestamp;

/// What tells the time.
pub type Clock = fn() -> Timestamp;

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub clock: Clock,
}
