//! `effortlet init`: a first definition, by four questions or by flags.
//!
//! JSON has no comments, so what each part says is printed beside it. Never writes over a file unless told to.

mod pages;
mod starter;

use super::lines;
use starter::{Starter, Template};
use std::fs::OpenOptions;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "init")]
pub(super) struct Options {
    /// The file to write
    #[arg(default_value = "effortlet.json")]
    file: PathBuf,
    /// What your texts call you
    #[arg(long)]
    organization: Option<String>,
    /// The paths of the help pages, such as /help/**, or the address of the help center
    #[arg(long)]
    pages: Option<String>,
    /// What is asked, which also says when
    #[arg(long, value_enum)]
    template: Option<Template>,
    /// The language that stands in where the visitor's own is not spoken
    #[arg(long)]
    language: Option<String>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

pub(super) fn init(options: Options) -> Result<ExitCode, String> {
    if !options.force && options.file.exists() {
        return Err(there(&options.file));
    }
    let mut ask = Questions::new();
    let starter = Starter {
        organization: ask.text(
            options.organization,
            ("What are you called, for texts such as \"Acme helped me\"?", None, "--organization"),
            starter::organization,
        )?,
        pages: ask.text(
            options.pages,
            ("Where are your help pages? Their path, where ** stands for all that may follow", Some("/help/**"), "--pages"),
            pages::read,
        )?,
        template: match options.template {
            Some(given) => given,
            None => ask.one_of("What is asked?", "--template")?,
        },
        language: ask.text(
            options.language,
            ("Which language stands in where the visitor's own is not spoken?", Some("en"), "--language"),
            starter::language,
        )?,
    };
    let text = starter.definition()?;
    write(&options.file, &text, options.force)?;
    lines::print(format_args!("{} is written:\n\n{text}\n{}", options.file.display(), starter.comments()));
    lines::print(format_args!(
        "Then: {} serve --definition {}, and into each page:\n  <script src=\"http://127.0.0.1:8787/effortlet.js\" async></script>",
        called(),
        options.file.display(),
    ));
    Ok(ExitCode::SUCCESS)
}

/// As whoever has typed it can do so again: npx, which puts it on nobody's path, says so to what it runs.
fn called() -> &'static str {
    match std::env::var("npm_lifecycle_event").as_deref() {
        Ok("npx") => "npx effortlet",
        _ => "effortlet",
    }
}

/// A file that came to be in the meantime is not written over either.
fn write(file: &Path, text: &str, force: bool) -> Result<(), String> {
    let mut how = OpenOptions::new();
    how.write(true);
    if force { how.create(true).truncate(true) } else { how.create_new(true) };
    let written = how.open(file).and_then(|mut open| open.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there(file),
        _ => format!("{}: expected to be written ({error})", file.display()),
    })
}

fn there(file: &Path) -> String {
    format!("{} is there already, --force writes over it", file.display())
}

/// Asks a person, where one is there; else what was left out has its usual value.
struct Questions {
    is_somebody_there: bool,
}

impl Questions {
    fn new() -> Self {
        Self { is_somebody_there: io::stdin().is_terminal() }
    }

    /// What was given by a flag, or is answered, as `read` takes it. Somebody who is there is asked again at once.
    fn text(&mut self, given: Option<String>, asked: Asked<'_>, read: Read) -> Result<String, String> {
        let (question, usual, flag) = asked;
        if let Some(given) = given {
            return read(&given).map_err(|expected| format!("{flag}: {expected}"));
        }
        loop {
            let given = if self.is_somebody_there { answer(question, usual)? } else { String::new() };
            let given = match usual {
                Some(usual) if given.is_empty() => usual,
                None if given.is_empty() && !self.is_somebody_there => {
                    return Err(format!("{flag}: expected a text, where nobody can be asked"));
                }
                None if given.is_empty() => continue,
                _ => &given,
            };
            match read(given) {
                Ok(read) => return Ok(read),
                Err(expected) if self.is_somebody_there => lines::print(format_args!("{expected}")),
                Err(expected) => return Err(format!("{flag}: {expected}")),
            }
        }
    }

    fn one_of(&mut self, question: &str, flag: &str) -> Result<Template, String> {
        let names: Vec<String> = Template::all().map(|it| format!("  {:<20}{}", it.name(), it.meaning())).collect();
        let question = format!("{}\n{question}", names.join("\n"));
        let name = self.text(None, (&question, Some(Template::HelpCenter.name()), flag), starter::template)?;
        Template::all().find(|it| it.name() == name).ok_or(name)
    }
}

/// A question, what is taken where nothing is said, and the flag that says it.
type Asked<'a> = (&'a str, Option<&'a str>, &'a str);

/// What an answer comes to, or what was expected.
type Read = fn(&str) -> Result<String, String>;

/// A line that was typed; the end of what is typed is the end of the command.
fn answer(question: &str, usual: Option<&str>) -> Result<String, String> {
    let usual = usual.map(|it| format!(" [{it}]")).unwrap_or_default();
    let unasked = |error: io::Error| format!("nobody can be asked: {error}");
    let mut out = io::stdout();
    write!(out, "{question}{usual} ").and_then(|()| out.flush()).map_err(unasked)?;
    let mut line = String::new();
    match io::stdin().lock().read_line(&mut line).map_err(unasked)? {
        0 => Err("stopped, nothing is written".to_owned()),
        _ => Ok(line.trim().to_owned()),
    }
}
