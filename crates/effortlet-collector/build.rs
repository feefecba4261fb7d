//! Puts the built widget into a release, with both compressed forms of each file, so that the program
//! is the whole product. A debug build reads `dist/` as it starts instead: it compiles without one.
//!
//! Never builds the widget; where it is missing a release says what does.

#[path = "src/widget/prepare.rs"]
mod prepare;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Brotli and gzip at their best: it is done once.
const BROTLI_QUALITY: i32 = 11;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(embedded)");
    if std::env::var("PROFILE").as_deref() != Ok("release") {
        println!("cargo::rerun-if-changed=build.rs");
        return;
    }
    println!("cargo::rustc-cfg=embedded");
    println!("cargo::rerun-if-changed=src/widget/prepare.rs");
    if let Err(reason) = embed() {
        println!("cargo::error={reason}");
    }
}

/// Writes the files and `widget.rs`, which names them.
fn embed() -> Result<(), String> {
    let dist = folder("CARGO_MANIFEST_DIR")?.join("../../dist");
    let out = folder("OUT_DIR")?;
    for name in prepare::FILES {
        println!("cargo::rerun-if-changed={}", dist.join(name).display());
    }
    println!("cargo::rerun-if-changed={}", dist.join("builder").display());
    let prepare::Prepared { version, files, builder } = prepare::prepare(&dist)?;
    let mut table = format!("pub(super) const VERSION: &str = {version:?};\n");
    for (name, files) in [("FILES", files), ("BUILDER", builder)] {
        write_table(&mut table, name, files, &out)?;
    }
    std::fs::write(out.join("widget.rs"), table).map_err(|error| error.to_string())
}

fn write_table(table: &mut String, constant: &str, files: Vec<(&str, Vec<u8>)>, out: &Path) -> Result<(), String> {
    let _ = writeln!(table, "pub(super) const {constant}: &[Embedded] = &[");
    for (name, plain) in files {
        let text = |error: std::io::Error| format!("{name}: {error}");
        let brotli = brotli(&plain).map_err(text)?;
        let gzip = gzip(&plain).map_err(text)?;
        let plain = keep(out, name, "plain", &plain)?;
        let brotli = keep(out, name, "br", &brotli)?;
        let gzip = keep(out, name, "gz", &gzip)?;
        let bytes = |path: &str| format!("include_bytes!({path:?})");
        let row = writeln!(
            table,
            "    Embedded {{ name: {name:?}, plain: {}, brotli: {}, gzip: {} }},",
            bytes(&plain),
            bytes(&brotli),
            bytes(&gzip),
        );
        row.map_err(|error| error.to_string())?;
    }
    table.push_str("];\n");
    Ok(())
}

fn keep(out: &Path, name: &str, form: &str, bytes: &[u8]) -> Result<String, String> {
    let path = out.join(format!("{name}.{form}"));
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path.display().to_string())
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let settings = brotli::enc::BrotliEncoderParams { quality: BROTLI_QUALITY, size_hint: plain.len(), ..Default::default() };
    let (mut input, mut output) = (plain, Vec::new());
    brotli::BrotliCompress(&mut input, &mut output, &settings)?;
    Ok(output)
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(plain)?;
    encoder.finish()
}

fn folder(variable: &str) -> Result<PathBuf, String> {
    std::env::var_os(variable).map(PathBuf::from).ok_or_else(|| format!("{variable}: expected to be set by Cargo"))
}
