//! In which direction a language is written.
//!
//! Never asks the page, which may be in another language.

/// As tags have them next, where it is not the language's usual one (CLDR).
const SCRIPTS: [&[u8]; 4] = [b"arab", b"hebr", b"syrc", b"thaa"];

/// As the attribute `dir` has it, by a language's tag.
pub(super) fn direction_of(language: &str) -> &'static str {
    let mut parts = language.as_bytes().split(|letter| !letter.is_ascii_alphanumeric());
    let base = parts.next().unwrap_or_default();
    // Whatever has four letters there is a script.
    let is_rtl = match parts.next().filter(|it| it.len() == 4) {
        Some(script) => SCRIPTS.iter().any(|it| script.eq_ignore_ascii_case(it)),
        None => matches!(base, b"ar" | b"ckb" | b"dv" | b"fa" | b"he" | b"ks" | b"ps" | b"sd" | b"ug" | b"ur" | b"yi"),
    };
    if is_rtl { "rtl" } else { "ltr" }
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
            ("ckb", "rtl"),
            ("ckb-IQ", "rtl"),
            ("ps-AF", "rtl"),
            ("dv", "rtl"),
            ("ks", "rtl"),
            ("sd", "rtl"),
            ("ug", "rtl"),
            ("ku-Arab", "rtl"),
            ("ku-arab-IQ", "rtl"),
            ("pa-Arab-PK", "rtl"),
            ("ku", "ltr"),
            ("ks-Deva", "ltr"),
            ("sd-Deva-IN", "ltr"),
            ("az-Latn", "ltr"),
            ("en-u-nu-arab", "ltr"),
            ("de-1901", "ltr"),
            ("en", "ltr"),
            ("arn", "ltr"),
            ("de-AR", "ltr"),
            ("", "ltr"),
        ] {
            assert_eq!(direction_of(language), expected, "{language}");
        }
    }
}
