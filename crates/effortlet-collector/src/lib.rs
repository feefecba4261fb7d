//! Receives what visitors answered, stores it and reports the score.
//!
//! Takes only what the core itself could have produced, and says yes only after the commit.
//! Never uses the widget; SQL stays in `store`, and `store` knows nothing of HTTP.

mod app;
mod error;
mod store;
mod ingest;
mod report;
mod health;
mod site;

pub use app::{App, Clock, app};
pub use store::{OpenError, Store, Writing};
