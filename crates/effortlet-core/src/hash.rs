//! FNV-1a, 32 bits: texts as numbers, where only equality matters.

/// The hash of nothing.
pub const EMPTY: u32 = 0x811c_9dc5;

/// How a text adds to a hash.
pub fn add(hash: u32, text: &str) -> u32 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The hash of one text.
pub fn of(text: &str) -> u32 {
    add(EMPTY, text)
}
