//! What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"). Never changes a text.

/// Also after what some of them skip.
pub(super) fn begins_formula(text: &str) -> bool {
    let begins = text.trim_start_matches([' ', '\t', '\r', '\n', '\0', '\u{feff}', '\u{a0}', '"', '\'']);
    begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']) || text.starts_with(['\t', '\r', '\n'])
}
