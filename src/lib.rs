//! The rules, as wasm for a page: texts and numbers in, texts and numbers out. Never touches the page itself.
//!
//! Built twice. Without features it is what every visitor loads: the engine and a reader that only
//! counts mistakes. With the feature `check` it is the reader that names them, which a page loads
//! when its definition has some.

#![cfg_attr(target_family = "wasm", no_std)]

extern crate alloc;

#[cfg(feature = "check")]
mod check;
#[cfg(not(feature = "check"))]
mod input;
#[cfg(not(feature = "check"))]
mod output;
mod page;
#[cfg(not(feature = "check"))]
mod rules;

#[cfg(target_family = "wasm")]
#[global_allocator]
#[expect(unsafe_code, reason = "wasm without threads has one thread")]
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> =
    unsafe { lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new()) };

/// What a page has one of: wasm without threads has one thread.
#[cfg(not(feature = "check"))]
struct OneThread<T>(T);

#[cfg(not(feature = "check"))]
#[expect(unsafe_code, reason = "wasm without threads has one thread")]
unsafe impl<T> Sync for OneThread<T> {}

/// A panic would be a mistake of ours: it traps, and carries no message to the visitor.
#[cfg(target_family = "wasm")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
