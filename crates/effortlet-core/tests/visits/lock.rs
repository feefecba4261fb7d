//! The lock that keeps two tabs from showing at once, and what is told with it.

use super::Device;
use crate::tally::Tried;
use crate::wish::told;
use effortlet_core::engine::{Circumstances, Input};
use effortlet_core::manners::Manners;

/// A page asks for the lock.
pub(super) struct Claim {
    pub(super) id: u64,
    pub(super) page: u64,
    pub(super) granted: Option<bool>,
}

impl Device<'_> {
    /// All that wait, unless claims are answered late.
    pub(super) fn decide_all(&mut self) -> Result<(), String> {
        while !self.late && !self.claims.is_empty() {
            self.decide(0)?;
        }
        Ok(())
    }

    /// The n-th claim is decided; once it is, its page is told.
    pub(super) fn decide(&mut self, index: usize) -> Result<(), String> {
        let Claim { id, page, granted } = self.claims[index];
        let Some(granted) = granted else {
            let free = self.lock.is_none();
            if free {
                self.lock = Some((page, id));
            }
            self.claims[index].granted = Some(free);
            return Ok(());
        };
        self.claims.remove(index);
        let Some(tab) = self.tabs.iter().position(|tab| tab.page.id == page) else { return Ok(()) };
        if granted {
            let page = &mut self.tabs[tab].page;
            page.held = Some(id);
            let memory = page.refused.as_ref().unwrap_or(&self.stored).clone();
            let manners = page.busy.then_some(Manners::Dialog);
            let facts = told(&page.engine.needs().facts, &self.facts);
            return self.tell(tab, Input::Claimed(memory, Circumstances { manners, facts }));
        }
        self.tally.count(Tried::Refused);
        self.tell(tab, Input::Refused)
    }
}
