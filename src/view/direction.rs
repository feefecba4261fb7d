//! In which direction a language is written.
//!
//! Never asks the page, which may be in another language.

/// From right to left (CLDR, the ones with more than a million readers online).
const RIGHT_TO_LEFT: [&str; 5] = ["ar", "fa", "he", "ur", "yi"];

/// As the attribute `dir` has it, by a language's tag.
pub(super) fn direction_of(language: &str) -> &'static str {
    let end = language.bytes().position(|letter| !letter.is_ascii_alphanumeric());
    let base = language.get(..end.unwrap_or(language.len())).unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&base) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_written_from_right_to_left_in_every_region() {
        for (language, expected) in [
            ("ar", "rtl"),
            ("ar-EG", "rtl"),
            ("he", "rtl"),
            ("fa-IR", "rtl"),
            ("ur", "rtl"),
            ("yi", "rtl"),
            ("en", "ltr"),
            ("arn", "ltr"),
            ("de-AR", "ltr"),
            ("", "ltr"),
        ] {
            assert_eq!(direction_of(language), expected, "{language}");
        }
    }
}
