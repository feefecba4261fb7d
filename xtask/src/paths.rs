//! Where things are in the repository.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

/// The repository: the folder above xtask's own.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// What a visitor's browser loads, and the types that go with it.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder; `CARGO_TARGET_DIR` moves it.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Something of a package of npm, which has to be there.
pub(crate) fn installed(path: &str) -> Result<PathBuf> {
    let path = root().join("node_modules").join(path);
    ensure!(path.exists(), "{}: expected to be there, run npm ci", path.display());
    Ok(path)
}

/// The local site: the demo help center.
pub(crate) fn site() -> PathBuf {
    target().join("site")
}

/// The collector, as `cargo build` leaves it.
pub(crate) fn collector() -> PathBuf {
    let name = format!("effortlet{}", std::env::consts::EXE_SUFFIX);
    target().join("debug").join(name)
}
