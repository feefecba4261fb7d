//! Effortlet's widget: the edge around the rules.
//!
//! Browser events come in, a nudge and posts go out; what is to be done is decided by the engine of
//! `effortlet_core`. Never throws into the page, and decides nothing.
//!
//! In reading order: `widget` is what JavaScript may call, `edition` what a build can do, `runtime`
//! the one loop. Around it are the rooms: what is listened to, what is shown, what is kept and posted.

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
mod facts;
mod link_targets;
mod element_words;
mod view;
mod store;
mod outbox;
mod shelf;
mod transport;
mod lock;
mod changes;
mod listener;
mod clock;
mod dom;
mod page;

#[cfg(target_family = "wasm")]
#[global_allocator]
#[expect(unsafe_code, reason = "wasm without threads has one thread")]
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };
