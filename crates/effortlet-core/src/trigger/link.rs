//! The page's address asks for the survey, as in a link that was sent to its visitor.

use super::{Kind, Trigger, Words};
use crate::address::parameter;
use crate::needs::Needs;
use crate::observed::Observed;
use crate::occurrence::Occurrence;
use crate::page_view::PageView;
use alloc::boxed::Box;

pub const LINK: Kind = Kind {
    word: "link",
    keys: &[],
    read: |_, reader, _| Box::new(Link { survey: reader.survey }),
    words: Some(Words::new(|_, survey| ["a link with ?effortlet=", survey].concat())),
};

#[derive(Clone)]
struct Link<'a> {
    survey: &'a str,
}

impl Trigger for Link<'_> {
    fn needs(&self, _needs: &mut Needs<'_>) {}

    fn is_moment(&mut self, occurrence: &Occurrence<'_>, view: &PageView<'_>) -> bool {
        matches!(occurrence, Occurrence::Visited) && parameter(view.address, "effortlet").is_some_and(|id| id == self.survey)
    }

    fn invites(&self) -> bool {
        true
    }

    fn suggested(&self, view: &PageView<'_>) -> u8 {
        let rating = parameter(view.address, "effortlet-rating");
        rating.and_then(|rating| rating.parse().ok()).unwrap_or_default()
    }

    fn observed(&self, view: &PageView<'_>) -> Observed {
        Observed::text(view.address)
    }
}
