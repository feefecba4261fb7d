//! What the widget never does to the page it is a guest of.

use crate::code::Language::{Css, JavaScript};
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

/// All that can touch the page, in either language; the core cannot.
const EDGE: &[&str] = &["/src/**/*.rs", "/src/**/*.js", "/loader/*.js", "/npm/*.js"];
const SOURCE: &[&str] = &["/src/**/*.rs", "/src/**/*.js"];
const SCRIPTS: &[&str] = &["/src/**/*.js", "/loader/*.js", "/npm/*.js"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: EDGE,
        // What begins in the nudge is its own; what our own database tells of an error, some browsers
        // would tell the page.
        except: &["/src/view/own_events.rs", "/src/shelf/disk.rs", "/loader/kept.js"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "preventDefault", "prevent_default*", "stopPropagation", "stop_propagation", "stopImmediatePropagation",
            "stop_immediate_propagation", "returnValue", "set_return_value*", "cancelBubble", "set_cancel_bubble",
            "beforeunload", "onbeforeunload", "set_onbeforeunload", "unload", "set_passive(false)",
        ]),
        because: "the product never prevents, stops or delays a host's event",
        sample: (JavaScript, &[
            "event.preventDefault();", "event[\"stopPropagation\"]()", "listen(window, \"beforeunload\")",
            "event.prevent_default();", "options.set_passive(false);",
        ]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "innerHTML", "set_inner_html", "outerHTML", "set_outer_html", "insertAdjacentHTML", "insert_adjacent_html",
            "setHTML*", "set_html*", "document.write*", "document().write*", "DOMParser", "DomParser", "srcdoc", "set_srcdoc",
            "createContextualFragment", "create_contextual_fragment", "parseHTML*",
        ]),
        because: "text from a definition reaches the page as text only",
        sample: (JavaScript, &[
            "host.innerHTML = text;", "host[\"outerHTML\"] = text;", "document.writeln(text)", "host.set_inner_html(text);",
            "DomParser::new()",
        ]),
    },
    Rule {
        rooms: EDGE,
        // Names the word that a policy lacks.
        except: &["/loader/check.js"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "eval", "Function(*", "Function::new*", "new_with_args", "new_no_args*", "javascript:*", "inline_js",
        ]),
        because: "nothing is ever evaluated as code, so that a strict content policy holds",
        sample: (JavaScript, &[
            "eval(text)", "new Function(text)", "Function(text)()", "window[\"eval\"](text)", "js_sys::eval(text)",
            "Function::new_no_args(text)", "#[wasm_bindgen(inline_js = \"text\")]",
        ]),
    },
    Rule {
        rooms: EDGE,
        // The name of SVG looks like an address.
        except: &["/src/dom.rs", "/src/debug/dom.js"],
        part: CodeAndTexts,
        never: Never::Words(&["http://*", "https://*"]),
        because: "nothing is loaded from, or sent to, an address that the team did not write",
        sample: (JavaScript, &["load(\"https://cdn.example/font.woff2\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Words(&[
            "pushState(*", "replaceState(*", "push_state*", "replace_state*", "history.back", "history.go", "history.forward",
            "window().history()", "location.href =", "location.hash =", "location.assign", "location.replace", "location =",
            "location().assign", "location().replace", "set_href", "set_hash", "set_location", "window.open", "window().open*",
            ".reload()", ".submit()",
        ]),
        because: "the widget writes no history and takes nobody anywhere",
        sample: (JavaScript, &[
            "history.pushState({}, \"\", it)", "history.replaceState({})", "location.href = it;", "window().history()",
            "location().set_href(it)", "window().open_with_url(it)",
        ]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/fallback/history.js"],
        part: CodeAndTexts,
        never: Never::Words(&["pushState", "replaceState"]),
        because: "only the fallback for browsers without the Navigation API wraps what writes history",
        sample: (JavaScript, &["history[\"pushState\"] = own;"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/view/nudge.rs"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "scrollTo", "scroll_to*", "scrollBy", "scroll_by*", "scrollIntoView", "scroll_into_view*", "set_scroll_top",
            "set_scroll_left", "alert(*", "alert_with*", "confirm(*", "confirm_with*", "prompt(*", "prompt_with*",
        ]),
        because: "where the page stands is the visitor's, and nothing blocks it; a nudge scrolls its own card",
        sample: (JavaScript, &[
            "window.scrollTo(0, 0)", "card.scrollIntoView()", "alert(text)", "card.scroll_into_view()", "page.set_scroll_top(0)",
            "window().alert_with_message(it)",
        ]),
    },
    Rule {
        rooms: SOURCE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "console", "throw", "throw_str", "throw_val", "unwrap_throw", "expect_throw", "UnwrapThrowExt", "debugger",
            "console_error_panic_hook",
        ]),
        because: "the widget says nothing in the page's console but through the loader, and throws nothing into it",
        sample: (JavaScript, &[
            "console.log(it);", "throw new Error(it);", "web_sys::console::log_1(&it);", "wasm_bindgen::throw_str(it)",
            "it.unwrap_throw()",
        ]),
    },
    Rule {
        rooms: &["/loader/*.js", "/npm/*.js"],
        except: &[],
        part: Code,
        never: Never::Words(&["console.log", "console.info", "console.debug", "console.error", "console.table", "debugger"]),
        because: "one warning for each problem, and nothing else is said in the console",
        sample: (JavaScript, &["console.log(it);", "console.error(it);"]),
    },
    Rule {
        rooms: &["/src/**/*.css", "/src/**/*.rs", "/src/**/*.js"],
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["cssText", "set_css_text", "@import", "url("]),
        because: "adopted style sheets, no style elements: nothing to allow in a content policy",
        sample: (Css, &["@import \"fonts.css\";", "background: url(icon.svg);"]),
    },
    Rule {
        rooms: SOURCE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Line(sets_a_style_attribute),
        because: "no style attributes: nothing to allow in a content policy",
        sample: (JavaScript, &["set(&host, \"style\", text)", "make(\"p\", &[(\"style\", text)], &[])", "make(\"p\", { style: text, hidden }, \"\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: Code,
        never: Never::Line(sets_on_the_window),
        because: "the edge leaves nothing on the page's window",
        sample: (JavaScript, &["Reflect::set(&window(), &name, &it)", "let _ = Reflect::set(&js_sys::global(), &name, &it);"]),
    },
    Rule {
        rooms: SCRIPTS,
        except: &[],
        part: Code,
        never: Never::Line(other_global),
        because: "the only global is effortlet",
        sample: (JavaScript, &["window.effortletQueue = [];", "globalThis.survey ??= {};", "self.x = 1;", "window[name] = it;"]),
    },
];

/// An attribute with a value, not a name among those that are looked at.
fn sets_a_style_attribute(line: &str) -> Option<String> {
    let is_set = ["(\"style\",", ", \"style\",", "{ style:", ", style:"].iter().any(|it| line.contains(it)) && !line.contains("[\"");
    is_set.then(|| "style".to_owned())
}

/// An assignment by way of js-sys.
fn sets_on_the_window(line: &str) -> Option<String> {
    let (_, after) = line.split_once("Reflect::set(").or_else(|| line.split_once("Reflect::define_property("))?;
    let target = after.split(',').next()?;
    ["window", "global", "document"].into_iter().find(|name| target.contains(name)).map(str::to_owned)
}

/// An assignment to a property of the global object that is not `effortlet`.
fn other_global(line: &str) -> Option<String> {
    ["window", "globalThis", "self"].iter().find_map(|global| {
        line.match_indices(global).find_map(|(at, _)| {
            let after = line.get(at + global.len()..)?;
            let name = match after.strip_prefix('.') {
                Some(rest) => rest.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?,
                None => after.strip_prefix('[')?.split(']').next()?,
            };
            let rest = after.trim_start_matches(['.', '[']).strip_prefix(name)?.trim_start_matches(']').trim_start();
            let assigns = ["=", "??=", "||=", "&&="].iter().any(|sign| {
                rest.strip_prefix(sign).is_some_and(|rest| !rest.starts_with(['=', '>']))
            });
            (assigns && name != "effortlet").then(|| format!("{global}.{name}"))
        })
    })
}
