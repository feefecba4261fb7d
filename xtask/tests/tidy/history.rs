//! Where the page's history is wrapped, the page's own call goes through.

use crate::repo;

#[test]
fn what_is_wrapped_is_called_through() {
    let path = "/src/fallback/history.js";
    let file = repo::files().into_iter().find(|file| file.path == path).expect(path);
    assert!(file.text.contains("history[name] = "), "{path}: expected to wrap the history");
    assert!(calls_through(&file.text), "{path}: expected own.apply(this, …) and its result returned");
}

#[test]
fn a_wrapper_that_swallows_the_call_is_caught() {
    let wrapper = "history[name] = function (...values) {\n const result = own.apply(this, values);\n return result;\n};";
    assert!(calls_through(wrapper));
    assert!(!calls_through(&wrapper.replace("const result = own.apply(this, values);", "follow();")));
    assert!(!calls_through(&wrapper.replace("return result;", "")));
    assert!(!calls_through(&wrapper.replace("const result", "if (asked) return;\n const result")));
}

/// Each function put in the place of the history's own first calls that, and gives what it gave.
fn calls_through(text: &str) -> bool {
    text.split("history[name] = ").skip(1).all(|wrapper| {
        let mut lines = wrapper.lines().map(str::trim);
        lines.next().is_some_and(|line| line.starts_with("function (...values) {"))
            && lines.next() == Some("const result = own.apply(this, values);")
            && lines.take_while(|line| !line.starts_with("};")).any(|line| line == "return result;")
    })
}
