//! The options of connections. Never opens one.

use std::num::NonZeroU32;

/// 4,096 connections of 24 KB (a buffer of 16 KB, and what the runtime keeps) are 100 MB.
const MAX_CONNECTIONS: &str = "4096";

/// 64 KiB in 10 s are 52 kbit/s, less than any network of phones; a header takes one round trip.
const PATIENCE: &str = "10";

#[derive(clap::Args, Clone, Debug)]
#[group(id = "serving")]
#[command(next_help_heading = "Connections")]
pub(crate) struct Options {
    /// Connections at once, as far as descriptors allow; beyond that the one that keeps us waiting longest is closed
    #[arg(long, value_name = "CONNECTIONS", env = "EFFORTLET_MAX_CONNECTIONS", default_value = MAX_CONNECTIONS)]
    pub(super) max_connections: NonZeroU32,
    /// Seconds that a visitor may take for a request's header, and again for its body
    #[arg(long, value_name = "SECONDS", env = "EFFORTLET_PATIENCE", default_value = PATIENCE)]
    pub(super) patience: NonZeroU32,
}
