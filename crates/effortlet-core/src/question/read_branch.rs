//! Reads where an answer leads. What it may ask of the answer is for the kind of question.

use super::{Branch, Question, When};
use crate::source::{Node, Problems};

/// Reads one branch of a question; `ids` are those of all questions, `index` is its position.
pub(super) fn read_branch(
    node: Node<'_>,
    question: &Question<'_>,
    earlier: &[Question<'_>],
    index: usize,
    ids: &[&str],
    problems: &mut Problems,
) -> Branch {
    let mut branch = Branch { of: None, when: When::Always, to: index };
    if node.only(&["when", "to"], problems) {
        if let Some(when) = node.given("when") {
            let mut about = Some(question);
            if let Some(given) = when.given("answer") {
                let id = given.value.text_or_empty();
                branch.of = ids.iter().take(index).position(|it| it == id);
                given.check(branch.of.is_some(), "the id of an earlier question", problems);
                about = earlier.iter().find(|question| question.id == id);
            }
            if let Some(about) = about {
                branch.when = read_when(when, about, problems);
            }
        }
        let to = node.field("to");
        branch.to = to.position(ids);
        let later = branch.to > index && branch.to < ids.len();
        let ends = to.value.text_or_empty() == "end";
        to.check(later || ends, "the id of a later question, or \"end\"", problems);
    }
    branch
}

fn read_when(node: Node<'_>, question: &Question<'_>, problems: &mut Problems) -> When {
    let Some(skipped) = node.given("skipped") else {
        return When::Given { kind: question.kind.word, marks: question.asks.read_condition(node, problems) };
    };
    if node.only(&["skipped", "answer"], problems) {
        skipped.check(skipped.value.flag() == Some(true), "true", problems);
    }
    When::Skipped
}
