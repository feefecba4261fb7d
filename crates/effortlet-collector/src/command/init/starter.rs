//! The definition that a team begins with, and what it says. Never writes what the reader refuses.

use clap::ValueEnum;
use effortlet_core::definition;
use effortlet_core::source::Problems;
use serde_json::{Value, json};

pub(super) struct Starter {
    pub(super) organization: String,
    pub(super) pages: String,
    pub(super) template: Template,
    pub(super) language: String,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Template {
    HelpCenter,
    HelpCenterEffort,
    FirstContact,
    Resolution,
    #[value(name = "effort-10")]
    Effort10,
}

impl Template {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Self::value_variants().iter().copied()
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::HelpCenter => "help-center",
            Self::HelpCenterEffort => "help-center-effort",
            Self::FirstContact => "first-contact",
            Self::Resolution => "resolution",
            Self::Effort10 => "effort-10",
        }
    }

    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::HelpCenter => "found it? how easy was it, from 1 to 7? what could be better?",
            Self::HelpCenterEffort => "the same, \"made it easy for me\"",
            Self::FirstContact => "how easy was it to contact support?",
            Self::Resolution => "how easy was it to solve the problem?",
            Self::Effort10 => "one rating from 1 to 10",
        }
    }

    /// What the page has to tell before this is asked; nothing where reading is enough.
    fn event(self) -> Option<&'static str> {
        match self {
            Self::HelpCenter | Self::HelpCenterEffort | Self::Effort10 => None,
            Self::FirstContact => Some("supportContacted"),
            Self::Resolution => Some("supportResolved"),
        }
    }
}

/// An answer by itself, as the reader of definitions takes it; or what it expected.
pub(super) fn organization(given: &str) -> Result<String, String> {
    alone(Starter { organization: given.to_owned(), ..Starter::usual() }).map(|()| given.to_owned())
}

pub(super) fn language(given: &str) -> Result<String, String> {
    alone(Starter { language: given.to_owned(), ..Starter::usual() }).map(|()| given.to_owned())
}

pub(super) fn template(given: &str) -> Result<String, String> {
    let names: Vec<&str> = Template::all().map(Template::name).collect();
    if names.contains(&given) { Ok(given.to_owned()) } else { Err(format!("{given}: expected {}", names.join(", "))) }
}

fn alone(starter: Starter) -> Result<(), String> {
    let problems = starter.problems()?;
    problems.first().map_or(Ok(()), |problem| Err(problem.to_string()))
}

impl Starter {
    fn usual() -> Self {
        let (organization, pages, language) = ("Acme".to_owned(), "/help/**".to_owned(), "en".to_owned());
        Self { organization, pages, template: Template::HelpCenter, language }
    }

    fn problems(&self) -> Result<Problems, String> {
        let text = serde_json::to_string(&self.document()).map_err(|error| error.to_string())?;
        Ok(definition::check_json(&text).1)
    }

    /// As JSON text, or what is wrong with an answer.
    pub(super) fn definition(&self) -> Result<String, String> {
        let text = serde_json::to_string_pretty(&self.document()).map_err(|error| error.to_string())?;
        let (_, problems) = definition::check_json(&text);
        if problems.is_empty() {
            return Ok(text + "\n");
        }
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Err(format!("{}\neffortlet: nothing is written", lines.join("\n")))
    }

    fn document(&self) -> Value {
        let triggers = match self.template.event() {
            Some(name) => json!({ "event": { "name": name } }),
            None => json!({ "any": [
                { "exitIntent": {} },
                { "scroll": { "percent": 75 } },
                { "helpCenter": { "articles": 3 } },
            ] }),
        };
        json!({
            "version": 1,
            "organization": self.organization,
            "defaultLocale": self.language,
            "surveys": [{
                "id": self.template.name(),
                "template": self.template.name(),
                "triggers": triggers,
                "audience": { "page": { "path": self.pages } },
                "frequency": { "preset": "polite" },
            }],
        })
    }

    /// A line for each part.
    pub(super) fn comments(&self) -> String {
        let triggers = match self.template.event() {
            Some(name) => format!("asked when your page calls effortlet(\"track\", \"{name}\")"),
            None => "asked once: before leaving, after 75 % of a page, or with the third article".to_owned(),
        };
        let rows = [
            ("organization", "stands for {organization} in the questions".to_owned()),
            ("defaultLocale", "for visitors whose own language is not among the twelve that it speaks".to_owned()),
            ("surveys[0].id", "the name of the survey in reports; keep it".to_owned()),
            ("surveys[0].template", self.template.meaning().to_owned()),
            ("surveys[0].triggers", triggers),
            ("surveys[0].audience", "on these pages only".to_owned()),
            ("surveys[0].frequency", "one nudge a session at most, and months of quiet after an answer".to_owned()),
        ];
        let lines = rows.map(|(place, says)| format!("  {place:<22}{says}\n"));
        format!("What it says (JSON has no comments):\n{}", lines.concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starter(template: Template, language: &str) -> Starter {
        let (organization, pages) = ("Acme \"Bikes\"".to_owned(), "/help/**".to_owned());
        Starter { organization, pages, template, language: language.to_owned() }
    }

    #[test]
    fn what_is_written_has_no_mistakes_and_is_explained() {
        for template in Template::all() {
            let it = starter(template, "ro");
            let text = it.definition().unwrap();
            let (surveys, problems) = definition::check_json(&text);
            assert_eq!((surveys, problems), (vec![template.name().to_owned()], vec![]));
            for key in ["organization", "defaultLocale", "template", "triggers", "audience", "frequency"] {
                assert!(it.comments().contains(key) && text.contains(key), "{key}");
            }
        }
    }

    #[test]
    fn each_answer_is_looked_at_by_itself() {
        for (read, good, bad, expected) in [
            (language as fn(&str) -> _, "ro", "not a language", "defaultLocale: expected "),
            (template, "resolution", "nps", "nps: expected help-center, "),
        ] {
            assert_eq!(read(good).as_deref(), Ok(good));
            let refused: String = read(bad).unwrap_err();
            assert!(refused.starts_with(expected), "{refused}");
        }
    }

    #[test]
    fn an_answer_that_the_reader_refuses_is_not_written() {
        let refused = starter(Template::HelpCenter, "not a language").definition().unwrap_err();
        assert!(refused.starts_with("defaultLocale: expected "), "{refused}");
    }
}
