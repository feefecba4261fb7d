//! The rules of the collector.

use crate::code::Language::{Rust, Sql};
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

const STORE: &[&str] = &["/crates/effortlet-collector/src/store.rs", "/crates/effortlet-collector/src/store/**"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: &["/crates/effortlet-columns/src/**/*.rs"],
        except: &[],
        part: Code,
        never: Never::Words(&["sqlx", "axum", "tokio", "SystemTime", "Instant", "std::fs"]),
        because: "columns are counted without a database, a clock or HTTP",
        sample: (Rust, &["use std::time::Instant;", "sqlx::query(TEXT)"]),
    },
    Rule {
        rooms: &["/crates/effortlet-collector/src/**/*.rs"],
        except: STORE,
        part: Code,
        never: Never::Words(&["sqlx"]),
        because: "SQL stays inside the collector's store",
        sample: (Rust, &["sqlx::query(TEXT).execute(pool)"]),
    },
    Rule {
        rooms: STORE,
        except: &[],
        part: Code,
        never: Never::Words(&["axum", "tower_http", "maud", "StatusCode"]),
        because: "the collector's store knows nothing of HTTP",
        sample: (Rust, &["use axum::Json;"]),
    },
    Rule {
        rooms: &[
            "/crates/effortlet-collector/**/*.sql",
            "/crates/effortlet-collector/src/store.rs",
            "/crates/effortlet-collector/src/store/**",
        ],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "WHERE", "JOIN", "ORDER BY", "GROUP BY", "CREATE",
            "ALTER", "DROP", "TABLE", "INDEX", "VALUES", "PRIMARY", "NOT NULL",
        ]),
        because: "SQL is in lower case",
        sample: (Sql, &["SELECT id\nfrom response", "create TABLE response (id text)"]),
    },
];
