//! Who looks on while the widget runs: a team that tries it out. Nobody does in a visitor's page.
//!
//! Never changes what the engine decides but for its time, its memory and its posts.

use crate::shelf::Device;
use effortlet_core::engine::{Effect, Input};
use effortlet_core::response::Response;
use effortlet_core::time::{Duration, Timestamp};
use std::any::Any;
use std::rc::Rc;

pub(crate) trait Observer: Any {
    /// How far the widget's time is ahead of the clock.
    fn ahead(&self) -> Duration;

    /// What stands in the place of the device.
    fn device(&self) -> Rc<Device>;

    /// Something happens. False where it happens to whoever looks on, and not to the page.
    fn hears(&self, at: Timestamp, input: &Input) -> bool;

    /// Something is to be carried out. False where it must not be.
    fn lets(&self, at: Timestamp, effect: &Effect<'_>) -> bool;

    /// A response would be kept and posted.
    fn notes(&self, at: Timestamp, response: &Response);
}
