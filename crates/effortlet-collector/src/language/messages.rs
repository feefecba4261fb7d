//! The texts of every language, read from `locale/`. English is the source: what another one lacks is said in it.

use super::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

type Bundle = FluentBundle<FluentResource>;

pub(super) struct Messages {
    bundles: [Bundle; 3],
}

impl Messages {
    pub(super) fn read() -> Self {
        Self { bundles: Language::ALL.map(bundle) }
    }

    /// Of one language and English alone would do; the key where neither has it.
    pub(super) fn write(&self, language: Language, key: &str, values: &FluentArgs) -> String {
        let own = self.bundles.iter().zip(Language::ALL).filter(|(_, it)| *it == language);
        let all = own.chain(self.bundles.iter().zip([Language::English]));
        for (bundle, _) in all {
            if let Some(pattern) = bundle.get_message(key).and_then(|it| it.value()) {
                let mut mistakes = Vec::new();
                return bundle.format_pattern(pattern, Some(values), &mut mistakes).into_owned();
            }
        }
        key.to_owned()
    }
}

pub(super) fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../locale/en.ftl"),
        Language::Romanian => include_str!("../../locale/ro.ftl"),
        Language::Russian => include_str!("../../locale/ru.ftl"),
    }
}

fn bundle(language: Language) -> Bundle {
    let locales = language.tag().parse().into_iter().collect();
    let mut bundle = Bundle::new_concurrent(locales);
    // Names that run in another direction are kept apart by `dir` and `bdi`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| number(Language::English, value),
        Language::Romanian => |value, _| number(Language::Romanian, value),
        Language::Russian => |value, _| number(Language::Russian, value),
    }));
    // What is wrong with a file is found by a test; all else in it counts.
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source(language).to_owned());
    bundle.add_resource_overriding(resource);
    let ordinals = bundle.add_function("ORDINAL", |values, _| ordinal(values));
    if let Err(error) = ordinals.and_then(|()| bundle.add_function("FORM", |values, _| romanian_form(values))) {
        tracing::error!(%error, "the texts of the report lack a function");
    }
    bundle
}

fn number(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(it) => Some(language.count(whole(it.value))),
        _ => None,
    }
}

fn whole(value: f64) -> u64 {
    value.max(0.0) as u64
}

/// `3rd`, for English alone.
fn ordinal<'a>(values: &[FluentValue<'a>]) -> FluentValue<'a> {
    match values {
        [FluentValue::Number(it)] => english_ordinal(whole(it.value)).into(),
        _ => FluentValue::Error,
    }
}

/// For Romanian alone, of whose rule intl_pluralrules 7.0.2 knows the numbers below 100 only: 104 is as 4 is, not as 20.
fn romanian_form<'a>(values: &[FluentValue<'a>]) -> FluentValue<'a> {
    let [FluentValue::Number(it)] = values else { return FluentValue::Error };
    match whole(it.value) {
        1 => "one".into(),
        0 => "few".into(),
        number if (1..=19).contains(&(number % 100)) => "few".into(),
        _ => "other".into(),
    }
}

/// `1st`, `12th`, `22nd`.
pub(crate) fn english_ordinal(place: u64) -> String {
    let ending = match (place % 100, place % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}
