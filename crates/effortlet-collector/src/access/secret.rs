//! Secrets that are made here, and what is kept of them. Never printed by `Debug`.

use crate::store::Hash;
use sha2::{Digest, Sha256};
use std::fmt;

/// 192 bits: nobody guesses it, so that a fast hash keeps it well.
const BYTES: usize = 24;

/// With its prefix, in characters.
const LONGEST: usize = 100;

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

    /// One that came back; `None` of what was never made here.
    pub(super) fn handed(text: &str) -> Option<Self> {
        let is_one = text.len() >= 2 * BYTES && text.len() <= LONGEST && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_');
        is_one.then(|| Self(text.to_owned()))
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
