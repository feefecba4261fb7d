//! Whether the database would lie among the files that everybody may read. Never touches it.

use std::path::{Path, PathBuf};

/// Says what to do where the database is inside the folder of static files.
pub(crate) fn refuse_database_within(site: &Path, database: &Path) -> Result<(), String> {
    let (Ok(site_folder), Some(file)) = (site.canonicalize(), real_place(database)) else { return Ok(()) };
    if !file.starts_with(&site_folder) {
        return Ok(());
    }
    Err(format!(
        "site {}: the database {} is inside it, where everybody could read it; keep it elsewhere, \
         as in --database sqlite:///var/lib/effortlet/effortlet.db, or name a folder that has only files for visitors",
        site.display(),
        database.display(),
    ))
}

/// Where a file is or will be, with all links followed as far as there is something.
fn real_place(file: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(file).ok()?;
    let there = absolute.ancestors().find_map(|it| Some((it, it.canonicalize().ok()?)));
    let (ancestor, real) = there?;
    Some(real.join(absolute.strip_prefix(ancestor).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_is_found_inside_a_site_by_whatever_way_it_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(path("site/help")).unwrap();
        std::fs::create_dir(path("data")).unwrap();
        let refused = |site: &str, database: &str| refuse_database_within(&path(site), &path(database)).is_err();
        assert!(refused("site", "site/effortlet.db"));
        assert!(refused("site", "site/not/yet/there/effortlet.db"));
        assert!(refused("site", "data/../site/effortlet.db"));
        assert!(refused("", "data/effortlet.db"));
        assert!(!refused("site", "data/effortlet.db"));
        assert!(!refused("site/help", "site/effortlet.db"));
        assert!(!refused("site", "site-of-another/effortlet.db"));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(path("site"), path("link")).unwrap();
            assert!(refused("site", "link/effortlet.db") && refused("link", "site/effortlet.db"));
        }
    }
}
