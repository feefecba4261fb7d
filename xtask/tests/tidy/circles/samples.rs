//! What must be caught as a circle, and what must not: small crates, each file in a line.

use super::circle;
use crate::repo::File;

type Sample = (&'static str, &'static [(&'static str, &'static str)]);

const CIRCLES: &[Sample] = &[
    ("two files", &[
        ("lib", "mod a; mod b;"),
        ("a", "use crate::b::B; pub struct A(B);"),
        ("b", "use crate::a::A; pub fn b(a: A) {}"),
    ]),
    ("three files, in every form of an import", &[
        ("lib", "mod a; mod b; mod c;"),
        ("a", "use super::{c::{self as d, C}}; pub struct A;"),
        ("b", "pub struct B(crate::a::A);"),
        ("c", "use crate::b; pub struct C; pub fn c() -> b::B { todo() }"),
    ]),
    ("a parent that calls its child, which takes a type of its parent", &[
        ("lib", "mod a;"),
        ("a", "mod b; pub struct A; pub fn a() { b::b(A) }"),
        ("a/b", "use super::A; pub fn b(a: A) {}"),
    ]),
    ("a parent that hands on what it uses itself", &[
        ("lib", "mod a;"),
        ("a", "mod b; pub use b::B; pub struct A; pub fn a(b: &B) {}"),
        ("a/b", "pub struct B(super::A);"),
    ]),
    ("a parent that takes in a child's name for itself", &[
        ("lib", "mod a;"),
        ("a", "mod b; use b::b; pub struct A; pub fn a() { b() }"),
        ("a/b", "pub fn b() -> super::A { super::A }"),
    ]),
    ("siblings, through what their parent hands on", &[
        ("lib", "mod a;"),
        ("a", "mod b; mod c; pub use b::B; pub(crate) use c::C;"),
        ("a/b", "use super::C; pub struct B(C);"),
        ("a/c", "use super::B; pub struct C; pub fn c(b: B) {}"),
    ]),
    ("a child, through the module that hands it on", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod c; pub use c::C;"),
        ("a/c", "use crate::b::B; pub struct C; pub fn c(b: B) {}"),
        ("b", "use crate::a::C; pub struct B(C);"),
    ]),
    ("a child that stands behind the address of its module", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod c; pub use c::c; pub struct A;"),
        ("a/c", "use crate::b::B; pub fn c(b: B) {}"),
        ("b", "use crate::a::A; pub struct B(A);"),
    ]),
    ("a module between braces", &[
        ("lib", "mod a; mod b;"),
        ("a", "pub struct A; pub mod inner { use super::super::b::B; fn inner(b: B) {} }"),
        ("b", "use crate::a::inner; pub struct B; pub fn b() { inner::inner(B) }"),
    ]),
    ("what follows a module between braces", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod inner { fn inner() { if true {} } } use super::b::B; pub struct A(B);"),
        ("b", "use crate::a::A; pub struct B; pub fn b(a: A) {}"),
    ]),
    ("what follows a use of lifetimes", &[
        ("lib", "mod a; mod b;"),
        ("a", "pub fn a() -> impl Iterator + use<> { crate::b::b() }"),
        ("b", "use crate::a::a; pub fn b() { a(); }"),
    ]),
    ("a module in mod.rs", &[
        ("lib", "mod a; mod b;"),
        ("a/mod", "use crate::b::B; pub struct A(B);"),
        ("b", "use crate::a::A; pub fn b(a: A) {}"),
    ]),
];

const NO_CIRCLES: &[Sample] = &[
    ("a child that takes from its parent, which only hands it on", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod c; pub use c::c; pub struct A;"),
        ("a/c", "use super::A; pub fn c(a: A) {}"),
        ("b", "use crate::a::{A, c}; pub fn b() { c(A) }"),
    ]),
    ("a parent that calls its child, which takes what its parent has from elsewhere", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod c; use crate::b::B; pub fn a() { c::c(B) }"),
        ("a/c", "use super::B; pub fn c(b: B) {}"),
        ("b", "pub struct B;"),
    ]),
    ("a parent that calls its child, which takes of its sibling what their parent hands on", &[
        ("lib", "mod a;"),
        ("a", "mod b; mod c; pub use c::C; pub fn a() { b::b() }"),
        ("a/b", "use super::C; pub fn b() -> C { C }"),
        ("a/c", "pub struct C;"),
    ]),
    ("a child whose methods its parent calls", &[
        ("lib", "mod a;"),
        ("a", "mod b; pub struct A; pub fn a(it: A) { it.b() }"),
        ("a/b", "use super::A; impl A { pub fn b(&self) {} }"),
    ]),
    ("a field, a variable and a method with the name of what is handed on", &[
        ("lib", "mod a;"),
        ("a", "mod read; pub use read::read; pub struct A { read: u8 } impl A { fn read(&self) { let read = self.read; read.read() } }"),
        ("a/read", "use super::A; pub fn read(a: A) {}"),
    ]),
    ("comments, texts and tests", &[
        ("lib", "mod a; mod b;"),
        ("a", "use crate::b::B; pub struct A(B);"),
        ("b", "// use crate::a::A;\npub struct B; const TEXT: &str = \"crate::a::A\";\n#[cfg(test)]\nmod tests { use crate::a::A; }"),
    ]),
    ("a crate with the name of a file elsewhere", &[
        ("lib", "mod a; mod b;"),
        ("a", "mod time; use crate::b::B; pub struct A(B);"),
        ("a/time", "pub struct Time;"),
        ("b", "use time::Time; pub struct B(Time);"),
    ]),
];

#[test]
fn a_circle_is_caught_in_whatever_form_it_comes() {
    for (what, files) in CIRCLES {
        assert!(found(files).is_some(), "{what}");
    }
}

#[test]
fn what_is_no_circle_is_let_be() {
    for (what, files) in NO_CIRCLES {
        assert_eq!(found(files), None, "{what}");
    }
}

#[test]
fn the_shortest_circle_is_told_import_by_import() {
    let told = found(&[
        ("lib", "mod a;\nmod b;\nmod c;\nmod d;"),
        ("a", "use crate::b::B;\npub struct A(B);"),
        ("b", "use crate::c::C;\n\npub struct B(C);\nfn b(d: crate::d::D) {}"),
        ("c", "pub struct C(crate::a::A);"),
        ("d", "use crate::{\n    a::A,\n    b::B,\n};\npub struct D;\nfn d(a: A, b: B) {}"),
    ]);
    let expected = "/x/src/b.rs:4 imports /x/src/d.rs by crate::d::D\n/x/src/d.rs:3 imports /x/src/b.rs by crate::b::B\n";
    assert_eq!(told.as_deref(), Some(expected));
}

fn found(files: &[(&str, &str)]) -> Option<String> {
    let files = files.iter().map(|(name, text)| File { path: format!("/x/src/{name}.rs"), text: (*text).to_owned() });
    circle("/x/src/lib.rs", &files.collect::<Vec<_>>())
}
