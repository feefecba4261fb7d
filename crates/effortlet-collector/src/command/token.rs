//! `effortlet token`: a read token for a program, from the command line. Never shows one again.

use super::{database, lines};
use crate::login::make_token;
use crate::clock::system_clock;
use crate::store::Store;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "token")]
pub(super) struct Options {
    /// What it is for, such as "weekly dashboard"
    name: String,
    #[command(flatten)]
    database: database::Options,
}

pub(super) async fn token(options: Options) -> Result<ExitCode, String> {
    let (store, writing) = Store::open(&options.database.url).await.map_err(|error| error.to_string())?;
    let made = make_token(&store, &options.name, system_clock()).await;
    drop(store);
    writing.drained().await;
    let secret = made.map_err(|expected| format!("token: expected {expected}"))?;
    lines::print(secret.shown());
    Ok(ExitCode::SUCCESS)
}
