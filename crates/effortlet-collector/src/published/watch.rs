//! Looks whether the definition's file has changed, and publishes it where it is good.
//!
//! Each look is one question to the file system, once a second: a watcher of the system's own misses
//! what happens on network drives and in containers' mounts. Never takes a good definition away.

use super::{Draft, Published, Unfit};
use std::convert::Infallible;
use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use tokio::time::MissedTickBehavior;

/// How long a change may go unnoticed.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// The file, and what it looked like when it was last read.
#[derive(Debug)]
pub(crate) struct Watch {
    file: PathBuf,
    /// Pages ask for it by this name, so it stays.
    site: String,
    seen: Stamp,
}

/// What a file shows of itself without being read; nothing where it is not there.
type Stamp = Option<(SystemTime, u64)>;

/// What a look has come to.
#[derive(Debug)]
pub(crate) enum Look {
    Unchanged,
    Good(Draft),
    Refused(Unfit),
}

/// Why a good definition is not published.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Until the file changes again.
    Final(String),
    /// It is tried again with the next look.
    ForNow(String),
}

impl Watch {
    /// Reads the file for the first time. There is nothing to fall back on yet.
    pub(crate) fn begin(file: PathBuf) -> Result<(Self, Draft), Unfit> {
        let mut watch = Self { file, site: String::new(), seen: None };
        let seen = watch.stamp();
        let draft = Draft::read(&watch.file)?;
        watch.seen = seen;
        watch.site.clone_from(&draft.site);
        Ok((watch, draft))
    }

    /// The stamp is taken before the text, so that what is written in between is read the next time.
    pub(crate) fn look(&mut self) -> Look {
        let now = self.stamp();
        if now == self.seen {
            return Look::Unchanged;
        }
        self.seen = now;
        Draft::read(&self.file).map_or_else(Look::Refused, Look::Good)
    }

    /// Looks for ever. `accept` has a say in each good change.
    pub(crate) async fn keep_up<Accepted>(mut self, published: Published, accept: impl Fn(String) -> Accepted) -> Infallible
    where
        Accepted: Future<Output = Result<(), Refusal>>,
    {
        let mut ticks = tokio::time::interval(BETWEEN_LOOKS);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.turn(&published, &accept).await;
        }
    }

    async fn turn<Accepted>(&mut self, published: &Published, accept: &impl Fn(String) -> Accepted)
    where
        Accepted: Future<Output = Result<(), Refusal>>,
    {
        let file = self.file.display().to_string();
        match self.look() {
            Look::Unchanged => {}
            Look::Refused(unfit) => {
                tracing::error!(file, "the definition is refused, the last good one stays: {unfit}");
            }
            Look::Good(draft) if draft.site != self.site => {
                let (site, given) = (&self.site, &draft.site);
                tracing::error!(file, "the definition is refused, the last good one stays: site: expected {site}, found {given}");
            }
            Look::Good(draft) => match accept(draft.text.clone()).await {
                Ok(()) => {
                    for warning in &draft.warnings {
                        tracing::warn!(file, "{warning}");
                    }
                    tracing::info!(file, "the definition has changed and is published");
                    published.publish(draft);
                }
                Err(Refusal::Final(reason)) => {
                    tracing::error!(file, "the definition is refused, the last good one stays: {reason}");
                }
                Err(Refusal::ForNow(reason)) => {
                    tracing::error!(file, "the definition is not taken yet, the last good one stays: {reason}");
                    self.seen = None;
                }
            },
        }
    }

    fn stamp(&self) -> Stamp {
        let metadata = std::fs::metadata(&self.file).ok()?;
        Some((metadata.modified().ok()?, metadata.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::fs::{self, File};

    const GOOD: &str = r#"{ "version": 1, "organization": "Acme", "surveys": [{ "id": "a", "template": "help-center", "triggers": { "exitIntent": {} } }] }"#;

    fn other() -> String {
        GOOD.replace("Acme", "Ajax")
    }

    /// A file whose changes are a second apart, whatever the time is.
    struct Definition(tempfile::TempDir, std::cell::Cell<u64>);

    impl Definition {
        fn of(text: &str) -> Self {
            let it = Self(tempfile::tempdir().unwrap(), 0.into());
            it.becomes(text);
            it
        }

        fn path(&self) -> PathBuf {
            self.0.path().join("effortlet.json")
        }

        fn becomes(&self, text: &str) {
            self.1.set(self.1.get() + 1);
            fs::write(self.path(), text).unwrap();
            let at = SystemTime::UNIX_EPOCH + Duration::from_secs(self.1.get());
            File::options().write(true).open(self.path()).unwrap().set_modified(at).unwrap();
        }
    }

    #[tokio::test]
    async fn a_good_change_is_published_and_a_broken_one_leaves_the_last_good_one() {
        let definition = Definition::of(GOOD);
        let (mut watch, first) = Watch::begin(definition.path()).unwrap();
        let published = Published::default();
        published.publish(first);
        let refusal = RefCell::new(None::<fn(String) -> Refusal>);
        let accept = |_| {
            let refusal = *refusal.borrow();
            async move { refusal.map_or(Ok(()), |it| Err(it("the database says so".to_owned()))) }
        };
        let now = |published: &Published| published.of("default").unwrap().text.clone();

        watch.turn(&published, &accept).await;
        assert_eq!(now(&published), GOOD, "nothing has changed");
        for broken in ["", "{", "{\"version\": 2}", "<p>404</p>"] {
            definition.becomes(broken);
            watch.turn(&published, &accept).await;
            assert_eq!(now(&published), GOOD, "{broken}");
        }
        fs::remove_file(definition.path()).unwrap();
        watch.turn(&published, &accept).await;
        assert_eq!(now(&published), GOOD, "the file is gone");

        definition.becomes(&other());
        refusal.replace(Some(Refusal::ForNow));
        watch.turn(&published, &accept).await;
        assert_eq!(now(&published), GOOD, "what is not registered is not published");
        refusal.replace(None);
        watch.turn(&published, &accept).await;
        assert_eq!(now(&published), other());

        definition.becomes(GOOD);
        refusal.replace(Some(Refusal::Final));
        watch.turn(&published, &accept).await;
        refusal.replace(None);
        watch.turn(&published, &accept).await;
        assert_eq!(now(&published), other(), "what was refused for good is not tried again until it changes");
    }

    #[test]
    fn a_broken_file_is_told_of_once() {
        let definition = Definition::of(GOOD);
        let (mut watch, _) = Watch::begin(definition.path()).unwrap();
        definition.becomes("{\"version\": 2, \"surveys\": []}");
        let Look::Refused(unfit) = watch.look() else { panic!("expected a refusal") };
        assert_eq!(unfit.lines(), ["version: expected 1"]);
        assert!(matches!(watch.look(), Look::Unchanged));
    }

    #[test]
    fn nothing_begins_with_a_broken_definition() {
        let definition = Definition::of("{\"version\": 1}");
        let lines = Watch::begin(definition.path()).unwrap_err().lines();
        assert_eq!(lines, ["surveys: expected a list of surveys"]);
        fs::remove_file(definition.path()).unwrap();
        assert!(Watch::begin(definition.path()).unwrap_err().lines()[0].starts_with("expected a file to read ("));
    }
}
