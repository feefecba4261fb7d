//! A definition as it was read from its file or published from the builder, known to be without mistakes.

use crate::cached::Forms;
use crate::catalog::DEFAULT_SITE;
use effortlet_core::source::Problem;
use effortlet_core::{definition, lint};
use sha2::{Digest, Sha256};
use std::fmt;
use std::path::Path;

#[derive(Debug)]
pub(crate) struct Draft {
    /// Whose answers it asks for.
    pub(crate) site: String,
    /// As it was written.
    pub(crate) text: String,
    pub(crate) hash: String,
    pub(super) forms: Forms,
    /// The file that it is or took the place of, by its hash; empty where there is none.
    pub(crate) file: String,
    /// Of a publication from the builder.
    pub(crate) number: Option<i64>,
    /// Wording that says the opposite of its scale's direction. It is published nevertheless.
    pub(crate) warnings: Vec<Problem>,
}

/// Why a file is not published.
#[derive(Debug)]
pub(crate) enum Unfit {
    Unreadable(std::io::Error),
    /// Never empty.
    Mistaken(Vec<Problem>),
}

impl Unfit {
    /// A line for each thing that is wrong.
    pub(crate) fn lines(&self) -> Vec<String> {
        match self {
            Self::Unreadable(error) => vec![format!("expected a file to read ({error})")],
            Self::Mistaken(problems) => problems.iter().map(ToString::to_string).collect(),
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.lines().join("; "))
    }
}

impl Draft {
    pub(crate) fn read(file: &Path) -> Result<Self, Unfit> {
        let draft = Self::of(std::fs::read_to_string(file).map_err(Unfit::Unreadable)?)?;
        Ok(Self { file: draft.hash.clone(), ..draft })
    }

    /// As it is served from now on, in the place of the file `over`.
    pub(crate) fn published(self, number: i64, over: String) -> Self {
        Self { file: over, number: Some(number), ..self }
    }

    /// A visitor's widget leaves a survey with a mistake out and runs the others; here a team is at work,
    /// which wants to know.
    pub(crate) fn of(text: String) -> Result<Self, Unfit> {
        let (_, problems) = definition::check_json(&text);
        if !problems.is_empty() {
            return Err(Unfit::Mistaken(problems));
        }
        let site = site(&text);
        let warnings = lint::lint_json(&text);
        let digest = Sha256::digest(text.as_bytes());
        let hash = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let forms = Forms { plain: text.clone().into(), ..Forms::default() };
        Ok(Self { site, text, hash, forms, file: String::new(), number: None, warnings })
    }
}

/// The site that a definition names, or the collector's own.
fn site(text: &str) -> String {
    let document: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap_or_default();
    document.get("site").and_then(serde_json::Value::as_str).unwrap_or(DEFAULT_SITE).to_owned()
}
