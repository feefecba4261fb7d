//! The words of a definition that the ordinary edition knows, for `loader/edition.js`, which chooses an
//! edition by them.
//!
//! Written anew by each build. Never kept by hand: what is known stands in the rules' own tables.

use std::fs;
use std::path::Path;

use anyhow::Result;

/// Writes `{ "words": …, "names": […] }`. `words` says by each key what may stand there: `true` for
/// anything, a number for a list of so many at most, `null` for the same as around it, else what words
/// may, as keys again. Words under the empty key have to be there. `names` are what texts name in
/// braces, by their beginnings, and only the other edition knows.
pub(crate) fn write(to: &Path) -> Result<()> {
    Ok(fs::write(to, WORDS)?)
}

const WORDS: &str = r#"{
"words": {
  "$schema": true, "version": true, "organization": true, "endpoint": true, "defaultLocale": true, "sections": true,
  "helpCenter": { "home": true, "category": true, "section": true, "article": true, "search": true, "contact": true },
  "surveys": {
    "id": true, "version": true, "template": true, "thanks": true, "frequency": true,
    "questions": {
      "id": true, "text": true, "optional": true, "limit": true,
      "kind": { "yesNo": true, "effort": true, "text": true },
      "scale": { "points": true, "labels": 2, "easyIs": true },
      "branch": { "to": true, "when": { "is": true, "atLeast": true, "atMost": true, "band": true, "skipped": true } }
    },
    "triggers": {
      "all": null, "any": null, "not": null,
      "exitIntent": { "edge": true },
      "scroll": { "percent": true, "short": true, "dwell": true, "container": true },
      "click": { "selector": true, "delay": true, "": ["selector"] },
      "helpCenter": { "visited": true, "articles": true, "delay": true },
      "event": { "name": true, "delay": true }
    },
    "audience": { "all": null, "any": null, "not": null, "page": { "path": true }, "sample": true }
  }
},
"names": ["answer.", "article."]
}"#;
