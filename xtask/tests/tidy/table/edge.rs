//! The rules between the rooms of the edge, which is Rust: what only one file of it may do.
//!
//! Which room may use which is in `rooms`.

use crate::code::Language::Rust;
use crate::code::Part::{Code, CodeAndTexts};
use crate::rules::{Never, Rule};

const EDGE: &[&str] = &["/src/**/*.rs"];
/// Where an edition is chosen, and where it says what it can do.
const EDITIONS: &[&str] = &["/src/edition.rs", "/src/lib.rs", "/src/widget.rs"];
const FACTS: &[&str] = &["/src/facts.rs", "/src/facts/**"];
const RUNTIME: &[&str] = &["/src/runtime.rs", "/src/runtime/**"];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        rooms: EDGE,
        except: &["/src/dom.rs"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "create_element*", "create_text_node*", "clone_node*", "import_node*", "createElement*", "createTextNode",
            "cloneNode", "importNode", "HtmlImageElement", "HtmlAudioElement", "HtmlTemplateElement",
        ]),
        because: "dom is the only file that creates elements",
        sample: (Rust, &["document().create_element(\"p\")", "document.create_element_ns(SVG, \"g\")", "#[wasm_bindgen(js_name = createElement)]", "method(&page, \"cloneNode\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/transport.rs"],
        part: CodeAndTexts,
        never: Never::Words(&["fetch*", "Request", "RequestInit"]),
        because: "transport posts, and nobody else of the edge asks the network",
        sample: (Rust, &["window().fetch_with_request(&it)", "method(&window(), \"fetch\")", "use web_sys::Request;"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&[
            "XmlHttpRequest", "XMLHttpRequest", "send_beacon*", "sendBeacon", "WebSocket", "EventSource", "RtcPeerConnection",
            "Worker", "SharedWorker",
        ]),
        because: "there is one way to the network",
        sample: (Rust, &["navigator.send_beacon_with_opt_str(url, None)", "WebSocket::new(url)", "method(&it, \"sendBeacon\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/shelf/area.rs"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "local_storage", "session_storage", "localStorage", "sessionStorage", "Storage", "get_item", "set_item", "remove_item",
        ]),
        because: "shelf is the only file that touches storage, since each access may fail",
        sample: (Rust, &["window().local_storage()", "property(&window(), \"sessionStorage\")", "area.set_item(name, text)"]),
    },
    Rule {
        rooms: EDGE,
        except: FACTS,
        part: CodeAndTexts,
        never: Never::Words(&["cookie*", "set_cookie", "caches", "CacheStorage"]),
        because: "nothing is kept on the visitor's device but in storage and the database, and only audiences read a cookie",
        sample: (Rust, &["document.set_cookie(it)", "property(&document(), \"cookie\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/shelf/disk.rs"],
        part: CodeAndTexts,
        never: Never::Words(&["indexed_db", "indexedDB", "Idb*"]),
        because: "shelf has the only file that touches the database, since each access may fail",
        sample: (Rust, &["window().indexed_db()", "property(&window(), \"indexedDB\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/clock.rs"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "gloo_timers", "Timeout", "set_timeout*", "setTimeout", "Date::now", "Date::new_0", "random", "crypto", "Crypto", "MessageChannel",
            "request_idle_callback*", "requestIdleCallback", "SystemTime", "Instant", "std::time",
        ]),
        because: "clock is the only file that asks for the time, for later, or for chance",
        sample: (Rust, &["use gloo_timers::callback::Timeout;", "let at = js_sys::Date::now();", "js_sys::Math::random()", "method(&window(), \"setTimeout\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/clock.rs", "/src/link_targets.rs", "/src/store.rs", "/src/page.rs"],
        part: CodeAndTexts,
        never: Never::Words(&["performance", "Performance*"]),
        because: "only the clock asks for its time, and these how a page was loaded: with which status, and whether anew",
        sample: (Rust, &["window().performance()", "property(&window(), \"performance\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &[],
        part: CodeAndTexts,
        never: Never::Words(&["Interval", "set_interval*", "setInterval", "request_animation_frame", "requestAnimationFrame"]),
        because: "nothing polls: everything follows from events and from timers for one moment",
        sample: (Rust, &["use gloo_timers::callback::Interval;", "window().request_animation_frame(call)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/listener.rs"],
        part: CodeAndTexts,
        never: Never::Words(&[
            "add_event_listener*", "remove_event_listener*", "addEventListener", "removeEventListener", "addListener",
        ]),
        because: "listener is the only file that listens, so that each listener is passive and has its end",
        sample: (Rust, &["window().add_event_listener_with_callback(name, call)", "method(&window(), \"addEventListener\")"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/clock.rs", "/src/listener.rs"],
        part: Code,
        never: Never::Words(&["set_on*"]),
        because: "what the page has set for an event of its own is never replaced; clock has a channel of its own",
        sample: (Rust, &["element.set_onclick(Some(call))", "port.set_onmessage(None)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/view/focus.rs"],
        part: Code,
        never: Never::Words(&[".focus()", ".focus_with*", ".blur()"]),
        because: "view/focus is the only file that moves the focus",
        sample: (Rust, &["field.focus();", "field.focus_with_options(&it)"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/runtime/announcement.rs"],
        part: CodeAndTexts,
        never: Never::Words(&["dispatch_event", "dispatchEvent", "CustomEvent*", "post_message_with*", "BroadcastChannel"]),
        because: "announcement tells the page what the engine announces, and nobody else tells it anything",
        sample: (Rust, &["window().dispatch_event(&event)", "CustomEvent::new(name)"]),
    },
    Rule {
        rooms: RUNTIME,
        except: &[],
        part: Code,
        never: Never::Line(compares),
        because: "the runtime carries out and decides nothing: it compares no times, scores or counts",
        sample: (Rust, &["if at > due {", "let due = one.min(other);", "while queue.len() <= 1 {", "list.sort_by_key(|it| it.at);"]),
    },
    Rule {
        rooms: EDGE,
        except: &["/src/widget.rs", "/src/source/reading.rs", "/src/lib.rs"],
        part: Code,
        never: Never::Line(keeps_for_good),
        because: "state lives in what is dropped: one cell has the widget that runs, one each definition once, and lib the allocator",
        sample: (Rust, &["static RUNNING: Cell<bool> = Cell::new(false);", "pub(crate) static COUNT: AtomicU32 = it();", "thread_local! {}"]),
    },
    Rule {
        rooms: EDGE,
        except: EDITIONS,
        part: Code,
        never: Never::Words(&["feature*"]),
        because: "no room asks which edition it is in: it is handed its table",
        sample: (Rust, &["#[cfg(feature = \"full\")]", "if cfg!(feature = \"full\") {}"]),
    },
];

/// An order of two values; generics and arrows have no space before their sign.
fn compares(line: &str) -> Option<String> {
    let signs = [" < ", " > ", " <= ", " >= ", ".min(", ".max(", ".clamp(", ".cmp(", ".sort"];
    signs.into_iter().find(|sign| line.contains(sign)).map(|sign| sign.trim().to_owned())
}

/// An item that is there as long as the page.
fn keeps_for_good(line: &str) -> Option<String> {
    let item = line.trim_start();
    let item = item.strip_prefix("pub(crate) ").or_else(|| item.strip_prefix("pub ")).unwrap_or(item);
    let names = ["thread_local!", "OnceLock", "LazyLock"];
    let named = names.into_iter().find(|name| line.contains(name));
    named.or_else(|| item.starts_with("static ").then_some("static")).map(str::to_owned)
}
