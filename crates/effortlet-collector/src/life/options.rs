//! How long things live, from the command line and the environment. Never asks for more than was said.

use std::num::NonZeroU32;

/// How long things are kept; whatever is not said is kept for good.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "life")]
pub struct Options {
    /// Delete what people wrote in their own words after so many days; no figure changes
    #[arg(long, env = "EFFORTLET_KEEP_WORDS", value_name = "DAYS")]
    pub keep_words: Option<NonZeroU32>,
    /// Delete whole responses after so many days
    #[arg(long, env = "EFFORTLET_KEEP_COUNTS", value_name = "DAYS")]
    pub keep_counts: Option<NonZeroU32>,
    /// Blot out e-mail addresses, phone and card numbers in what people wrote and in titles and addresses of pages
    #[arg(long, env = "EFFORTLET_MASK_TEXTS")]
    pub mask_texts: bool,
}
