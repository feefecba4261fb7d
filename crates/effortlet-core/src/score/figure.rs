//! One number of the score, with what is needed to judge it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Below this many answers a figure would point at people: its value is withheld.
pub const SUPPRESSED_BELOW: u64 = 5;

/// Below this many answers a figure is marked as a rough one.
pub const SMALL_BELOW: u64 = 30;

/// A value with its 95 % interval, how many answers it rests on and how it was reckoned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    pub n: u64,
    pub method: Method,
    /// Nothing while there are fewer than five answers.
    pub estimate: Option<Estimate>,
}

/// A value and the ends of its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// How an interval was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Student's t after adding half an answer, for means.
    T,
    /// Wilson's score interval (1927), for shares.
    Wilson,
    /// Wald's interval after adding three answers, for differences of shares.
    AdjustedWald,
}

impl Method {
    /// The word for it in a report.
    pub fn word(self) -> &'static str {
        match self {
            Self::T => "t",
            Self::Wilson => "wilson",
            Self::AdjustedWald => "adjustedWald",
        }
    }
}

impl Figure {
    /// The figure of `n` answers; the estimate is only reckoned where it may be shown.
    pub(super) fn new(n: u64, method: Method, estimate: impl FnOnce() -> Estimate) -> Self {
        let shown = n >= SUPPRESSED_BELOW;
        Self { n, method, estimate: shown.then(estimate) }
    }

    pub(super) fn withheld(self) -> Self {
        Self { estimate: None, ..self }
    }

    /// Whether the value is withheld, so that nobody can be told apart.
    pub fn is_suppressed(&self) -> bool {
        self.estimate.is_none()
    }

    /// Whether so few answers can only give a rough idea.
    pub fn is_small(&self) -> bool {
        self.n < SMALL_BELOW
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("Figure", 7)?;
        figure.serialize_field("value", &self.estimate.map(|it| it.value))?;
        figure.serialize_field("low", &self.estimate.map(|it| it.low))?;
        figure.serialize_field("high", &self.estimate.map(|it| it.high))?;
        figure.serialize_field("n", &self.n)?;
        figure.serialize_field("method", self.method.word())?;
        figure.serialize_field("suppressed", &self.is_suppressed())?;
        figure.serialize_field("small", &self.is_small())?;
        figure.end()
    }
}
