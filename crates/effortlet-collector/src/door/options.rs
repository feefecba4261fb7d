//! The door's options, with the arithmetic of their defaults. Never opens it.

use super::origin::Origin;
use std::num::NonZeroU32;

/// 200 visitors behind one address who answer at once, with 5 posts each: 200 · 5.
const ADDRESS_BURST: &str = "1000";

/// The same 200 anew each minute: 200 · 5 / 60 s = 16.7, rounded up.
const ADDRESS_RATE: &str = "20";

/// Ten such addresses at once: 10 · 1,000.
const SITE_BURST: &str = "10000";

/// 25 such addresses for good: 25 · 20, which is 43 million posts a day.
const SITE_RATE: &str = "500";

/// One address has 1,000 + 10 s · 20 = 1,200 unfinished posts at most; it never takes all places.
const MAX_REQUESTS: &str = "2048";

#[derive(clap::Args, Clone, Debug)]
#[group(id = "door")]
#[command(next_help_heading = "Who may post")]
pub struct Options {
    /// An origin whose pages may post, such as https://acme.example; may be given several times, any where it is not
    #[arg(long, value_name = "ORIGIN", env = "EFFORTLET_ALLOW_ORIGIN", value_delimiter = ',')]
    pub allow_origin: Vec<Origin>,
    /// Posts a second that one address may make for good
    #[arg(long, value_name = "POSTS", env = "EFFORTLET_ADDRESS_RATE", default_value = ADDRESS_RATE)]
    pub address_rate: NonZeroU32,
    /// Posts that one address may make at once
    #[arg(long, value_name = "POSTS", env = "EFFORTLET_ADDRESS_BURST", default_value = ADDRESS_BURST)]
    pub address_burst: NonZeroU32,
    /// Posts a second that one site may take for good
    #[arg(long, value_name = "POSTS", env = "EFFORTLET_SITE_RATE", default_value = SITE_RATE)]
    pub site_rate: NonZeroU32,
    /// Posts that one site may take at once
    #[arg(long, value_name = "POSTS", env = "EFFORTLET_SITE_BURST", default_value = SITE_BURST)]
    pub site_burst: NonZeroU32,
    /// Requests that may be under way at once; more are told to come back
    #[arg(long, value_name = "REQUESTS", env = "EFFORTLET_MAX_REQUESTS", default_value = MAX_REQUESTS)]
    pub max_requests: NonZeroU32,
}
