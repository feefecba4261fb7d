//! Which addresses webhooks may lead to. Never resolves a name.

use super::address::is_public;
use clap::builder::FalseyValueParser;
use std::net::IpAddr;

/// Public ones by https, unless it is said otherwise.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
#[group(id = "reach")]
#[command(next_help_heading = "Webhooks")]
pub struct Reach {
    /// Let webhooks lead to private, loopback and link-local addresses
    #[arg(long, env = "EFFORTLET_ALLOW_PRIVATE_WEBHOOKS", value_parser = FalseyValueParser::new())]
    pub allow_private_webhooks: bool,
    /// Let webhooks lead to addresses of http, which anybody on the way can read
    #[arg(long, env = "EFFORTLET_ALLOW_HTTP_WEBHOOKS", value_parser = FalseyValueParser::new())]
    pub allow_http_webhooks: bool,
}

impl Reach {
    pub(super) fn allows(self, address: IpAddr) -> bool {
        self.allow_private_webhooks || is_public(address)
    }
}
