//! What a start does for the login: takes the password that it was given, or makes the one-time address.

use super::state::Access;
use super::secret::Secret;
use crate::store::AccessChange;
use std::fmt;

/// A shorter password is guessed sooner than a team notices.
pub(crate) const SHORTEST: usize = 10;

/// A longer one is no password; hashing it would take longer.
pub(crate) const LONGEST: usize = 1_000;

const UNWRITABLE: &str = "the password cannot be kept: the database cannot be written";

impl Access {
    /// With a password, that one counts from now on. Without any, the way to set the first: below the
    /// collector's address, to be told once.
    pub async fn begin(&self, password: Option<String>) -> Result<Option<String>, String> {
        let known = self.store.team().await.map_err(|error| error.to_string())?;
        match (password, known) {
            (Some(password), known) => {
                let known = known.map(|person| person.password);
                self.take(password, known).await.map(|()| None)
            }
            (None, Some(_)) => Ok(None),
            (None, None) if self.is_public || self.login_header.is_some() => Ok(None),
            (None, None) => self.first_address().await.map(Some),
        }
    }

    /// The same password again keeps sessions as they are.
    async fn take(&self, password: String, known: Option<String>) -> Result<(), String> {
        fit(&password).map_err(|expected| format!("EFFORTLET_PASSWORD: expected {expected}"))?;
        let busy = |_| "EFFORTLET_PASSWORD: cannot be hashed".to_owned();
        if self.hashing.verify(password.clone(), known).await.map_err(busy)? {
            return Ok(());
        }
        let password = self.hashing.hash(password).await.map_err(busy)?;
        let change = AccessChange::Password { password, at: (self.clock)() };
        self.store.change_access(change).await.map(|_| ()).map_err(|_| UNWRITABLE.to_owned())
    }

    async fn first_address(&self) -> Result<String, String> {
        let secret = Secret::new("").map_err(|error| error.to_string())?;
        let change = AccessChange::FirstAddress { hash: secret.hash(), at: (self.clock)() };
        self.store.change_access(change).await.map_err(|_| UNWRITABLE.to_owned())?;
        Ok(format!("{}/report/-/login/first?token={}", self.base_path(), secret.shown()))
    }
}

/// Why a text is no password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    Short,
    Long,
}

pub(crate) fn fit(password: &str) -> Result<(), Unfit> {
    match password.chars().count() {
        ..SHORTEST => Err(Unfit::Short),
        SHORTEST..=LONGEST => Ok(()),
        _ => Err(Unfit::Long),
    }
}

/// For a terminal: what it must be.
impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Short => "at least 10 characters",
            Self::Long => "at most 1,000 characters",
        })
    }
}
