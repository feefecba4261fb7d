//! What `dist/` becomes before it is served. Used by `build.rs` too, so that what a release embeds and
//! what a debug build reads as it starts is the same.
//!
//! Never compresses and never serves.

use sha2::{Digest, Sha256};
use std::path::Path;

/// What a browser may load, and the schema that editors load; the first is the script tag's.
pub(crate) const FILES: [&str; 27] = [
    LOADER,
    "module.js",
    "history.js",
    "lease.js",
    "locale-ar.js",
    "locale-de.js",
    "locale-es.js",
    "locale-fr.js",
    "locale-he.js",
    "locale-it.js",
    "locale-pl.js",
    "locale-pt.js",
    "locale-ro.js",
    "locale-ru.js",
    "locale-uk.js",
    "templates-more.js",
    "effortlet.wasm",
    "full.js",
    "full.wasm",
    "debug.js",
    "debug.wasm",
    "kept.js",
    "check.js",
    "check.wasm",
    "plain.js",
    "integrity.json",
    "definition.schema.json",
];

/// The pages of the builder, which loads the widget's files from beside them.
pub(crate) const BUILDER: [&str; 6] =
    ["index.html", "builder.js", "builder.css", "preview.html", "preview.js", "preview.css"];

pub(crate) const LOADER: &str = "effortlet.js";

/// What the loader imports, as it stands in it.
const MODULE: &[u8] = b"\"module.js\"";

/// How many bytes of a hash an address or a tag has: 2^32 builds until two are likely to meet.
const HASH_BYTES: usize = 8;

/// Each by its name.
type Named = Vec<(&'static str, Vec<u8>)>;

/// One version of the widget.
pub(crate) struct Prepared {
    pub(crate) version: String,
    pub(crate) files: Named,
    pub(crate) builder: Named,
}

/// What is served, or what keeps it from being so.
///
/// The loader names the module by its version, and the module whatever it loads by its own address.
pub(crate) fn prepare(dist: &Path) -> Result<Prepared, String> {
    let mut files = read(dist, &FILES)?;
    let builder = read(&dist.join("builder"), &BUILDER)?;
    let all: Vec<&[u8]> = files.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    let version = hash(&all);
    if let Some((_, loader)) = files.first_mut() {
        *loader = by_version(loader, &version)?;
    }
    Ok(Prepared { version, files, builder })
}

fn read(folder: &Path, names: &[&'static str]) -> Result<Named, String> {
    let file = |name: &&'static str| {
        let path = folder.join(name);
        let bytes = std::fs::read(&path);
        bytes.map(|it| (*name, it)).map_err(|_| format!("{}: expected the built widget there, run npm run build", path.display()))
    };
    names.iter().map(file).collect()
}

/// Some 16 digits that are other ones for any other content.
pub(crate) fn hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().iter().take(HASH_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

fn by_version(loader: &[u8], version: &str) -> Result<Vec<u8>, String> {
    let places = loader.windows(MODULE.len()).enumerate().filter(|(_, part)| *part == MODULE);
    let places: Vec<usize> = places.map(|(index, _)| index).collect();
    let [place] = places.as_slice() else {
        return Err(format!("{LOADER}: expected to name \"module.js\" once, found {}", places.len()));
    };
    let (before, after) = loader.split_at(*place);
    let address = format!("\"w/{version}/module.js\"");
    Ok([before, address.as_bytes(), after.get(MODULE.len()..).unwrap_or_default()].concat())
}
