//! What a nudge looks like, as a team writes it. One that cannot be read by everybody is refused.
//!
//! Contrast is that of WCAG 2.2, 1.4.3 and 1.4.11: (lighter + 0.05) / (darker + 0.05) of relative
//! luminances, 4.5 for text, 3 for what says that something is chosen or has the focus.

use crate::source::{Node, Problems};
use alloc::string::String;

/// The colours of one scheme, each as `#rrggbb` or `#rgb`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colors<'a> {
    pub accent: &'a str,
    pub on_accent: &'a str,
    pub surface: &'a str,
    pub ink: &'a str,
}

/// As the nudge's style sheet has them.
const LIGHT: Colors<'static> = Colors { accent: "#1f5f5b", on_accent: "#fff", surface: "#fff", ink: "#1a2026" };
const DARK: Colors<'static> = Colors { accent: "#7fd1c7", on_accent: "#06201d", surface: "#1d2125", ink: "#eceff1" };

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme<'a> {
    pub light: Colors<'a>,
    pub dark: Colors<'a>,
    /// `""` for the page's own, `light` or `dark`.
    pub scheme: &'static str,
    /// In CSS pixels, 0 to 32; none for the nudge's own.
    pub radius: Option<u32>,
    /// A list of font families; empty for the nudge's own.
    pub font: &'a str,
}

const SCHEMES: [&str; 3] = ["auto", "light", "dark"];

/// How much of the ink is in softer text, as the nudge's style sheet has it.
const SOFT: f64 = 0.7;

/// The keys of one scheme.
const COLORS: [&str; 4] = ["accent", "onAccent", "surface", "ink"];

/// Where a definition says it.
pub const KEY: &str = "theme";

/// Reads `theme` of a definition, where an edition knows that.
pub type ReadTheme = for<'a> fn(Node<'a>, &mut Problems) -> Option<Theme<'a>>;

impl<'a> Theme<'a> {
    /// `None` where there is none, or it has a problem.
    pub fn read(definition: Node<'a>, problems: &mut Problems) -> Option<Self> {
        let node = definition.given(KEY)?;
        let before = problems.len();
        let keys = ["accent", "onAccent", "surface", "ink", "dark", "scheme", "radius", "font"];
        if !node.only(&keys, problems) {
            return None;
        }
        let mut theme = Self { light: LIGHT, dark: DARK, scheme: "", radius: None, font: "" };
        theme.light.read(node, problems);
        if let Some(dark) = node.given("dark")
            && dark.some(&COLORS, problems)
        {
            theme.dark.read(dark, problems);
        }
        theme.scheme = match node.word_or_first("scheme", &SCHEMES, problems) {
            1 => "light",
            2 => "dark",
            _ => "",
        };
        if let Some(radius) = node.given("radius") {
            theme.radius = Some(radius.number(0.0, 32.0, "pixels from 0 to 32", problems) as u32);
        }
        if let Some(font) = node.given("font") {
            theme.font = font.value.text_or_empty();
            let named = |byte: u8| byte.is_ascii_alphanumeric() || b" ,-".contains(&byte);
            let holds = !theme.font.trim_ascii().is_empty() && theme.font.bytes().all(named);
            font.check(holds, "font families such as \"Inter, sans-serif\"", problems);
        }
        (problems.len() == before).then_some(theme)
    }
}

impl<'a> Colors<'a> {
    fn read(&mut self, node: Node<'a>, problems: &mut Problems) {
        let before = problems.len();
        for (name, color) in [
            ("accent", &mut self.accent),
            ("onAccent", &mut self.on_accent),
            ("surface", &mut self.surface),
            ("ink", &mut self.ink),
        ] {
            if let Some(given) = node.given(name) {
                *color = given.value.text_or_empty();
                given.check(channels(color).is_some(), "a color such as \"#1f5f5b\"", problems);
            }
        }
        let all = [self.accent, self.on_accent, self.surface, self.ink].map(channels);
        let [Some(accent), Some(on_accent), Some(surface), Some(ink)] = all else { return };
        if problems.len() > before {
            return;
        }
        let soft = mix(ink, surface);
        for (names, with, ratio, least) in [
            (["ink", "surface"], "surface", contrast(ink, surface), 4.5),
            (["ink", "surface"], "surface for softer text", contrast(soft, surface), 4.5),
            (["onAccent", "accent"], "accent", contrast(on_accent, accent), 4.5),
            (["accent", "surface"], "surface", contrast(accent, surface), 3.0),
        ] {
            if ratio < least {
                // What a team has written is what it can change.
                let [first, second] = names.map(|name| node.given(name));
                let with = if first.is_some() { with } else { names[0] };
                let place = first.or(second).unwrap_or(node);
                place.check(false, &refusal(with, least, ratio), problems);
                return;
            }
        }
    }
}

/// Such as "a contrast of at least 4.5:1 with surface, it is 2.3:1".
fn refusal(with: &str, least: f64, ratio: f64) -> String {
    ["a contrast of at least ", &tenths(least), ":1 with ", with, ", it is ", &tenths(ratio), ":1"].concat()
}

/// Rounded down, so that what is refused never reads as enough. At most 21.
fn tenths(number: f64) -> String {
    let tenths = (number * 10.0) as u32;
    let mut text = String::new();
    if tenths >= 100 {
        text.extend(char::from_digit(tenths / 100, 10));
    }
    text.extend(char::from_digit(tenths / 10 % 10, 10));
    if !tenths.is_multiple_of(10) {
        text.push('.');
        text.extend(char::from_digit(tenths % 10, 10));
    }
    text
}

/// Red, green and blue from 0 to 1, of `#rgb` or `#rrggbb`.
fn channels(color: &str) -> Option<[f64; 3]> {
    let digits = color.strip_prefix('#')?;
    let wide = match digits.len() {
        3 => 1,
        6 => 2,
        _ => return None,
    };
    let channel = |index: usize| {
        let digits = digits.get(index * wide..(index + 1) * wide)?;
        let value = u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?;
        Some(f64::from(value) / if wide == 1 { 15.0 } else { 255.0 })
    };
    Some([channel(0)?, channel(1)?, channel(2)?])
}

/// Softer ink on its surface.
fn mix(ink: [f64; 3], surface: [f64; 3]) -> [f64; 3] {
    let [red, green, blue] = ink;
    let [under_red, under_green, under_blue] = surface;
    let over = |ink: f64, under: f64| ink * SOFT + under * (1.0 - SOFT);
    [over(red, under_red), over(green, under_green), over(blue, under_blue)]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn linear(channel: f64) -> f64 {
    if channel <= 0.04045 {
        return channel / 12.92;
    }
    let base = (channel + 0.055) / 1.055;
    // To the power of 2.4: its square, and the fifth root of that, which wasm has no function for.
    let square = base * base;
    let mut root = 1.0;
    for _ in 0..30 {
        root -= (root * root * root * root * root - square) / (5.0 * root * root * root * root);
    }
    square * root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Value;
    use serde_json::{Value as Json, json};

    fn read(theme: Json) -> Vec<String> {
        let value = Value::from(&json!({ "theme": theme }));
        let mut problems = Problems::new();
        let read = Theme::read(Node::root(&value), &mut problems);
        assert_eq!(read.is_some(), problems.is_empty());
        problems.iter().map(|problem| problem.message()).collect()
    }

    /// As other checkers have them, to two places.
    #[test]
    fn contrast_is_that_of_wcag() {
        for (one, other, expected) in [
            ("#000", "#fff", 21.0),
            ("#767676", "#ffffff", 4.54),
            ("#777777", "#ffffff", 4.48),
            ("#1f5f5b", "#fff", 7.38),
            ("#ffff00", "#fff", 1.07),
            ("#808080", "#808080", 1.0),
        ] {
            let found = contrast(channels(one).unwrap(), channels(other).unwrap());
            assert!((found - expected).abs() < 0.01, "{one} {other}: {found}");
        }
    }

    #[test]
    fn the_widgets_own_colours_can_be_read_by_everybody() {
        assert_eq!(read(json!({})), Vec::<String>::new());
        for Colors { accent, on_accent, surface, ink } in [LIGHT, DARK] {
            let own = json!({ "accent": accent, "onAccent": on_accent, "surface": surface, "ink": ink });
            assert_eq!(read(own), Vec::<String>::new());
        }
    }

    #[test]
    fn a_theme_whose_contrast_fails_is_refused_with_its_ratio() {
        for (theme, expected) in [
            (json!({ "accent": "#ffcc00" }), "theme.accent: expected a contrast of at least 4.5:1 with onAccent, it is 1.5:1"),
            (json!({ "accent": "#ffcc00", "onAccent": "#000" }), "theme.accent: expected a contrast of at least 3:1 with surface, it is 1.5:1"),
            (json!({ "ink": "#888888" }), "theme.ink: expected a contrast of at least 4.5:1 with surface, it is 3.5:1"),
            (json!({ "ink": "#5a5a5a" }), "theme.ink: expected a contrast of at least 4.5:1 with surface for softer text, it is 3.3:1"),
            (json!({ "surface": "#1a2026" }), "theme.surface: expected a contrast of at least 4.5:1 with ink, it is 1:1"),
            (json!({ "dark": { "accent": "#1d2126" } }), "theme.dark.accent: expected a contrast of at least 4.5:1 with onAccent, it is 1:1"),
        ] {
            assert_eq!(read(theme.clone()), [expected], "{theme}");
        }
    }
}
