//! The facts of `identify` that the collector is told to filter reports by.

use effortlet_columns::Fact;
use crate::store::Store;
use std::sync::Arc;

/// So many may be named: each costs a byte or two of memory for each response.
const MOST: usize = 8;

/// Those that `--fact` names.
#[derive(Clone, Debug, Default)]
pub struct Facts(Arc<[Fact]>);

impl Facts {
    /// Has columns made of these, where there are none yet.
    ///
    /// # Errors
    ///
    /// There are too many, or the database cannot be written.
    pub async fn begin(store: &Store, mut facts: Vec<Fact>) -> Result<Self, String> {
        facts.sort();
        facts.dedup();
        if facts.len() > MOST {
            return Err(format!("--fact: expected at most {MOST} facts, found {}", facts.len()));
        }
        store.name_facts(facts.clone()).await.map_err(|_| "the database cannot be written".to_owned())?;
        Ok(Self(facts.into()))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Fact::name)
    }
}
