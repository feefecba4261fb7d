//! Receives what visitors answered, stores it and reports the score.
//!
//! Takes only what the core itself could have produced, and says yes only after the commit.
//! Never uses the widget; SQL stays in `store`, and `store` knows nothing of HTTP.

mod store;
mod app;
mod error;
mod ingest;
mod report;
mod health;
mod site;
mod router;

pub use app::{App, Clock};
pub use router::router;
pub use store::{OpenError, Store, Writing};
