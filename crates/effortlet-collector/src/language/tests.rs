//! Whether every language says all that English does, and nothing that nobody shows.

mod unspoken;

use super::Language;
use super::layer::in_language;
use super::messages::source;
use super::text;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

type Texts = BTreeMap<String, BTreeSet<String>>;

/// Every key with the values that its text shows; those that it only chooses by may differ.
fn texts(language: Language) -> Texts {
    let resource = fluent_syntax::parser::parse(source(language)).unwrap_or_else(|(_, wrong)| panic!("{}: {wrong:?}", language.tag()));
    let mut texts = Texts::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut shown = BTreeSet::new();
        collect(&message.value.expect("a text"), &mut shown);
        assert!(texts.insert(message.id.name.to_owned(), shown).is_none(), "{}: {} stands there twice", language.tag(), message.id.name);
    }
    texts
}

/// What a text shows in any of its forms.
fn collect(pattern: &Pattern<&str>, shown: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(it) => shown.extend(named(it)),
            Expression::Select { variants, .. } => variants.iter().for_each(|it| collect(&it.value, shown)),
        }
    }
}

fn named(it: &InlineExpression<&str>) -> Vec<String> {
    match it {
        InlineExpression::VariableReference { id } => vec![id.name.to_owned()],
        InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().flat_map(named).collect(),
        other => panic!("not made for {other:?}"),
    }
}

/// How many are meant is plain without its number where there is one, as in "a second".
fn is_plain_without(key: &str, value: &str) -> bool {
    matches!((key, value), ("home-no-comparison" | "home-no-change" | "home-than" | "filters-last", "days"))
}

#[test]
fn every_language_says_all_that_english_does_with_the_same_values() {
    let english = texts(Language::English);
    for language in [Language::Romanian, Language::Russian] {
        let own = texts(language);
        let keys = |it: &Texts| it.keys().cloned().collect::<BTreeSet<_>>();
        let (missing, more) = (&keys(&english) - &keys(&own), &keys(&own) - &keys(&english));
        assert!(missing.is_empty() && more.is_empty(), "{}: without {missing:?}, and more than English {more:?}", language.tag());
        for (key, shown) in &english {
            let differs: Vec<_> = own[key].symmetric_difference(shown).filter(|it| !is_plain_without(key, it)).collect();
            assert!(differs.is_empty(), "{}: {key} shows other values than in English: {differs:?}", language.tag());
        }
    }
}

fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language")
}

/// All code that has texts.
fn code() -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.starts_with(own()) {
                all.extend(Some(fs::read_to_string(&path).unwrap()).filter(|it| it.contains("use crate::language::")));
            }
        }
    }
    let mut all = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

#[test]
fn every_text_is_shown_somewhere_and_none_is_shown_that_is_not_there() {
    let (english, code) = (texts(Language::English), code());
    let unused: Vec<_> = english.keys().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "nothing shows {unused:?}");
    let is_called = |at: usize| code[..at].ends_with([' ', '(', '&', '=', '|', '\n']);
    let called = code.match_indices("text(\"").filter(|(at, _)| is_called(*at)).map(|(at, name)| &code[at + name.len()..]);
    let keys = called.filter_map(|rest| rest.split('"').next());
    let unknown: BTreeSet<_> = keys.filter(|key| !english.contains_key(*key)).collect();
    assert!(unknown.is_empty(), "no language has {unknown:?}");
}

#[test]
fn numbers_choose_the_forms_of_each_language() {
    for (language, number, expected) in [
        (Language::English, 1, "1 answer so far."),
        (Language::English, 1_204, "1,204 answers so far."),
        (Language::Romanian, 1, "1 răspuns până acum."),
        (Language::Romanian, 2, "2 răspunsuri până acum."),
        (Language::Romanian, 20, "20 de răspunsuri până acum."),
        (Language::Romanian, 1_204, "1.204 răspunsuri până acum."),
        (Language::Romanian, 101, "101 răspunsuri până acum."),
        (Language::Romanian, 120, "120 de răspunsuri până acum."),
        (Language::Russian, 1, "Пока 1 ответ."),
        (Language::Russian, 3, "Пока 3 ответа."),
        (Language::Russian, 11, "Пока 11 ответов."),
        (Language::Russian, 1_221, "Пока 1\u{a0}221 ответ."),
    ] {
        assert_eq!(in_language(language, || text("doubt-answers").number("n", number).to_string()), expected);
    }
}

#[test]
fn what_people_wrote_takes_its_place_as_it_is_and_is_escaped_once() {
    let name = "<b> & { $n } \u{e000}";
    let it = text("figures-of").with("name", name);
    assert_eq!(it.to_string(), format!("Figures of {name}"));
    assert_eq!(maud::Render::render(&it).into_string(), "Figures of &lt;b&gt; &amp; { $n } \u{e000}");
    let link = text("said-none-fits").markup("all", maud::html! { a href="./" { "&" } });
    assert_eq!(maud::Render::render(&link).into_string(), "No comment fits. <a href=\"./\">&amp;</a>");
}

#[test]
fn places_are_said_as_each_language_says_them() {
    let of = |language| in_language(language, || text("lost-between").number("from", 2).number("to", 13).to_string());
    assert_eq!(Language::ALL.map(of), ["between 2nd and 13th", "între locul 2 și locul 13", "между 2-м и 13-м местом"]);
}
