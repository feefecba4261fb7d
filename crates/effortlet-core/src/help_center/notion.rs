//! Pages of Notion under a domain of their own: `/refunds`, or `/Refunds-1a2b3c…` as Notion itself names them.

use super::Make;
use super::common::documents;

pub const NOTION: Make = documents("notion");
