//! The only place where the pieces meet: what happens goes in, what is to be done comes out.
//!
//! `state` is all that it knows, `step` takes one thing that happened after the other: `watch` sees
//! what comes of triggers, `journey` the way through the site, `waiting` which survey is next,
//! `display` the nudge, `sight` whether it is where we believe it is, `sleep` how long nothing can be asked.
//! `explanation` and `overview` answer those who ask. Never fails and never panics: bad input is a reason not to show, a screen that says what is missing, or nothing.

mod effect;
mod candidate;
mod watch;
mod state;
mod step;
mod journey;
mod waiting;
mod display;
mod sight;
mod sleep;
mod explanation;
mod overview;

pub use crate::explanation::{Explanation, Held, Hold};
pub use crate::needs::{Clickable, Fact, Needs, Source};
pub use journey::{Journeys, Nearby};
pub use effect::{Circumstances, Effect, Effects, Input};
pub use overview::Overview;
pub use state::{Engine, Ways};
