//! Who logs in, as axum-login asks for it. One password for the team today: it is person number one.

use super::hashing::{Busy, Hashing};
use super::secret::hash;
use crate::store::{Hash, Person, Store, Unreadable};
use axum_login::{AuthUser, AuthnBackend};
use std::fmt;

#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub(crate) store: Store,
    pub(crate) hashing: Hashing,
}

/// Whoever is logged in. Another password ends all sessions of the one before.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    id: i64,
    password: Hash,
}

/// Why it cannot be said now whether a password is right.
#[derive(Debug)]
pub(crate) enum Unanswered {
    Busy,
    Unreadable(Unreadable),
}

impl AuthUser for Member {
    type Id = i64;

    fn id(&self) -> i64 {
        self.id
    }

    fn session_auth_hash(&self) -> &[u8] {
        &self.password
    }
}

impl AuthnBackend for Team {
    type User = Member;
    type Credentials = String;
    type Error = Unanswered;

    async fn authenticate(&self, password: String) -> Result<Option<Member>, Unanswered> {
        let person = self.store.team().await?;
        let known = person.as_ref().map(|person| person.password.clone());
        let is_right = self.hashing.verify(password, known).await?;
        Ok(person.filter(|_| is_right).map(Member::from))
    }

    async fn get_user(&self, id: &i64) -> Result<Option<Member>, Unanswered> {
        Ok(self.store.person(*id).await?.map(Member::from))
    }
}

impl From<Person> for Member {
    fn from(person: Person) -> Self {
        Self { id: person.id, password: hash(person.password.as_bytes()) }
    }
}

impl From<Busy> for Unanswered {
    fn from(_: Busy) -> Self {
        Self::Busy
    }
}

impl From<Unreadable> for Unanswered {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for Unanswered {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => out.write_str("too many passwords are being checked"),
            Self::Unreadable(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for Unanswered {}
