//! Whether two versions of a survey measure the same, so that their answers may be counted together.
//!
//! What changes the measurement is the questions, their kinds and order, points and direction of a
//! scale, options, branches, and the wording in a language in which somebody has answered. White
//! space, punctuation and the case of letters do not change a wording. Never decides it by a
//! language that nobody has answered in.

use super::Version;
use super::asked::{AskedQuestion, in_language};

/// Whether only words differ. Anything may have been asked before definitions were known.
pub(crate) fn asks_the_same(known: &Version, asked: &[AskedQuestion]) -> bool {
    known.asked.as_ref().is_none_or(|before| shapes(before) == shapes(asked))
}

/// `languages` are those in which somebody has answered the known version.
pub(crate) fn measures_the_same(
    known: &Version,
    asked: &[AskedQuestion],
    default_locale: &str,
    languages: &[String],
) -> bool {
    let Some(before) = &known.asked else { return false };
    let same_words = |language: &String| {
        let words = |questions: &[AskedQuestion], default: &str| -> Vec<String> {
            let texts = questions.iter().flat_map(AskedQuestion::texts);
            texts.map(|text| essence(&in_language(text, language, default))).collect()
        };
        words(before, &known.default_locale) == words(asked, default_locale)
    };
    shapes(before) == shapes(asked) && languages.iter().all(same_words)
}

/// Questions without their words.
fn shapes(questions: &[AskedQuestion]) -> Vec<AskedQuestion> {
    let wordless = |question: &AskedQuestion| {
        let mut shape = question.clone();
        shape.text.take();
        for label in shape.scale.iter_mut().flat_map(|scale| &mut scale.labels) {
            label.take();
        }
        for option in &mut shape.options {
            option.text.take();
        }
        shape
    };
    questions.iter().map(wordless).collect()
}

/// A text without what does not change its meaning. Names in braces stay apart from words.
fn essence(text: &str) -> String {
    let kept = |it: &char| it.is_alphanumeric() || matches!(it, '{' | '}');
    text.chars().filter(kept).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::essence;

    #[test]
    fn case_white_space_and_punctuation_are_no_part_of_a_wording() {
        assert_eq!(essence("Did you find  it?"), essence("did you find it"));
        assert_eq!(essence("Ați găsit?"), essence("ați  Găsit"));
        assert_ne!(essence("Did you find it?"), essence("Did you not find it?"));
        assert_ne!(essence("{organization} helped"), essence("organization helped"));
    }
}
