//! Where a function of the page's own is wrapped, its own call goes through.

use crate::repo;

/// The files that wrap one, and what stands there before the wrapper.
const WRAPPERS: [(&str, &str); 2] =
    [("/src/fallback/history.js", "history[name] = "), ("/src/fallback/data-layer.js", "layer.push = ")];

#[test]
fn what_is_wrapped_is_called_through() {
    for (path, before) in WRAPPERS {
        let file = repo::files().into_iter().find(|file| file.path == path).expect(path);
        assert!(file.text.contains(before), "{path}: expected {before}");
        assert!(calls_through(&file.text, before), "{path}: expected own.apply(this, values) first, and its result returned");
    }
}

#[test]
fn nobody_else_wraps_anything() {
    for file in repo::files() {
        let is_script = repo::is_in(&file.path, &["/src/**/*.js", "/loader/*.js", "/npm/*.js"]);
        let is_known = WRAPPERS.iter().any(|(path, _)| *path == file.path);
        assert!(!is_script || is_known || !file.text.contains(".apply(this"), "{}: wraps what is not its own", file.path);
    }
}

#[test]
fn a_wrapper_that_swallows_the_call_is_caught() {
    let wrapper = "it.call = function (...values) {\n const result = own.apply(this, values);\n return result;\n};";
    let calls_through = |text: &str| calls_through(text, "it.call = ");
    assert!(calls_through(wrapper));
    assert!(!calls_through(&wrapper.replace("const result = own.apply(this, values);", "follow();")));
    assert!(!calls_through(&wrapper.replace("return result;", "")));
    assert!(!calls_through(&wrapper.replace("const result", "if (asked) return;\n const result")));
    assert!(!calls_through(&wrapper.replace("(this, values)", "(this, [])")));
}

/// Each function put in the place of the page's own first calls that with all it was given, and gives
/// what it gave.
fn calls_through(text: &str, before: &str) -> bool {
    text.split(before).skip(1).all(|wrapper| {
        let mut lines = wrapper.lines().map(str::trim);
        let given = lines.next().and_then(|line| line.strip_prefix("function (...")?.strip_suffix(") {"));
        let call = lines.next().and_then(|line| line.strip_prefix("const result = ")?.split_once(".apply(this, "));
        given.zip(call).is_some_and(|(given, (_, rest))| rest.strip_suffix(");") == Some(given))
            && lines.take_while(|line| !line.starts_with("};")).any(|line| line == "return result;")
    })
}
