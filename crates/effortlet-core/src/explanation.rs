//! Why a survey is not shown now, as a value. Its words are in `explain`.

use crate::frequency::On;
use crate::manners::Manners;
use crate::observed::Observed;
use crate::time::Timestamp;
use crate::tree::Truth;
use crate::source::Value;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize, Serializer};

#[derive(Clone, Debug, PartialEq, Deserialize)]
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

/// By way of a value: serde's own code for each of these types weighs twice as much in the widget. It is
/// read as serde writes it.
impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(out)
    }
}

impl Explanation {
    pub fn to_value(&self) -> Value {
        Value::Object(Vec::from([
            named("survey", text(&self.survey)),
            named("hold", self.hold.map_or(Value::Absent, Hold::to_value)),
            named("until", self.until.map_or(Value::Absent, Value::Number)),
            named("triggers", known(&self.triggers)),
            named("conditions", known(&self.conditions)),
        ]))
    }
}

fn known(all: &[(Truth, Observed)]) -> Value {
    let mut list = Vec::with_capacity(all.len());
    for (truth, observed) in all {
        list.push(Value::List(Vec::from([text(truth.name()), observed.to_value()])));
    }
    Value::List(list)
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn named(name: &str, value: Value) -> (String, Value) {
    (name.into(), value)
}

/// What holds a triggered survey back, and until when; never, when waiting does not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    pub by: Hold,
    pub until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
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

    fn to_value(self) -> Value {
        let name = match self {
            Self::Audience(truth) => return one("Audience", text(truth.name())),
            Self::Frequency(On::Shown) => return one("Frequency", text("Shown")),
            Self::Frequency(On::Outcome(outcome)) => return one("Frequency", one("Outcome", text(outcome.name()))),
            Self::Manners(manners) => return one("Manners", text(manners.name())),
            Self::Busy => "Busy",
            Self::Newcomer => "Newcomer",
            Self::Trigger => "Trigger",
            Self::Missed => "Missed",
            Self::Delay => "Delay",
            Self::Deferred => "Deferred",
        };
        text(name)
    }
}

impl Observed {
    fn to_value(&self) -> Value {
        match self {
            Self::Nothing => text("Nothing"),
            Self::Number(number) => one("Number", Value::Number(*number)),
            Self::Text(observed) => one("Text", text(observed)),
        }
    }
}

fn one(name: &str, value: Value) -> Value {
    Value::Object(Vec::from([named(name, value)]))
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::memory::Outcome;
    use serde_json::json;

    fn explanation(hold: Option<Hold>) -> Explanation {
        let triggers = vec![(Truth::True, Observed::Number(0.5)), (Truth::False, Observed::Nothing)];
        let conditions = vec![(Truth::Unknown, Observed::text("de"))];
        Explanation { survey: "help".into(), hold, until: Some(1_000.0), triggers, conditions }
    }

    #[test]
    fn whatever_holds_a_survey_back_is_read_as_it_was_written() {
        let on = [On::Shown].into_iter().chain((0..5).filter_map(Outcome::at).map(On::Outcome));
        let manners = Manners::ALL.map(Hold::Manners);
        let audience = [Truth::False, Truth::Unknown, Truth::True].map(Hold::Audience);
        let alone = [Hold::Busy, Hold::Newcomer, Hold::Trigger, Hold::Missed, Hold::Delay, Hold::Deferred];
        let holds: Vec<_> = on.map(Hold::Frequency).chain(manners).chain(audience).chain(alone).map(Some).chain([None]).collect();
        assert_eq!(holds.len(), 23);
        for hold in holds {
            let written = serde_json::to_string(&explanation(hold)).unwrap();
            assert_eq!(serde_json::from_str::<Explanation>(&written).unwrap(), explanation(hold), "{written}");
        }
    }

    #[test]
    fn it_is_written_as_serde_would_write_it() {
        assert_eq!(
            serde_json::to_value(explanation(Some(Hold::Frequency(On::Outcome(Outcome::Partial))))).unwrap(),
            json!({
                "survey": "help",
                "hold": { "Frequency": { "Outcome": "Partial" } },
                "until": 1_000.0,
                "triggers": [["True", { "Number": 0.5 }], ["False", "Nothing"]],
                "conditions": [["Unknown", { "Text": "de" }]],
            })
        );
    }
}
