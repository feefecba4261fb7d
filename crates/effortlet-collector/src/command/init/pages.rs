//! Where the help pages are, as a pattern: by what somebody types who thinks of addresses. Never asks again itself.

/// The pattern, with all that is below what was named; or what is expected.
pub(super) fn read(given: &str) -> Result<String, String> {
    let given = given.trim();
    let path = match given.split_once("://") {
        Some((_, after)) => path_of(after),
        None => given,
    };
    if !path.starts_with('/') || path.contains(['?', '#', ' ']) {
        return Err(format!(
            "{given}: expected a path such as /help/** (** stands for all that may follow), or the address of your help center"
        ));
    }
    // One star stands for one segment, and articles are most often deeper.
    let folder = path.strip_suffix("/*").unwrap_or(path).trim_end_matches('/');
    if folder.contains(['*', ':']) { Ok(folder.to_owned()) } else { Ok(format!("{folder}/**")) }
}

/// Of an address, without its host, query and fragment.
fn path_of(address: &str) -> &str {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let address = address.get(..end).unwrap_or(address);
    address.find('/').and_then(|at| address.get(at..)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_a_pattern_that_articles_match() {
        for (given, expected) in [
            ("/help/**", "/help/**"),
            ("/help/", "/help/**"),
            ("/docs", "/docs/**"),
            ("/docs/*", "/docs/**"),
            ("/", "/**"),
            ("/*", "/**"),
            ("/**/docs/**", "/**/docs/**"),
            ("/*/help/**", "/*/help/**"),
            ("/a/:section/:article", "/a/:section/:article"),
            (" /help ", "/help/**"),
            ("https://acme.example/help/", "/help/**"),
            ("https://help.acme.example", "/**"),
            ("http://localhost:3000/docs/?q=1#top", "/docs/**"),
        ] {
            assert_eq!(read(given).as_deref(), Ok(expected), "{given}");
        }
    }

    #[test]
    fn what_is_no_path_is_told_at_once() {
        for given in ["help", "", "help.acme.example", "/help?x=1", "/help/#/billing", "/help pages"] {
            let refused = read(given).unwrap_err();
            assert!(refused.starts_with(&format!("{given}: expected a path such as /help/**")), "{refused}");
        }
    }
}
