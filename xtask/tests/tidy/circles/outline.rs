//! What one file says: which modules it declares, what it takes in, and which paths it names.
//!
//! Reads names and marks alone; types, traits and methods are none of its business.

use super::tokens::{Token, tokens};
use super::use_tree::{Leaf, leaves};

/// Names of modules from the outside in; the crate's root is the empty one.
pub(crate) type Path = Vec<String>;

pub(crate) struct Outline {
    /// The file's own module.
    pub(crate) module: Path,
    pub(crate) declared: Vec<Declared>,
    pub(crate) uses: Vec<Use>,
    pub(crate) mentions: Vec<Mention>,
}

/// `mod name;`, or where it is inline `mod name { … }`.
pub(crate) struct Declared {
    pub(crate) module: Path,
    pub(crate) is_inline: bool,
}

/// One name of a `use`, and the module that it stands in.
pub(crate) struct Use {
    pub(crate) scope: Path,
    pub(crate) leaf: Leaf,
    /// By `pub use`, for others.
    pub(crate) is_handed_on: bool,
}

/// A path in code outside of every `use`, and the module that it stands in.
pub(crate) struct Mention {
    pub(crate) scope: Path,
    pub(crate) path: Path,
    pub(crate) line: usize,
}

pub(crate) fn outline(module: &[String], code: &str) -> Outline {
    let module = module.to_vec();
    let mut it = Outline { module: module.clone(), declared: Vec::new(), uses: Vec::new(), mentions: Vec::new() };
    let tokens = tokens(code);
    let mut rest = tokens.as_slice();
    let mut before = "";
    let mut depth = 0_usize;
    // The modules around, each with the depth of braces inside it.
    let mut around = vec![(0_usize, module)];
    while let [first, after @ ..] = rest {
        let scope = around.last().map(|(_, module)| module.clone()).unwrap_or_default();
        let mut taken = 1;
        match (first.text, after) {
            ("{", _) => depth += 1,
            ("}", _) => {
                depth = depth.saturating_sub(1);
                around.retain(|(inside, _)| *inside <= depth);
            }
            ("mod", [name, mark, ..]) if name.is_name() => {
                let module = [scope, vec![name.text.to_owned()]].concat();
                let is_inline = mark.text == "{";
                if is_inline {
                    around.push((depth + 1, module.clone()));
                }
                it.declared.push(Declared { module, is_inline });
                taken = 2;
            }
            // `impl Trait + use<>` imports nothing.
            ("use", [next, ..]) if next.text != "<" => {
                let end = after.iter().position(|token| token.text == ";").unwrap_or(after.len());
                let is_handed_on = before == "pub" || before == ")";
                let leaves = leaves(after.get(..end).unwrap_or_default());
                it.uses.extend(leaves.into_iter().map(|leaf| Use { scope: scope.clone(), leaf, is_handed_on }));
                taken = end + 1;
            }
            _ if first.is_name() && before != "." && before != "fn" => {
                let path = path(rest);
                taken = path.len() * 2 - 1;
                let is_called = rest.get(taken).is_some_and(|token| token.text == "(");
                let is_type = path.last().is_some_and(|name| name.starts_with(char::is_uppercase));
                // Any other single name may as well be a variable's or a field's.
                if path.len() > 1 || is_type || is_called {
                    it.mentions.push(Mention { scope, path, line: first.line });
                }
            }
            _ => {}
        }
        before = rest.get(taken - 1).map_or("", |token| token.text);
        rest = rest.get(taken..).unwrap_or_default();
    }
    it
}

/// The names with `::` between them that stand first.
fn path(tokens: &[Token<'_>]) -> Path {
    let mut names = Vec::new();
    for pair in tokens.chunks(2) {
        let [name, mark @ ..] = pair else { break };
        if !name.is_name() {
            break;
        }
        names.push(name.text.to_owned());
        if mark.first().is_none_or(|mark| mark.text != "::") {
            break;
        }
    }
    names
}
