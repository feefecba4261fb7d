//! Shim.
pub struct Edition { pub is_full: bool }
pub const ORDINARY: Edition = Edition { is_full: false };
pub const FULL: Edition = Edition { is_full: true };
