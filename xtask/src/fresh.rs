//! Whether something built is at least as new as everything it was built from.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// True when each of `outputs` exists and none of `inputs` changed after the oldest of them.
///
/// A folder among the inputs counts with everything below it; folders count themselves too, so
/// that a file taken away is noticed.
pub(crate) fn is_fresh(outputs: &[impl AsRef<Path>], inputs: &[impl AsRef<Path>]) -> bool {
    let oldest_output = outputs
        .iter()
        .map(|path| modified(path.as_ref()))
        .min()
        .flatten();
    let newest_input = inputs.iter().filter_map(|path| newest(path.as_ref())).max();
    match (oldest_output, newest_input) {
        (Some(output), Some(input)) => input <= output,
        _ => false,
    }
}

fn newest(path: &Path) -> Option<SystemTime> {
    let below = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| newest(&entry.path()));
    below.chain(modified(path)).max()
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|it| it.modified()).ok()
}

#[cfg(test)]
mod tests {
    use std::fs::{File, create_dir_all};
    use std::time::Duration;

    use super::*;

    fn touch(path: &Path, second: u64) {
        let at = SystemTime::UNIX_EPOCH + Duration::from_secs(second);
        File::create(path).unwrap().set_modified(at).unwrap();
    }

    #[test]
    fn an_output_is_fresh_until_an_input_is_newer() {
        let folder = std::env::temp_dir().join(format!("effortlet-fresh-{}", std::process::id()));
        create_dir_all(folder.join("in")).unwrap();
        let (input, output) = (folder.join("in/a"), folder.join("out"));
        let inputs = [input.clone()];

        touch(&input, 10);
        assert!(!is_fresh(std::slice::from_ref(&output), &inputs), "nothing was built");
        touch(&output, 10);
        assert!(is_fresh(std::slice::from_ref(&output), &inputs), "built after the change");
        touch(&input, 11);
        assert!(!is_fresh(std::slice::from_ref(&output), &inputs), "changed after it was built");
        touch(&input, 9);
        assert!(!is_fresh(&[output], &[folder.join("in")]), "the folder changed");

        fs::remove_dir_all(folder).unwrap();
    }
}
