//! One cookie out of all.
//!
//! Never writes one.

/// As it stands there; the first of that name.
pub(super) fn find<'c>(all: &'c str, name: &str) -> Option<&'c str> {
    // Between two stands a space too. What looks for a text of more than one character weighs 5 KB.
    let pairs = all.split(';').map(|pair| pair.strip_prefix(' ').unwrap_or(pair));
    let mut pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_and_ends_with_its_pair() {
        for (all, name, expected) in [
            ("plan=pro; seats=4", "plan", Some("pro")),
            ("plan=pro; seats=4", "seats", Some("4")),
            ("planned=yes", "plan", None),
            ("plan=a=b==; plan=c", "plan", Some("a=b==")),
            ("plan", "plan", Some("")),
            ("", "plan", None),
        ] {
            assert_eq!(find(all, name), expected, "{all}");
        }
    }
}
