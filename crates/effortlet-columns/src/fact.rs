//! Facts of `identify` that reports are filtered by: which of them a team has named, and what columns of them
//! are called.
//!
//! Only named ones have columns: any other might be a person's own, and would outlive what is erased of it.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

const LONGEST: usize = 64;

/// The name of a fact, such as `plan`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fact(String);

impl Fact {
    pub fn name(&self) -> &str {
        &self.0
    }

    /// No name of a question, all of which have a space in them.
    pub fn column(&self) -> String {
        column_of(&self.0)
    }
}

/// `plan` and `pro` of `plan=pro`.
pub fn read_fact(text: &str) -> Option<(&str, &str)> {
    text.split_once('=').filter(|(fact, value)| !fact.is_empty() && !value.is_empty())
}

pub fn column_of(name: &str) -> String {
    ["context.", name].concat()
}

impl FromStr for Fact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let is_plain = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.');
        if text.is_empty() || text.chars().count() > LONGEST || !text.chars().all(is_plain) {
            return Err(format!("expected the name of a fact, of letters, digits, _, - and . and at most {LONGEST} characters"));
        }
        if text == "device" {
            return Err("device has a filter of its own".to_owned());
        }
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_a_plain_name() {
        for name in ["plan", "user_role", "plan.tier", "тариф"] {
            assert_eq!(Fact::from_str(name).map(|it| it.column()), Ok(format!("context.{name}")));
        }
        for name in ["", "a b", "plan=pro", "a,b", "device", &"x".repeat(65)] {
            assert!(Fact::from_str(name).is_err(), "{name}");
        }
    }
}
