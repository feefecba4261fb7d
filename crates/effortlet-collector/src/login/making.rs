//! Makes a read token. Never keeps it: it is shown once.

use crate::access::Secret;
use crate::store::{AccessChange, Store};
use effortlet_core::time::Timestamp;
use std::fmt;

/// So that whoever finds one knows what it is.
const PREFIX: &str = "effortlet_";

/// The longest name of a token, in characters.
const LONGEST_NAME: usize = 100;

/// Why no token was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotMade {
    /// The name is none.
    Name,
    /// Another token has it.
    Taken,
    Unavailable,
}

/// A new token; nobody is ever shown it again.
pub(crate) async fn make(store: &Store, name: &str, at: Timestamp) -> Result<Secret, NotMade> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(NotMade::Name);
    }
    let secret = Secret::new(PREFIX).map_err(|_| NotMade::Unavailable)?;
    let change = AccessChange::NewToken { name: name.to_owned(), hash: secret.hash(), at };
    match store.change_access(change).await {
        Ok(true) => Ok(secret),
        Ok(false) => Err(NotMade::Taken),
        Err(_) => Err(NotMade::Unavailable),
    }
}

/// For a terminal: what was expected.
impl fmt::Display for NotMade {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Name => "a name of 1 to 100 characters",
            Self::Taken => "a name that no other token has",
            Self::Unavailable => "a database that can be written",
        })
    }
}
