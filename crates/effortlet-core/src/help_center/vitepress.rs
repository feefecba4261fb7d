//! VitePress: `/ro/billing/refunds` or `/billing/refunds.html`. It has a domain of its own.

use super::Make;
use super::common::documents;

pub const VITEPRESS: Make = documents("vitepress");
