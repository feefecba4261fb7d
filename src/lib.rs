//! Effortlet's widget: the edge around the rules.
//!
//! Browser events come in, a nudge and posts go out; what is to be done is decided by the engine of
//! `effortlet_core`. Never throws into the page, and decides nothing.
//!
//! The rooms, in reading order:
//!
//! 1. [`widget`]: what JavaScript may call; [`edition`]: what a build can do; [`source`] and [`words`]:
//!    what the page hands over to start with.
//! 2. [`runtime`]: the one loop, an input in, effects out. [`observer`]: who looks on.
//! 3. [`sensor`]: what happens in the page. [`manners`] and [`quiet_moment`]: what a visitor is busy
//!    with. [`section`], [`revision`], [`facts`], [`link_targets`], and below them [`json_ld`] and
//!    [`element_words`]: what a page says of itself.
//! 4. [`view`]: a screen in, the visitor's acts out.
//! 5. [`store`] and [`outbox`]: what is kept, on a [`shelf`] that may fail. [`transport`]: what is posted.
//!    [`lock`]: which tab shows.
//! 6. The browser, as everything above takes it: [`listener`], [`changes`], [`clock`], [`dom`], [`page`].

#![allow(rustdoc::private_intra_doc_links, reason = "who reads the edge reads all of it")]

mod widget;
mod edition;
mod runtime;
mod observer;
#[cfg(feature = "debug")]
mod preview;
mod source;
mod words;
mod sensor;
mod manners;
mod quiet_moment;
mod section;
mod revision;
mod facts;
mod link_targets;
mod json_ld;
mod element_words;
mod view;
mod redact;
mod store;
mod outbox;
mod shelf;
mod transport;
mod lock;
mod changes;
mod listener;
mod clock;
mod value;
mod dom;
mod page;

#[cfg(target_family = "wasm")]
#[global_allocator]
#[expect(unsafe_code, reason = "wasm without threads has one thread")]
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };
