//! Texts of visitors, and of pages that anybody may name, as words that do nothing where they are shown.
//!
//! No mention, no reference, no link, no markup, no command comes of them, in chats and in Markdown.
//! Never changes what a reader sees but for white space and brackets.

/// Stands between what would be read as one, and is not seen.
const GAP: char = '\u{200b}';

/// In one line of at most so many characters, without what is not seen or turns the direction of a line.
pub(super) fn line(text: &str, most: usize) -> String {
    let words = text.split(|it: char| it.is_whitespace() || it.is_control()).filter(|word| !word.is_empty());
    let visible = |word: &str| word.chars().filter(|it| !is_hidden(*it)).collect::<String>();
    let text = words.map(visible).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// For chats: what they read of a line as a mention, a channel, an address or an emphasis falls apart.
pub(crate) fn in_chat(text: &str, most: usize) -> String {
    let mut out = String::new();
    for it in line(text, most).chars() {
        match it {
            // Slack and Google Chat mention and link between these.
            '<' => out.push('‹'),
            '>' => out.push('›'),
            // Else `&lt;` were one again.
            '&' => out.push('＆'),
            it => out.push(it),
        }
        if is_active(it) {
            out.push(GAP);
        }
    }
    out
}

/// For Markdown of GitHub and GitLab, in the middle of a line.
pub(super) fn in_markdown(text: &str, most: usize) -> String {
    let mut out = String::new();
    for it in line(text, most).chars() {
        if it.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(it);
        if is_active(it) {
            out.push(GAP);
        }
    }
    out
}

/// After any of these something could begin: `@name`, `#1`, `!1`, `GH-1`, `://`, `evil.example`, `](`,
/// `*bold*`, a command.
fn is_active(it: char) -> bool {
    it.is_ascii_punctuation() && !matches!(it, '\'' | '"' | ',' | ';' | '?' | '(' | ')')
}

/// Zero-width signs and those that turn the direction of what follows.
fn is_hidden(it: char) -> bool {
    matches!(it, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_one_line_of_what_is_seen() {
        assert_eq!(line(" a\r\n\tb\u{202e}c\u{200b}  ", 10), "a bc");
        assert_eq!(line("abcdef", 6), "abcdef");
        assert_eq!(line("abc def", 5), "abc…");
        assert_eq!(line("Ești sigură? да مرحبا", 100), "Ești sigură? да مرحبا");
    }

    #[test]
    fn in_chats_nobody_is_called_and_nothing_is_a_link() {
        for (text, never) in [
            ("<!channel> <@U123> <https://evil.example|here>", &["<", ">", "://", "evil.example"][..]),
            ("@here @all @channel", &["@h", "@a", "@c"]),
            ("[here](https://evil.example) www.evil.example", &["](", "://", "www.e", "l.e"]),
            ("&lt;!here&gt; *bold* _it_ `code` ~gone~", &["&", "*b", "_i", "`c", "~g"]),
            ("mailto:a@evil.example #general", &["o:a", "a@e", "#g"]),
        ] {
            let told = in_chat(text, 500);
            for never in never {
                assert!(!told.contains(never), "{told:?} holds {never:?}");
            }
        }
        assert_eq!(in_chat("Costs 3,50 (or more)? \"No\"", 500), "Costs 3,50 (or more)? \"No\"");
    }

    #[test]
    fn in_markdown_nothing_is_marked_up_mentioned_or_referred_to() {
        for (text, never) in [
            ("@octocat closes #12 and acme/docs#3, GH-7, !4 %5 ~bug &6", &["@o", "#1", "#3", "-7", "!4", "%5", "~b", "&6"][..]),
            ("![x](https://evil.example/x.png) <img src=x> <!-- a -->", &["](", "://", "<img", "<!"]),
            ("/close /assign @me", &["/c", "/a", "@m"]),
            ("`code` **bold** # head - list", &["`c", "**", "# "]),
        ] {
            let told = in_markdown(text, 500);
            for never in never {
                assert!(!told.contains(never), "{told:?} holds {never:?}");
            }
        }
        assert_eq!(in_markdown("a*b", 9), "a\\*\u{200b}b");
    }
}
