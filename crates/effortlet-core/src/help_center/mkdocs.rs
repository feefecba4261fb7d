//! MkDocs and Read the Docs: `/en/latest/billing/refunds`. It has a domain of its own.

use super::Make;
use super::common::{DOCUMENTS, HOME, IN_SECTIONS};

pub const MKDOCS: Make =
    Make { word: "mkdocs", root: "/", outside: &[], inside: &[HOME, DOCUMENTS, IN_SECTIONS], placed: None };
