//! What a team has the nudge look like, as a style sheet of its own beside the nudge's.
//!
//! Never judges it: the rules' reader has made sure that no text ends a declaration.

use effortlet_core::digits::digits;
use effortlet_core::theme::{Colors, Theme};

pub(super) fn style(theme: &Theme<'_>) -> String {
    let colors = if theme.scheme == "dark" { &theme.dark } else { &theme.light };
    let mut declared = Vec::new();
    if !theme.scheme.is_empty() {
        declared.push(["color-scheme:", theme.scheme].concat());
    }
    if let Some(radius) = theme.radius {
        declared.push(["--effortlet-radius:", &digits(radius), "px"].concat());
    }
    if !theme.font.is_empty() {
        declared.push(["--effortlet-font:", theme.font].concat());
    }
    declared.extend(named(colors).map(|(name, color)| ["--effortlet-", name, ":", color].concat()));
    let both = named(&theme.light).into_iter().zip(named(&theme.dark));
    let both: Vec<_> = both
        .map(|((name, light), (_, dark))| ["--effortlet-", name, ":light-dark(", light, ",", dark, ")"].concat())
        .collect();
    [":host{", &declared.join(";"), "}@supports (color:light-dark(red,red)){:host{", &both.join(";"), "}}"].concat()
}

fn named<'a>(colors: &Colors<'a>) -> [(&'static str, &'a str); 4] {
    let Colors { accent, on_accent, surface, ink } = *colors;
    [("accent", accent), ("on-accent", on_accent), ("surface", surface), ("ink", ink)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIGHT: Colors<'static> = Colors { accent: "#0b57d0", on_accent: "#fff", surface: "#fdf8f0", ink: "#2b1d0e" };
    const DARK: Colors<'static> = Colors { accent: "#a8c7fa", on_accent: "#062e6f", surface: "#131314", ink: "#e3e3e3" };
    const BOTH: &str = "@supports (color:light-dark(red,red)){:host{--effortlet-accent:light-dark(#0b57d0,#a8c7fa);\
        --effortlet-on-accent:light-dark(#fff,#062e6f);--effortlet-surface:light-dark(#fdf8f0,#131314);\
        --effortlet-ink:light-dark(#2b1d0e,#e3e3e3)}}";

    #[test]
    fn a_theme_says_what_was_given_and_its_colours_in_both_schemes() {
        let theme = Theme { light: LIGHT, dark: DARK, scheme: "", radius: Some(4), font: "Georgia, serif" };
        let declared = ":host{--effortlet-radius:4px;--effortlet-font:Georgia, serif;--effortlet-accent:#0b57d0;\
            --effortlet-on-accent:#fff;--effortlet-surface:#fdf8f0;--effortlet-ink:#2b1d0e}";
        assert_eq!(style(&theme), [declared, BOTH].concat());
    }

    #[test]
    fn a_scheme_of_its_own_is_declared_with_the_colours_of_it() {
        let theme = Theme { light: LIGHT, dark: DARK, scheme: "dark", radius: None, font: "" };
        let declared = ":host{color-scheme:dark;--effortlet-accent:#a8c7fa;--effortlet-on-accent:#062e6f;\
            --effortlet-surface:#131314;--effortlet-ink:#e3e3e3}";
        assert_eq!(style(&theme), [declared, BOTH].concat());
    }

    #[test]
    fn corners_without_a_radius_are_said_too() {
        let theme = Theme { light: LIGHT, dark: DARK, scheme: "light", radius: Some(0), font: "" };
        assert!(style(&theme).starts_with(":host{color-scheme:light;--effortlet-radius:0px;--effortlet-accent:#0b57d0;"));
    }
}
