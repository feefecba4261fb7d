//! The page's style sheet, in the colours of the team's theme.
//!
//! Never judges them: the definition's reader has refused what cannot be read.

use effortlet_core::theme::{Colors, Theme};

const PAGE: &str = include_str!("page.css");

/// How the ground differs from the card: the page's own, said anew since a theme may be of one scheme alone.
const LIGHT: &str = "--share:95%;--shade:var(--ink)";
const DARK: &str = "--share:80%;--shade:#000";

pub(super) fn style(theme: Option<&Theme<'_>>) -> String {
    let Some(theme) = theme else { return PAGE.to_owned() };
    let mut own = String::new();
    let (light, dark) = (colors(&theme.light, LIGHT), colors(&theme.dark, DARK));
    own.push_str(&match theme.scheme {
        "light" => format!(":root{{color-scheme:light;{light}}}@media(prefers-color-scheme:dark){{:root{{{light}}}}}"),
        "dark" => format!(":root{{color-scheme:dark;{dark}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"),
        _ => format!(":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"),
    });
    if !theme.font.is_empty() {
        own.push_str(&format!(":root{{--font:{}}}", theme.font));
    }
    [PAGE, &own].concat()
}

fn colors(colors: &Colors<'_>, ground: &str) -> String {
    let Colors { accent, surface, ink, .. } = colors;
    format!("--accent:{accent};--surface:{surface};--ink:{ink};{ground}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Colors<'static> = Colors { accent: "#0b57d0", on_accent: "#fff", surface: "#fdf8f0", ink: "#2b1d0e" };
    const NIGHT: Colors<'static> = Colors { accent: "#a8c7fa", on_accent: "#062e6f", surface: "#131314", ink: "#e3e3e3" };

    fn own(scheme: &'static str, font: &'static str) -> String {
        let theme = Theme { light: DAY, dark: NIGHT, scheme, radius: None, font };
        style(Some(&theme)).strip_prefix(PAGE).unwrap().to_owned()
    }

    #[test]
    fn the_page_has_the_colours_and_the_font_of_the_theme_in_light_and_dark() {
        let light = "--accent:#0b57d0;--surface:#fdf8f0;--ink:#2b1d0e;--share:95%;--shade:var(--ink)";
        let dark = "--accent:#a8c7fa;--surface:#131314;--ink:#e3e3e3;--share:80%;--shade:#000";
        let both = |first: &str, second: &str| format!(":root{{{first}}}@media(prefers-color-scheme:dark){{:root{{{second}}}}}");
        assert_eq!(own("", ""), both(light, dark));
        assert_eq!(own("", "Inter, serif"), both(light, dark) + ":root{--font:Inter, serif}");
        assert_eq!(own("dark", ""), both(&format!("color-scheme:dark;{dark}"), dark));
        assert_eq!(own("light", ""), both(&format!("color-scheme:light;{light}"), light));
        assert_eq!(style(None), PAGE);
    }
}
