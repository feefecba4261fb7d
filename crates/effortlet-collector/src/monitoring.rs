//! What is told of requests to whoever runs the collector: counted in `metrics`, and a line for what fails.
//!
//! Never tells a body, a query, a visitor's address or a secret.

mod page;
mod requests;
mod rationed;

pub(crate) use page::{open_routes, routes};
pub(crate) use requests::{Monitor, monitored};
