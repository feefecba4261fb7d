//! Every screen that a survey can come to, as text, held to the files of `tests/screens`.
//!
//! A file `NAME.json` is a definition; beside it stands what it shows in `NAME.LANGUAGE.txt`, for each
//! of the languages that have such a file. `BLESS=1 cargo test` writes them; read the difference
//! before you commit it.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use effortlet_core::answer::Act;
use effortlet_core::definition::{self, Definition};
use effortlet_core::edition::FULL;
use effortlet_core::interview::{Interview, Progress};
use effortlet_core::response::Value;
use effortlet_core::screen::{Body, Screen, Standing};
use effortlet_core::survey::{Look, Position, Survey};
use effortlet_core::time::Timestamp;
use effortlet_core::{source, template};
use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[test]
fn every_screen_is_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/screens");
    let mut compared = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let [name, language, "txt"] = name.split('.').collect::<Vec<_>>()[..] else { continue };
        let value = source::parse_json(&fs::read_to_string(folder.join(format!("{name}.json"))).unwrap()).unwrap();
        let (definition, problems) = definition::read(&value, &template::ALL, &FULL, source::is_selector);
        assert_eq!(problems, [], "{name}");
        let found = all(&definition, language);
        compared += 1;
        if found == fs::read_to_string(&path).unwrap() {
            continue;
        }
        if env::var_os("BLESS").is_some() {
            fs::write(&path, &found).unwrap();
        } else {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(compared >= 17, "only {compared} files in {}", folder.display());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn all(definition: &Definition<'_>, language: &str) -> String {
    let mut text = definition.theme.map(|theme| format!("{theme:#?}\n\n")).unwrap_or_default();
    for survey in &definition.surveys {
        let language = survey.language(language, definition.default_locale);
        let first = Interview::begin(survey, "click", "r".into(), language.clone(), "/help/a".into(), Timestamp(0));
        text += &format!("# {} in {language}\n", survey.id);
        let mut found = Vec::new();
        walk(&first, definition, &mut found);
        for (shown, ways) in found {
            text += &shown;
            for (next, acts) in ways {
                text += &format!("    {} -> {}\n", acts.join(", "), next.lines().next().unwrap());
            }
        }
        text += "\n";
    }
    text
}

/// Each screen in the order in which they are come to, with what leads on from it.
type Found = Vec<(String, BTreeMap<String, Vec<String>>)>;

fn walk(interview: &Interview<'_>, definition: &Definition<'_>, found: &mut Found) {
    let shown = |interview: &Interview<'_>| written(&interview.screen(definition), interview.survey);
    let mut ways: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut nexts = Vec::new();
    for (name, act) in acts(&interview.screen(definition)) {
        let mut next = interview.clone();
        assert!(matches!(next.act(Timestamp(1), act), Progress::Given(_)), "{}: {name}", interview.survey.id);
        // An option is named by its id, which is on the wire alone.
        let chosen = interview.current.and_then(|index| next.answered(index).into_iter().next());
        let name = match chosen.map(|answered| answered.value) {
            Some(Value::Text(id)) if name.is_empty() => id.into(),
            _ => name,
        };
        ways.entry(shown(&next)).or_default().push(name);
        nexts.push(next);
    }
    // The same screen may lead elsewhere after other answers.
    let it = (shown(interview), ways);
    if !found.contains(&it) {
        found.push(it);
        nexts.iter().for_each(|next| walk(next, definition, found));
    }
}

/// Each answer that could lead somewhere else.
fn acts(screen: &Screen<'_>) -> Vec<(String, Act)> {
    let mut acts: Vec<(String, Act)> = match &screen.body {
        Body::YesNo { .. } => vec![("yes".into(), Act::Choose(true, "Yes".into())), ("no".into(), Act::Choose(false, "No".into()))],
        Body::Scale { points, .. } => (1..=*points).map(|it| (it.to_string(), Act::Rate(it))).collect(),
        Body::Text { .. } => vec![("words".into(), Act::Write("words".into()))],
        Body::Choice { labels, .. } => {
            (0..labels.len()).map(|index| (String::new(), Act::Pick(1 << index, "of my own".into()))).collect()
        }
        Body::Message => vec![("next".into(), Act::Next)],
        Body::Thanks => vec![],
    };
    if screen.optional {
        acts.push(("skip".into(), Act::Skip));
    }
    acts
}

/// The first line names it; the others say what else stands on it.
fn written(screen: &Screen<'_>, survey: &Survey<'_>) -> String {
    let name = if screen.question.is_empty() { "end" } else { screen.question };
    let title = if screen.title.is_empty() { "the language's own thank-you" } else { &screen.title };
    let mut text = format!("{name}: {title}\n");
    let mut say = |what: &str| text += &format!("  {what}\n");
    match &screen.body {
        Body::Scale { points, low, high, look, upward, left_to_right, labels, .. } => {
            let way = if *upward { "up" } else { "down" };
            let order = if *left_to_right { ", from left to right" } else { "" };
            say(&format!("{points} {}, easier {way}{order}", Look::WORDS[*look as usize]));
            if !low.is_empty() {
                say(&format!("from {low} to {high}"));
            }
            labels.iter().for_each(|label| say(&format!("- {label}")));
        }
        Body::Text { limit, .. } => say(&format!("text of at most {limit}")),
        Body::Choice { labels, many, other, .. } => {
            say(if *many { "some of" } else { "one of" });
            for (index, label) in labels.iter().enumerate() {
                let own = *other && index + 1 == labels.len();
                say(&format!("{} {label}{}", if own { "+" } else { "-" }, if own { ", in words" } else { "" }));
            }
        }
        Body::YesNo { .. } => say("yesNo"),
        Body::Message => say("message"),
        Body::Thanks => {}
    }
    if screen.optional {
        say("may be skipped");
    }
    if screen.back {
        say("leads back");
    }
    let Standing { position, text: word } = &screen.layout;
    if *position != Position::BottomEnd {
        say(format!("stands at {position:?} {word}").trim_end());
    }
    assert!(!is_given(&screen.body), "{}: nothing was given yet", survey.id);
    text
}

fn is_given(body: &Body) -> bool {
    match body {
        Body::YesNo { chosen } => chosen.is_some(),
        Body::Scale { chosen, .. } => chosen.is_some(),
        Body::Text { text, .. } => !text.is_empty(),
        Body::Choice { chosen, .. } => *chosen > 0,
        Body::Thanks | Body::Message => false,
    }
}
