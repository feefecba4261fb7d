//! What the command line says of webhooks. Never holds a secret.

use super::reach::Reach;
use std::path::PathBuf;

/// Where webhooks may lead, and how the collector calls itself.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "webhooks")]
#[command(next_help_heading = "Webhooks")]
pub struct Options {
    #[command(flatten)]
    pub reach: Reach,
    /// Certificates of authorities in PEM that receivers may be known by, besides those that browsers know
    #[arg(long, value_name = "FILE", env = "EFFORTLET_WEBHOOK_CA")]
    pub webhook_ca: Option<PathBuf>,
    /// How many seconds a receiver may take to answer
    #[arg(long, value_name = "SECONDS", env = "EFFORTLET_WEBHOOK_TIMEOUT", default_value_t = 10)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=60))]
    pub webhook_timeout: u32,
    /// Where browsers find this collector, such as https://ces.example: what is told links to its report
    #[arg(long, value_name = "URL", env = "EFFORTLET_PUBLIC_URL")]
    pub public_url: Option<String>,
}
