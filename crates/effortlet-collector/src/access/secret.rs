//! Secrets that are made here, and what is kept of them. Never printed by `Debug`.

use crate::store::Hash;
use sha2::{Digest, Sha256};
use std::fmt;

/// 192 bits: nobody guesses it, so that a fast hash keeps it well.
const BYTES: usize = 24;

#[derive(Clone)]
pub(crate) struct Secret(String);

impl Secret {
    /// 48 hexadecimal digits after `prefix`.
    pub(crate) fn new(prefix: &str) -> Result<Self, getrandom::Error> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes)?;
        let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
        Ok(Self(std::iter::once(prefix.to_owned()).chain(digits).collect()))
    }

    /// The one time it is shown.
    pub(crate) fn shown(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> Hash {
        hash(self.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

pub(crate) fn hash(secret: &[u8]) -> Hash {
    Sha256::digest(secret).into()
}
