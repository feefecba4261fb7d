//! Every route without a socket: what is posted, what is reported, what is shown.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in its helpers"
)]

mod support;

mod ingest;
mod pages;
mod report;
mod site;
