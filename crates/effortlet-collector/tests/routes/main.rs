//! Every route without a socket: what is posted, what is reported, what is shown.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in its helpers"
)]

mod clock;
mod database;
mod support;

mod definitions;
mod digest;
mod publishing;
mod door;
mod ingest;
mod contract;
mod fuzz;
mod sites;
mod unknown;
mod access;
mod login;
mod metrics;
mod nonresponse;
mod doors;
mod forms;
mod pages;
mod report;
mod shown;
mod missing;
mod said;
mod topics;
mod shares;
mod site;
mod hosted;
mod commands;
mod api;
mod exports;
mod spreadsheets;
mod life;
mod suppression;
mod filters;
mod families;
mod filtered_page;
mod compared;
mod comparison;
mod trend;
mod edit_marks;
mod edits;
mod effort;
mod receiver;
mod webhook_api;
mod webhooks;
mod weekly;
mod telling;
mod issues;
mod languages;
