//! Where a command finds the responses. Never makes a database where a report is asked of one.

use crate::store::{Store, Writing, file_of};

#[derive(clap::Args)]
#[group(id = "database")]
pub(super) struct Options {
    /// Where responses are kept; serve makes the file and its folder where missing
    #[arg(id = "database-url", long = "database", env = "DATABASE_URL", default_value = "sqlite://effortlet.db")]
    #[arg(hide_env_values = true, global = true)]
    pub(super) url: String,
}

impl Options {
    /// To look into: a collector may be writing to it meanwhile.
    pub(super) async fn look(&self) -> Result<Store, String> {
        Store::look(&self.url).await.map_err(|error| error.to_string())
    }

    /// To change what is in it, beside a collector that may be running.
    pub(super) async fn change(&self) -> Result<(Store, Writing), String> {
        let file = file_of(&self.url).map_err(|error| error.to_string())?;
        if let Some(file) = file.filter(|it| !it.is_file()) {
            return Err(format!("database {}: expected one that is there", file.display()));
        }
        Store::open(&self.url).await.map_err(|error| error.to_string())
    }
}
