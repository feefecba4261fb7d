//! The rules of every file.

use crate::code::Language::{Other, Rust};
use crate::code::Part::Everything;
use crate::rules::{Never, Rule};

const TIDY: &[&str] = &["/xtask/tests/tidy/**"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: &["/**"],
        except: TIDY,
        part: Everything,
        never: Never::Words(&["../shared", "/work/main", "/work/shared", "/root/", "DESIGN.md", "STYLE.md"]),
        because: "the repository stands alone, wherever it is cloned",
        sample: (Other, &["see ../shared/DESIGN.md", "cd /work/main"]),
    },
    Rule {
        rooms: &["/**/*.rs", "/**/*.js", "/**/*.mjs", "/**/*.ts", "/**/*.css", "/**/*.sql", "/**/*.md", "/**/*.toml"],
        except: TIDY,
        part: Everything,
        never: Never::Words(&["TODO", "FIXME", "XXX", "HACK"]),
        because: "what is not done is an issue, not a mark in a file",
        sample: (Rust, &["// TODO: the other half"]),
    },
];
