//! Whether a page says anything that is no text of `locale/`: words in its code would be English for everybody.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Where pages are made.
const PAGES: [&str; 2] = ["src/report", "src/login"];

/// Words in the code of pages that nobody reads as a sentence: names, classes, and what is code on the page too.
const ALLOWED: [&str; 17] = [
    "Effortlet", " · Effortlet", "CSV", "Excel", "n = ", "Authorization: Bearer ", "effortlet serve --definition effortlet.json",
    "\\\"countShown\\\": false", "tag ", "said ", "swatch ", "point rough", "distribution options", "distribution options steps",
    "noindex, nofollow", "the team", "topic ",
];

/// Attributes whose values are read to people.
const READ: [&str; 4] = ["aria-label=", "title=", "placeholder=", "alt="];

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = PAGES.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap()).map(|it| it.unwrap().path());
    files.filter(|it| it.extension().is_some_and(|it| it == "rs")).collect()
}

/// What a text begins after, and the text, of each in quotes; comments and tests are passed over.
fn quoted(code: &str) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/']) {
        if rest[at..].starts_with("//") {
            rest = rest[at..].split_once('\n').map_or("", |it| it.1);
            continue;
        }
        if rest[at..].starts_with('/') {
            rest = &rest[at + 1..];
            continue;
        }
        let begin = code.len() - rest.len() + at;
        let text = &code[begin + 1..];
        let escaped = |at: usize| text[..at].chars().rev().take_while(|it| *it == '\\').count() % 2 == 1;
        let end = text.match_indices('"').map(|it| it.0).find(|at| !escaped(*at)).unwrap_or(text.len());
        let before = code[..begin].rsplit([' ', '\n', '(', '{']).next().unwrap_or_default();
        all.push((before, &text[..end]));
        rest = text.get(end + 1..).unwrap_or_default();
    }
    all
}

fn is_spoken(before: &str, text: &str) -> bool {
    let mut words = String::new();
    let mut depth = 0_usize;
    for it in text.chars() {
        match it {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => words.push(it),
            _ => {}
        }
    }
    let has_letters = words.chars().any(char::is_alphabetic);
    if READ.contains(&before) {
        return has_letters;
    }
    let is_code = before.ends_with('=') || words.contains(['/', ';', '<']) || words.contains("no-");
    let is_sentence = words.trim() != words || words.contains(' ') || words.starts_with(char::is_uppercase);
    has_letters && !is_code && is_sentence
}

#[test]
fn no_page_says_a_word_that_no_language_can_say_otherwise() {
    let mut spoken = BTreeSet::new();
    for path in pages() {
        let code = fs::read_to_string(&path).unwrap();
        if code.contains("html!") {
            let quoted = quoted(&code).into_iter().filter(|(before, text)| is_spoken(before, text) && !ALLOWED.contains(text));
            spoken.extend(quoted.map(|(_, text)| format!("{}: {text}", path.display())));
        }
    }
    assert!(spoken.is_empty(), "expected texts of locale/ for {spoken:#?}");
}

#[test]
fn words_in_the_code_of_a_page_are_found() {
    for (code, expected) in [
        ("h1 { \"Log in\" }", true),
        ("h1 { \"Surveys\" }", true),
        ("p { (low) \" to \" (high) }", true),
        ("nav aria-label=\"versions\" {}", true),
        ("input placeholder=\"any\";", true),
        ("format!(\"From {} answers\", n)", true),
        ("p class=\"soft small\" { (text(\"home-few\")) }", false),
        ("// \"Log in\" is said elsewhere\n\"by\"", false),
        ("format!(\"{name}: {}\", n)", false),
        ("#[cfg(test)] mod tests { \"Log in\" }", false),
    ] {
        assert_eq!(quoted(code).iter().any(|(before, text)| is_spoken(before, text)), expected, "{code}");
    }
}
