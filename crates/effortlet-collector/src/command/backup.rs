//! `effortlet backup FILE`: a copy of the database, while a collector writes to it or not.
//!
//! Never writes over a file.

use super::{database, lines};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "backup")]
pub(super) struct Options {
    /// The copy to make; to restore it, stop the collector and put it in the place of its database
    file: PathBuf,
    #[command(flatten)]
    database: database::Options,
}

pub(super) async fn backup(options: Options) -> Result<ExitCode, String> {
    let store = options.database.look().await?;
    store.backup(&options.file).await.map_err(|error| error.to_string())?;
    lines::print(format_args!("{} holds everything that was acknowledged before", options.file.display()));
    Ok(ExitCode::SUCCESS)
}
