//! What a browser that was killed had on the disk and not in `localStorage`.
//!
//! Never brings back what somebody has acknowledged: that goes from both at once, so that what is in one of
//! them alone is looked at again before it is taken up.

use super::{Outbox, is_later, name_of};
use effortlet_core::outbox::{Item, kept};

impl Outbox {
    /// Those of these texts that say more than what is kept.
    pub(crate) fn lost(&self, mut texts: Vec<String>) -> Vec<String> {
        texts.retain(|text| {
            let kept = kept::read(text).and_then(|(item, _)| self.shelf.get(&name_of(&item.id)));
            is_later(text, &kept.unwrap_or_default())
        });
        texts
    }

    /// Keeps such a text; gives what `pending` would say of it.
    pub(crate) fn recover(&self, text: &str) -> Option<Item> {
        let (item, _) = kept::read(text)?;
        self.shelf.put(&name_of(&item.id), text);
        self.describe(text)
    }
}
