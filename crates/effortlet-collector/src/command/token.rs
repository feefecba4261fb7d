//! `effortlet token`: a read token for a program, from the command line. Never shows one again.

use super::{database, lines};
use crate::login::make_token;
use crate::clock::system_clock;
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
    let (store, writing) = options.database.change().await?;
    let made = make_token(&store, &options.name, system_clock()).await;
    drop(store);
    writing.drained().await;
    let secret = made.map_err(|expected| format!("token: expected {expected}"))?;
    lines::print(secret.shown());
    Ok(ExitCode::SUCCESS)
}
