//! The options of who may look. The password has none: what a command line holds, all users of a machine see.

use axum::http::HeaderName;
use clap::builder::FalseyValueParser;

#[derive(clap::Args, Clone, Debug, Default)]
#[group(id = "access")]
#[command(next_help_heading = "Who may look")]
pub struct Options {
    /// Let everybody read the report and its API, without a login
    #[arg(long, env = "EFFORTLET_PUBLIC_REPORT", value_parser = FalseyValueParser::new())]
    pub public_report: bool,
    /// A header in which a listed proxy names who is logged in, such as X-Forwarded-User
    #[arg(long, value_name = "HEADER", env = "EFFORTLET_LOGIN_HEADER", requires = "trusted_proxy")]
    pub login_header: Option<HeaderName>,
}
