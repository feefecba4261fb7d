//! Effortlet's widget: what JavaScript may call, and the edge around the rules.
//!
//! Browser events come in, a nudge and posts go out; what is to be done is decided by the engine of
//! `effortlet_core`. Never throws into the page, and decides nothing.

mod edition;
mod runtime;
mod source;
mod sensor;
mod view;
mod dom;
mod page;
mod words;
mod store;
mod outbox;
mod shelf;
mod transport;
mod lock;
mod manners;
mod quiet_moment;
mod section;
mod facts;
mod link_targets;
mod element_words;
mod changes;
mod listener;
mod clock;

#[cfg(target_family = "wasm")]
#[global_allocator]
#[expect(unsafe_code, reason = "wasm without threads has one thread")]
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };
