//! Which tab posts what others have left.
//!
//! Every page posts its own answers, so none waits for a tab that is frozen. What earlier pages have left
//! is posted by one tab at a time: whoever has its turn. A visible page waits for it as long as anything
//! is kept, also answers of its own, which keeps others from posting them too; it lets go when everything
//! is acknowledged, and when it is hidden, since browsers may stop hidden pages at any time.
//!
//! Never asks how tabs are kept apart.

use super::Errand;
use super::state::{Outbox, Turn};

impl Outbox {
    pub(super) fn take_turns(&mut self, run: &mut dyn FnMut(Errand<'_>)) {
        let wants = !self.is_hidden && (self.has_news || !self.items.is_empty());
        match self.turn {
            Turn::None if wants => self.await_turn(run),
            // What came meanwhile is found when it is our turn again.
            Turn::Ours if wants && self.items.is_empty() => self.await_turn(run),
            Turn::Awaited | Turn::Ours if !wants => {
                self.turn = Turn::None;
                run(Errand::EndTurn);
            }
            _ => {}
        }
    }

    fn await_turn(&mut self, run: &mut dyn FnMut(Errand<'_>)) {
        self.turn = Turn::Awaited;
        run(Errand::AwaitTurn);
    }
}
