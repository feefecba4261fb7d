//! Hashing passwords: on one thread a core, since each hash fills 19 MiB.
//!
//! Never lets more wait than can be served soon.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{Error, try_generate_salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, available_parallelism};
use tokio::sync::{Semaphore, oneshot};

/// Some 30 ms a hash and core: 64 · 30 ms = 2 s with one core.
const MOST_WAITING: usize = 64;

/// Where no password is set, another's hash costs as long as the right one would. Nobody knows it:
/// the password was random and is gone.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGtub3dzIGl0$wXoGhLdW0Dlm3UEcEODUpdVwBpbqvGrmxPzWLKYfHp8";

/// Four threads hold 4 · 19 = 76 MiB from their first password on; more cores make nobody wait less.
const MOST_THREADS: usize = 4;

/// What one thread fills anew for each password. Allocated for each it would leave holes that
/// nothing fits into: 1,000 log-ins came to 400 MB.
type Memory = Vec<Block>;

type Work = Box<dyn FnOnce(&mut Memory) + Send>;

#[derive(Clone, Debug)]
pub(crate) struct Hashing {
    work: Sender<Work>,
    waiting: Arc<Semaphore>,
}

/// Too many wait already.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Busy;

impl Default for Hashing {
    fn default() -> Self {
        Self::with(available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS), MOST_WAITING)
    }
}

impl Hashing {
    fn with(threads: usize, waiting: usize) -> Self {
        let (work, given) = channel();
        let given = Arc::new(Mutex::new(given));
        for _ in 0..threads {
            let given = given.clone();
            if let Err(error) = Builder::new().name("password".to_owned()).spawn(move || work_off(&given)) {
                tracing::error!(%error, "a thread for passwords cannot be started");
            }
        }
        Self { work, waiting: Arc::new(Semaphore::new(waiting)) }
    }

    /// A PHC string with a salt of its own.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Busy> {
        self.run(move |memory| hashed(&password, memory)).await?.map_err(|error| {
            tracing::error!(%error, "a password cannot be hashed");
            Busy
        })
    }

    /// Takes as long whether there is a password or not.
    pub(crate) async fn verify(&self, password: String, phc: Option<String>) -> Result<bool, Busy> {
        self.run(move |memory| {
            let is_same = is_same(&password, phc.as_deref().unwrap_or(NOBODYS), memory);
            phc.is_some() && is_same
        })
        .await
    }

    /// The place is held until the work has ended, also when whoever asked has gone.
    async fn run<Done: Send + 'static>(&self, work: impl FnOnce(&mut Memory) -> Done + Send + 'static) -> Result<Done, Busy> {
        let waits = self.waiting.clone().try_acquire_owned().map_err(|_| Busy)?;
        let (reply, done) = oneshot::channel();
        let work = Box::new(move |memory: &mut Memory| {
            let _held = waits;
            let _ = reply.send(work(memory));
        });
        self.work.send(work).map_err(|_| Busy)?;
        done.await.map_err(|_| Busy)
    }
}

/// Until the last handle is gone. Work that panics takes no thread along.
fn work_off(given: &Mutex<Receiver<Work>>) {
    let mut memory = Memory::new();
    loop {
        let next = given.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(work) = next else { return };
        if catch_unwind(AssertUnwindSafe(|| work(&mut memory))).is_err() {
            tracing::error!("hashing a password did not end well");
        }
    }
}

fn hashed(password: &str, memory: &mut Memory) -> Result<String, Error> {
    let (algorithm, version, params) = (Algorithm::default(), Version::default(), Params::DEFAULT);
    let salt = Salt::new(&try_generate_salt().map_err(|_| Error::Crypto)?)?;
    let phc = PasswordHash {
        algorithm: algorithm.ident(),
        version: Some(version.into()),
        params: ParamsString::try_from(&params)?,
        hash: Some(filled(&Argon2::new(algorithm, version, params), password, &salt, memory)?),
        salt: Some(salt),
    };
    Ok(phc.to_string())
}

fn is_same(password: &str, phc: &str, memory: &mut Memory) -> bool {
    let Ok(known) = PasswordHash::new(phc) else { return false };
    let (Ok(algorithm), Ok(params)) = (Algorithm::try_from(known.algorithm.as_str()), Params::try_from(&known)) else { return false };
    let version = known.version.map_or(Ok(Version::default()), Version::try_from);
    let (Ok(version), Some(salt), Some(hash)) = (version, known.salt, known.hash) else { return false };
    // In constant time, as `Output` is compared.
    filled(&Argon2::new(algorithm, version, params), password, &salt, memory).is_ok_and(|it| it == hash)
}

fn filled(argon2: &Argon2<'_>, password: &str, salt: &Salt, memory: &mut Memory) -> Result<Output, Error> {
    memory.resize(argon2.params().block_count(), Block::default());
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut out, memory)?;
    Ok(Output::new(&out)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::PasswordVerifier;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[tokio::test]
    async fn a_password_is_known_again_by_its_hash_alone() {
        let hashing = Hashing::default();
        let phc = hashing.hash("a long word".to_owned()).await.unwrap();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(Argon2::default().verify_password(b"a long word", phc.as_str()).is_ok(), "others read it as well");
        for (password, known, expected) in [
            ("a long word", Some(phc.clone()), true),
            ("a long worD", Some(phc.clone()), false),
            ("", Some(phc), false),
            ("a long word", None, false),
            ("nobody knows it", None, false),
        ] {
            assert_eq!(hashing.verify(password.to_owned(), known).await, Ok(expected), "{password}");
        }
    }

    #[test]
    fn the_hash_of_nobody_costs_what_others_do() {
        let nobodys = PasswordHash::new(NOBODYS).unwrap();
        let others = PasswordHash::new(&hashed("a long word", &mut Memory::new()).unwrap()).unwrap();
        assert_eq!(nobodys.params, others.params);
        assert_eq!(nobodys.algorithm, others.algorithm);
        assert_eq!(nobodys.hash.unwrap().as_bytes().len(), others.hash.unwrap().as_bytes().len());
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn of_a_thousand_as_many_run_at_once_as_there_are_cores_and_few_wait() {
        let hashing = Hashing::with(2, 64);
        let running = Arc::new(AtomicUsize::new(0));
        let most = Arc::new(AtomicUsize::new(0));
        let (refused_one, refusals) = channel();
        let all: Vec<_> = (0..1_000_usize)
            .map(|_| {
                let (hashing, running, most, refused_one) = (hashing.clone(), running.clone(), most.clone(), refused_one.clone());
                tokio::spawn(async move {
                    let ran = hashing
                        .run(move |_| {
                            most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                            std::thread::yield_now();
                            running.fetch_sub(1, Ordering::SeqCst);
                        })
                        .await;
                    if ran == Err(Busy) {
                        refused_one.send(()).unwrap();
                    }
                })
            })
            .collect();
        for it in all {
            it.await.unwrap();
        }
        drop(refused_one);
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)), "{most:?}");
        assert!(refusals.iter().count() <= 1_000 - 64);
    }

    #[tokio::test]
    async fn whoever_finds_all_places_taken_is_told_so_at_once() {
        let hashing = Hashing::with(1, 2);
        let (go, wait) = channel::<()>();
        let first = hashing.run(move |_| wait.recv().is_err());
        let second = hashing.run(|_| true);
        let third = async {
            let refused = hashing.run(|_| true).await;
            drop(go);
            refused
        };
        assert_eq!(tokio::join!(first, second, third), (Ok(true), Ok(true), Err(Busy)));
    }
}
