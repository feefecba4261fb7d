//! Panics end in a trap at once: what they would have said is taken out of a wasm file.
//!
//! Nobody hears it. A widget writes no message before it traps, and `loader/guard.js` ends it by the
//! trap alone. Never changes what a wasm file does until then.

use std::env;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Output;

/// Parts of the names of the functions that panic, and of those that write what a panic says: nothing
/// of ours writes by `Debug`.
const PANICS: [&str; 14] = [
    "::panicking::",
    "::fmt::Debug>::fmt",
    "slice_error_fail",
    "slice_index_fail",
    "len_mismatch_fail",
    "handle_alloc_error",
    "::raw_vec::handle_error",
    "assert_failed",
    "unwrap_failed",
    "expect_failed",
    "panic_poisoned",
    "panic_access_error",
    "panic_already_borrowed",
    "panic_already_mutably_borrowed",
];

/// The same of what writes by Rust's own way, `format!` and `Display`.
const WRITING: [&str; 4] = ["::fmt::Display>::fmt", "::fmt::Formatter>::", "::fmt::write", "::fmt::Write>::"];

/// What the names of Rust's files begin with, where a panic says where it was; and whoever builds has
/// more of them at home.
const FOLDERS: [&str; 4] = ["/rustc/", "/rust/deps/", "src/", "crates/"];

/// What Rust's library says as it panics, as far as it stands in data.
const MESSAGES: [&str; 18] = [
    "slice index starts at ",
    "range start index ",
    "range end index ",
    " out of range for slice of length ",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "insertion index (is ",
    ") should be <= len (is ",
    "removal index (is ",
    ") should be < len (is ",
    "reentrant init",
    "mid > len",
    "capacity overflow",
    "attempt to join into collection with len > usize::MAX",
    "Attempted to initialize thread-local while it is being dropped",
    "cannot access a Thread Local Storage value during or after destruction: ",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
];

/// Puts a trap in the place of whatever panics: binaryen then leaves out what only that used. Data
/// that only a panic reads become zeros, which weigh nothing after brotli. `is_writing` says that the
/// file itself writes by Rust's own way; where it does not, only panics do.
pub(crate) fn silence(output: &mut Output, is_writing: bool) -> Result<()> {
    let wasm = output.wasm_mut();
    let panics: Vec<_> = wasm.funcs.iter().filter(|it| is_panic(it.name.as_deref(), is_writing)).map(|it| it.id()).collect();
    ensure!(!panics.is_empty(), "the wasm: expected functions that panic, by names such as {}…", PANICS[0]);
    for (id, function) in wasm.funcs.iter_local_mut() {
        if panics.contains(&id) {
            let mut body = function.builder_mut().func_body();
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    let all: Vec<_> = wasm.data.iter().map(|it| it.id()).collect();
    all.into_iter().for_each(|id| blank(&mut wasm.data.get_mut(id).value));
    Ok(())
}

fn is_panic(name: Option<&str>, is_writing: bool) -> bool {
    let is_in = |words: &[&str]| name.is_some_and(|name| words.iter().any(|it| name.contains(it)));
    is_in(&PANICS) || !is_writing && is_in(&WRITING)
}

fn blank(data: &mut [u8]) {
    let home = env::home_dir().unwrap_or_default();
    let home = home.to_string_lossy();
    let mut from = 0;
    while let Some(rest @ [_, ..]) = data.get_mut(from..) {
        let message = MESSAGES.iter().find(|it| rest.starts_with(it.as_bytes())).map_or(0, |it| it.len());
        let length = file_name(rest, &home).max(message);
        rest.iter_mut().take(length).for_each(|it| *it = 0);
        from += length.max(1);
    }
}

/// The length of the name of a file that these bytes begin with, which ends with a zero; 0 where they do not.
fn file_name(bytes: &[u8], home: &str) -> usize {
    let mut folders = FOLDERS.into_iter().chain([home]).filter(|it| !it.is_empty());
    if !folders.any(|it| bytes.starts_with(it.as_bytes())) {
        return 0;
    }
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._+-".contains(byte);
    let length = bytes.iter().take_while(|it| is_part(it)).count();
    let is_file = bytes.get(..length).is_some_and(|it| it.ends_with(b".rs")) && bytes.get(length) == Some(&0);
    if is_file { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_messages_become_zeros_and_all_else_stays() {
        let mut data = *b"\0next/rustc/0f/library/core/src/cell.rs\0src/view.rs\0src/view.css\0/home?mid > lensupport/";
        let before = data.len();
        blank(&mut data);
        assert_eq!(data.len(), before);
        let left: Vec<u8> = data.into_iter().filter(|it| *it != 0).collect();
        assert_eq!(String::from_utf8_lossy(&left), "nextsrc/view.css/home?support/");
    }
}
