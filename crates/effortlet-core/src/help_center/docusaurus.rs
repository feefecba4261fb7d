//! Docusaurus: `/ro/docs/next/billing/refunds`, with its search beside the documents.

use super::Make;
use super::PageKind::Search;
use super::common::{DOCUMENTS, HOME, IN_SECTIONS, ROOTS};

pub const DOCUSAURUS: Make = Make {
    word: "docusaurus",
    root: ROOTS,
    outside: &[&[Search.at_path("/search")]],
    inside: &[HOME, DOCUMENTS, IN_SECTIONS],
    placed: None,
};
