//! A webhook as it is kept. Never shows a secret but where it is asked for.

use crate::event::{Form, Kind};
use effortlet_core::time::Timestamp;
use std::fmt;

/// A secret or a token: `Debug` does not tell it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Hidden(pub(crate) String);

impl fmt::Debug for Hidden {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Hidden")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WebhookState {
    Active,
    /// What there is to tell waits.
    Paused,
    /// Its receiver wants no more.
    Ended,
}

impl WebhookState {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) id: String,
    pub(crate) site: String,
    /// None for every survey of the site.
    pub(crate) survey: Option<String>,
    pub(crate) form: Form,
    /// May be a secret of its own.
    pub(crate) url: Hidden,
    pub(crate) wants: Vec<Kind>,
    pub(crate) secret: Hidden,
    pub(crate) token: Option<Hidden>,
    pub(crate) state: WebhookState,
    pub(crate) reason: Option<String>,
    pub(crate) made: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_lets_somebody_in_is_told_by_debug() {
        let hidden = |text: &str| Hidden(text.to_owned());
        let webhook = Webhook {
            id: "w".to_owned(),
            site: "default".to_owned(),
            survey: None,
            form: Form::Chat,
            url: hidden("https://hooks.example/canary"),
            wants: Vec::new(),
            secret: hidden("whsec_canary"),
            token: Some(hidden("canary")),
            state: WebhookState::Active,
            reason: None,
            made: Timestamp(0),
        };
        assert!(!format!("{webhook:?}").contains("canary"));
    }
}
