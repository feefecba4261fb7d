//! The same tests as in `tests/routes`, on PostgreSQL, and what only PostgreSQL has.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test may fail loudly, also in its helpers; not all that others use is used here"
)]

mod database;
#[path = "../support/server.rs"]
mod server;
#[path = "../routes/database.rs"]
mod sqlite;
#[path = "../routes/support.rs"]
mod support;

#[path = "../routes/clock.rs"]
mod clock;
#[path = "../routes/commands.rs"]
mod commands;
#[path = "../routes/compared.rs"]
mod compared;
#[path = "../routes/definitions.rs"]
mod definitions;
#[path = "../routes/digest.rs"]
mod digest;
#[path = "../routes/doors.rs"]
mod doors;
#[path = "../routes/effort.rs"]
mod effort;
#[path = "../routes/families.rs"]
mod families;
#[path = "../routes/filters.rs"]
mod filters;
#[path = "../routes/filtered_page.rs"]
mod filtered_page;
#[path = "../routes/forms.rs"]
mod forms;
#[path = "../routes/ingest.rs"]
mod ingest;
#[path = "../routes/life.rs"]
mod life;
#[path = "../routes/login.rs"]
mod login;
#[path = "../routes/missing.rs"]
mod missing;
#[path = "../routes/receiver.rs"]
mod receiver;
#[path = "../routes/report.rs"]
mod report;
#[path = "../routes/said.rs"]
mod said;
#[path = "../routes/shares.rs"]
mod shares;
#[path = "../routes/shown.rs"]
mod shown;
#[path = "../routes/suppression.rs"]
mod suppression;
#[path = "../routes/telling.rs"]
mod telling;
#[path = "../routes/topics.rs"]
mod topics;
#[path = "../routes/trend.rs"]
mod trend;
#[path = "../routes/unknown.rs"]
mod unknown;
#[path = "../routes/webhooks.rs"]
mod webhooks;
#[path = "../routes/weekly.rs"]
mod weekly;

mod shared;
