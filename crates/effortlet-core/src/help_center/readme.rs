//! ReadMe: `/docs/refunds` and `/reference/list-refunds`; its sections are on the page only.

use super::Make;
use super::PageKind::Contact;
use super::common::{DOCUMENTS, HOME, IN_SECTIONS};

pub const README: Make = Make {
    word: "readme",
    root: "/docs?reference?recipes",
    outside: &[HOME, &[Contact.at_path("/discuss-new")]],
    inside: &[HOME, DOCUMENTS, IN_SECTIONS],
    placed: None,
};
