//! GitBook: `/billing/refunds`. It has a domain of its own, or a path for each of several spaces.

use super::Make;
use super::common::documents;

pub const GITBOOK: Make = documents("gitbook");
