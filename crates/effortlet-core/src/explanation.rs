//! Why a survey is not shown now, as a value. Its words are in `explain`.

use crate::frequency::On;
use crate::manners::Manners;
use crate::observed::Observed;
use crate::time::Timestamp;
use crate::tree::Truth;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The survey's id.
    pub survey: String,
    /// The first thing that holds it back; nothing when it would show now.
    pub hold: Option<Hold>,
    /// When that is over, in milliseconds since 1970; nothing when waiting does not help.
    pub until: Option<f64>,
    /// What is known of each trigger in the order of the definition, and how far it is.
    pub triggers: Vec<(Truth, Observed)>,
    /// The same of each condition of its audience.
    pub conditions: Vec<(Truth, Observed)>,
}

/// What holds a triggered survey back, and until when; never, when waiting does not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub by: Hold,
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hold {
    /// A nudge is on display, here or in another tab.
    Busy,
    /// The visitor does not belong to the audience, or that is not known yet.
    Audience(Truth),
    /// Newcomers are left alone at first.
    Newcomer,
    /// A rule on earlier displays.
    Frequency(On),
    /// The visitor is busy with something else.
    Manners(Manners),
    /// Nothing but that its triggers do not hold.
    Trigger,
    /// Its triggers hold, but something held it back when they came; they have to come again.
    Missed,
    /// Its triggers hold, and it is shown after their delay.
    Delay,
    /// Its triggers held, and it is shown on the next page.
    Deferred,
}

impl Hold {
    /// Waiting alone does not end it.
    pub const fn endless(self) -> Held {
        self.until(Timestamp::NEVER)
    }

    pub const fn until(self, until: Timestamp) -> Held {
        Held { by: self, until }
    }
}
