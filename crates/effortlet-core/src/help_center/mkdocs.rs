//! MkDocs and Read the Docs: `/en/latest/billing/refunds`. It has a domain of its own.

use super::Make;
use super::common::documents;

pub const MKDOCS: Make = documents("mkdocs");
