//! What the page view is by now, as triggers look at it. Never changes it.

use crate::attention::Attention;
use crate::help_center::PageKind;
use crate::journey::Arrival;
use crate::memory::Trail;
use crate::time::Timestamp;

#[derive(Clone, Copy)]
pub struct PageView<'v> {
    pub at: Timestamp,
    /// Of the page, with its query; empty before there is one.
    pub address: &'v str,
    pub kind: PageKind,
    /// How its visitor came to it.
    pub arrival: Arrival,
    pub attention: &'v Attention,
    /// How many articles this session has had.
    pub articles: usize,
    pub trail: &'v Trail,
}
