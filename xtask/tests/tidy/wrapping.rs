//! Where a function of the page's own is wrapped, the page's own call goes through.

use crate::repo;

/// The file, what the wrapper is put in the place of, and what it has to call.
const WRAPPED: [(&str, &str, &str); 2] = [
    ("/src/fallback/history.js", "history[name] = ", "own"),
    ("/src/fallback/data-layer.js", "layer.push = ", "push"),
];

#[test]
fn what_is_wrapped_is_called_through() {
    for (path, place, own) in WRAPPED {
        let file = repo::files().into_iter().find(|file| file.path == path).expect(path);
        assert!(file.text.contains(place), "{path}: expected {place}…");
        assert!(calls_through(&file.text, place, own), "{path}: expected {own}.apply(this, …) and its result returned");
    }
}

#[test]
fn a_wrapper_that_swallows_the_call_is_caught() {
    let wrapper = "history[name] = function (...values) {\n const result = own.apply(this, values);\n return result;\n};";
    let calls_through = |text: &str| calls_through(text, "history[name] = ", "own");
    assert!(calls_through(wrapper));
    assert!(!calls_through(&wrapper.replace("const result = own.apply(this, values);", "follow();")));
    assert!(!calls_through(&wrapper.replace("return result;", "")));
    assert!(!calls_through(&wrapper.replace("const result", "if (asked) return;\n const result")));
}

/// Each function put in the place of the page's own first calls that, and gives what it gave.
fn calls_through(text: &str, place: &str, own: &str) -> bool {
    let call = format!("const result = {own}.apply(this, values);");
    text.split(place).skip(1).all(|wrapper| {
        let mut lines = wrapper.lines().map(str::trim);
        lines.next().is_some_and(|line| line.starts_with("function (...values) {"))
            && lines.next() == Some(call.as_str())
            && lines.take_while(|line| !line.starts_with("};")).any(|line| line == "return result;")
    })
}
