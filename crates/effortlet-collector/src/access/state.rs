//! What all that decides who may look has in common. Never answers a request.

use super::attempts::Attempts;
use super::hashing::Hashing;
use super::options::Options;
use crate::clock::Clock;
use crate::proxy::{BasePath, Proxies};
use crate::store::Store;
use axum::http::HeaderName;
use std::sync::Arc;

/// What decides who may look; clones share it.
#[derive(Clone, Debug)]
pub struct Access {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) proxies: Proxies,
    base_path: BasePath,
    pub(crate) is_public: bool,
    pub(super) login_header: Option<HeaderName>,
    pub(crate) hashing: Hashing,
    pub(crate) attempts: Arc<Attempts>,
    /// How often shared addresses may be asked for that show nothing: by themselves, so that whoever tries
    /// some keeps nobody from logging in.
    pub(crate) misses: Arc<Attempts>,
}

impl Access {
    pub fn new(options: &Options, proxies: Proxies, base_path: BasePath, store: Store, clock: Clock) -> Self {
        Self {
            store,
            clock,
            proxies,
            base_path,
            is_public: options.public_report,
            login_header: options.login_header.clone(),
            hashing: Hashing::default(),
            attempts: Arc::default(),
            misses: Arc::default(),
        }
    }

    /// Everybody may read, as with `--public-report`.
    pub fn public(store: Store, clock: Clock) -> Self {
        let options = Options { public_report: true, ..Options::default() };
        Self::new(&options, Proxies::default(), BasePath::default(), store, clock)
    }

    /// The same for what is no stranger's, also where the report is public.
    pub(crate) fn for_no_strangers(self) -> Self {
        Self { is_public: false, ..self }
    }

    pub(crate) fn base_path(&self) -> &BasePath {
        &self.base_path
    }
}
