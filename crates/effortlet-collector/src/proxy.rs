//! What stands in front: proxies that are believed, and the path below which they serve this.
//!
//! Never believes a header of whom it was not told to trust.

mod trusted;
mod base_path;

pub use base_path::BasePath;
pub(crate) use base_path::below;
pub use trusted::Proxies;

use ipnet::IpNet;

#[derive(clap::Args, Clone, Debug, Default)]
#[group(id = "proxy")]
#[command(next_help_heading = "Behind a proxy")]
pub struct Options {
    /// Addresses of a proxy whose forwarded headers are believed, such as 10.0.0.0/8 or 127.0.0.1/32; may be given several times
    #[arg(long, value_name = "CIDR", env = "EFFORTLET_TRUSTED_PROXY", value_delimiter = ',', value_parser = trusted::network)]
    pub trusted_proxy: Vec<IpNet>,
    /// The path below which a proxy serves this, such as /ces; it may take the path off or leave it
    #[arg(long, value_name = "PATH", env = "EFFORTLET_BASE_PATH", default_value = "")]
    pub base_path: BasePath,
}
