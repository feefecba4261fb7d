//! A page that is named, and what it is as far as that tells.
//!
//! Never reads a page: whoever has its HTML says what stands in it.

use crate::address::{path, route};
use crate::help_center::{Facts, HelpCenter, PageKind};
use crate::observed::Observed;
use crate::source::Value;
use crate::tree::Truth;
use alloc::{string::{String, ToString}, vec::Vec};
use serde::Serialize;

/// What is known of a page.
pub struct Page<'p> {
    /// Its whole address, or its path alone.
    pub address: &'p str,
    /// What it says of who made it and of what it is; nothing where its HTML is not there.
    pub signs: Option<&'p [String]>,
    /// How many of its elements a selector finds; nothing where that cannot be told.
    pub count: &'p dyn Fn(&str) -> Option<usize>,
}

/// What it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    pub address: String,
    /// With the route that its fragment is.
    pub path: String,
    pub kind: &'static str,
    /// By its address; a page without one there may name it in its breadcrumb.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signs: Option<Vec<String>>,
    /// Whether the definition itself says where the help center is.
    pub by_definition: bool,
    #[serde(skip)]
    pub(super) is: PageKind,
}

impl Page<'_> {
    /// As the engine sees it when it is visited.
    pub(super) fn found(&self, document: &Value, help_center: &HelpCenter<'_>) -> Found {
        let mut path = path(self.address).to_string();
        let help_center = help_center.told(&path, self.signs.unwrap_or_default());
        let route = route(self.address);
        if !route.is_empty() && help_center.facts(&path, "").kind != PageKind::Article {
            if path.ends_with('/') {
                path.pop();
            }
            path.push_str(route);
        }
        let Facts { kind, section, article, locale } = help_center.facts(&path, "");
        let [section, article, locale] = [section, article, locale].map(|it| it.map(String::from));
        Found {
            kind: kind.word(),
            section,
            article,
            locale,
            signs: self.signs.map(<[String]>::to_vec),
            by_definition: *document.field("helpCenter") != Value::Absent,
            is: kind,
            address: self.address.into(),
            path,
        }
    }

    /// Whether it has an element; nothing where that cannot be told.
    pub(super) fn has(&self, selector: &str) -> Option<(Truth, Observed)> {
        let is = (self.count)(selector)? > 0;
        Some((Truth::from(is), Observed::text(if is { "true" } else { "false" })))
    }
}

impl Found {
    pub(super) fn facts(&self) -> Facts<'_> {
        let Self { section, article, locale, is, .. } = self;
        Facts { kind: *is, section: section.as_deref(), article: article.as_deref(), locale: locale.as_deref() }
    }
}
