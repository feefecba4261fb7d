//! Takes a file apart into code, texts and comments, so that a rule looks at what it is about.
//!
//! A scanner, not a parser: it knows how comments and texts begin and end. What is taken out
//! leaves white space behind, so that lines keep their numbers.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Rust,
    JavaScript,
    Css,
    Sql,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Without comments, without what stands in texts, without tests.
    Code,
    /// Without comments and tests.
    CodeAndTexts,
    Everything,
}

pub(crate) struct Parts {
    code: String,
    code_and_texts: String,
    everything: String,
}

impl Parts {
    pub(crate) fn of(&self, part: Part) -> &str {
        match part {
            Part::Code => &self.code,
            Part::CodeAndTexts => &self.code_and_texts,
            Part::Everything => &self.everything,
        }
    }
}

pub(crate) fn language(path: &str) -> Language {
    match path.rsplit('.').next() {
        Some("rs") => Language::Rust,
        Some("js" | "mjs" | "ts") => Language::JavaScript,
        Some("css") => Language::Css,
        Some("sql") => Language::Sql,
        _ => Language::Other,
    }
}

pub(crate) fn parts(text: &str, language: Language) -> Parts {
    let mut it = Parts { code: String::new(), code_and_texts: String::new(), everything: text.to_owned() };
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let comment = comment(rest, language);
        let quoted = quoted(rest, language);
        let length = comment.or(quoted).unwrap_or(first.len_utf8());
        let (taken, after) = rest.split_at(length);
        let blank = blanked(taken);
        it.code.push_str(if comment.or(quoted).is_some() { &blank } else { taken });
        it.code_and_texts.push_str(if comment.is_some() { &blank } else { taken });
        rest = after;
    }
    if language == Language::Rust {
        for (from, to) in tests(&it.code) {
            for part in [&mut it.code, &mut it.code_and_texts] {
                let blank = blanked(part.get(from..to).unwrap_or_default());
                part.replace_range(from..to, &blank);
            }
        }
    }
    it
}

/// As many bytes, with the same ends of lines.
fn blanked(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// How long the comment is that begins here.
fn comment(text: &str, language: Language) -> Option<usize> {
    let to_line_end = || text.find('\n').unwrap_or(text.len());
    match language {
        Language::Rust | Language::JavaScript if text.starts_with("//") => Some(to_line_end()),
        Language::Rust | Language::JavaScript | Language::Css if text.starts_with("/*") => {
            Some(block(text, language == Language::Rust))
        }
        Language::Sql if text.starts_with("--") => Some(to_line_end()),
        _ => None,
    }
}

/// How long the comment in `/*` and `*/` is; in Rust one may hold others.
fn block(text: &str, nests: bool) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") && (nests || depth == 0) {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// How long the text in quotation marks is that begins here.
fn quoted(text: &str, language: Language) -> Option<usize> {
    let first = text.chars().next()?;
    match (language, first) {
        (Language::Rust, 'r') => raw(text),
        (Language::Rust, '\'') => letter(text),
        (Language::Rust | Language::JavaScript | Language::Css, '"') => Some(until(text, '"')),
        (Language::JavaScript | Language::Css | Language::Sql, '\'') => Some(until(text, '\'')),
        (Language::JavaScript, '`') => Some(until(text, '`')),
        _ => None,
    }
}

/// To the next such mark that no backslash stands before.
fn until(text: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return at + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// `r"…"`, `r#"…"#` and so on.
fn raw(text: &str) -> Option<usize> {
    let marks = text.get(1..)?.bytes().take_while(|byte| *byte == b'#').count();
    let inside = text.get(1 + marks..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    Some(inside.find(&end).map_or(text.len(), |at| 2 + marks + at + end.len()))
}

/// `'a'` or `'\n'`, not a lifetime.
fn letter(text: &str) -> Option<usize> {
    let mut letters = text.char_indices().skip(1);
    match letters.next()?.1 {
        '\\' => Some(until(text, '\'')),
        _ => letters.next().filter(|(_, letter)| *letter == '\'').map(|(at, _)| at + 1),
    }
}

/// Where items under `#[cfg(test)]` begin and end, also where a feature is asked for beside it.
fn tests(code: &str) -> Vec<(usize, usize)> {
    let marks = ["#[cfg(test)]", "#[cfg(all(test, "].into_iter().flat_map(|mark| code.match_indices(mark));
    marks.map(|(from, _)| (from, item_end(code, from))).collect()
}

fn item_end(code: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return at + 1,
            b'}' => depth -= 1,
            b';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}
