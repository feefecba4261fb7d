//! What decides who comes in. Never looks at a request itself.

use super::address::AddressKey;
use super::allowed::Allowed;
use super::buckets::Buckets;
use super::options::Options;
use super::places::Places;
use crate::proxy::Proxies;
use std::sync::Arc;

/// The door with its lists and buckets; clones share them.
#[derive(Clone, Debug)]
pub struct Door {
    /// Which pages may post. A definition's `origins` come in by `Allowed::define`.
    pub allowed: Allowed,
    pub(super) proxies: Proxies,
    pub(super) by_address: Arc<Buckets<AddressKey>>,
    pub(super) by_site: Arc<Buckets<String>>,
    pub(super) places: Places,
}

impl Door {
    pub fn new(options: &Options, proxies: Proxies) -> Self {
        Self {
            allowed: Allowed::new(&options.allow_origin),
            proxies,
            by_address: Arc::new(Buckets::new(options.address_rate, options.address_burst)),
            by_site: Arc::new(Buckets::new(options.site_rate, options.site_burst)),
            places: Places::new(options.max_requests),
        }
    }
}
