//! What the engine says of a survey when it is asked, in words.

use super::Stage;
use crate::words::{hold, spelled};
use effortlet_core::engine::Explanation;
use effortlet_core::time::Timestamp;

impl Stage<'_> {
    pub(super) fn explanation(&self, at: Timestamp, id: &str) -> Option<Explanation> {
        self.engine.explanation(at, id, &self.circumstances())
    }

    pub(super) fn explain(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(Explanation { hold: held, until, triggers, .. }) = self.explanation(at, id) else {
            return vec!["no such survey".into()];
        };
        let until = until.map(|until| format!("until {}", Timestamp(until as i64).rfc3339()));
        let truths = triggers.iter().map(|(truth, _)| format!("{truth:?}").to_lowercase());
        [format!("hold {}", hold(held))].into_iter().chain(until).chain(truths).collect()
    }

    /// What is observed of triggers, then of the audience.
    pub(super) fn find(&self, at: Timestamp, id: &str) -> Vec<String> {
        let Some(Explanation { triggers, conditions, .. }) = self.explanation(at, id) else { return Vec::new() };
        let triggers = triggers.iter().map(|(_, observed)| format!("at{}", spelled(observed)));
        let conditions = conditions.iter().map(|(truth, it)| format!("{truth:?}").to_lowercase() + &spelled(it));
        triggers.chain(conditions).collect()
    }
}
