//! What there is to look at.

use super::page::{Found, Page};
use crate::source::Value;

#[derive(Clone, Copy)]
pub(super) struct Given<'g> {
    pub(super) document: &'g Value,
    pub(super) page: Option<&'g Page<'g>>,
    pub(super) found: Option<&'g Found>,
}
