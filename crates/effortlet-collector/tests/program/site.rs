//! What `--site` may be.

use crate::program::{program, refused};
use std::fs;

#[test]
fn a_site_that_the_database_is_inside_of_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "home").unwrap();
    let mut command = program();
    command.args(["serve", "--listen", "127.0.0.1:0", "--site", "."]).current_dir(folder.path());
    command.env_remove("DATABASE_URL");
    let (status, said) = refused(command);
    assert!(!status.success(), "{said}");
    assert!(said.contains("site .: the database effortlet.db is inside it"), "{said}");
    assert!(said.contains("--database sqlite:///var/lib/effortlet/effortlet.db"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(!folder.path().join("effortlet.db").exists());
}
