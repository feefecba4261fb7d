//! Starlight, of Astro: `/ro/billing/refunds/`. It has a domain of its own.

use super::Make;
use super::common::documents;

pub const STARLIGHT: Make = documents("starlight");
