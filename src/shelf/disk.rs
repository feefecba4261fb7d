//! Texts under names that are on the disk at once: IndexedDB, which has them within milliseconds, so that
//! they outlive a browser that is killed. `localStorage` gets there after seconds.
//!
//! Never throws, and never makes a database before there is something to put into it: what the browser
//! lacks, refuses or leaves unanswered is silently not kept here.

use crate::page::{Callback, bare_object, call, call_once, callback, entries, function, property, text_property, window};
use js_sys::{Function, Reflect};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::slice;
use wasm_bindgen::JsValue;

const DATABASE: &str = "effortlet";
const STORE: &str = "texts";

pub(super) struct Disk {
    own: Weak<Self>,
    /// Open until the page is left, or another one wants to delete it.
    database: RefCell<Option<JsValue>>,
    is_opening: Cell<bool>,
    /// Something is to be put into it soon.
    is_expected: Cell<bool>,
    /// What was looked for is not there, and is not to be made for that.
    is_absent: Cell<bool>,
    /// What is to be written once it is open.
    waiting: RefCell<Vec<Change>>,
    reader: RefCell<Option<Reader>>,
    hears: OnceCell<Callback>,
}

/// A text that is to be there under a name, or is to go.
struct Change {
    name: String,
    text: String,
    unless: Option<IsLater>,
}

/// Whether the first of two texts under a name says more than the second.
pub(super) type IsLater = fn(&str, &str) -> bool;

type Reader = Box<dyn FnOnce(Vec<String>)>;

impl Disk {
    pub(super) fn new() -> Rc<Self> {
        Rc::new_cyclic(|own| Self {
            own: own.clone(),
            database: RefCell::default(),
            is_opening: Cell::default(),
            is_expected: Cell::default(),
            is_absent: Cell::default(),
            waiting: RefCell::default(),
            reader: RefCell::default(),
            hears: OnceCell::new(),
        })
    }

    /// Opens it for what will be written soon, so that the writing waits for nothing.
    pub(super) fn expect(&self) {
        self.is_expected.set(true);
        self.resume();
    }

    /// The page is back.
    pub(super) fn resume(&self) {
        if self.is_expected.get() && self.database.borrow().is_none() {
            self.open();
        }
    }

    /// Begins to write before it returns, where the database is open.
    pub(super) fn keep(&self, name: &str, text: &str) {
        self.change(name, text, None);
    }

    /// Unless a later text is there by now.
    pub(super) fn discard(&self, name: &str, text: &str, is_later: IsLater) {
        self.change(name, text, Some(is_later));
    }

    fn change(&self, name: &str, text: &str, unless: Option<IsLater>) {
        self.waiting.borrow_mut().push(Change { name: name.into(), text: text.into(), unless });
        self.go_on();
    }

    /// Calls once, later, with all texts, in place of who asked before; never where there is no database.
    pub(super) fn read(&self, then: impl FnOnce(Vec<String>) + 'static) {
        *self.reader.borrow_mut() = Some(Box::new(then));
        let listed = call(&factory(), "databases", &[]);
        if listed.is_undefined() {
            // Firefox before 126.
            return self.go_on();
        }
        let hears: JsValue = self.hears().into();
        call(&listed, "then", &[hears.clone(), hears]);
    }

    /// What is being written is written. A page with an open one may not be kept when it is left, and holds up
    /// whoever deletes it.
    pub(super) fn close(&self) {
        if let Some(database) = self.database.take() {
            call(&database, "close", &[]);
        }
    }

    /// What was to be written is not.
    pub(super) fn let_go(&self) {
        self.is_expected.set(false);
        self.waiting.take();
        self.reader.take();
        self.close();
    }

    fn go_on(&self) {
        let open = self.database.borrow().clone();
        match open {
            Some(database) => self.transact(&database),
            None => self.open(),
        }
    }

    fn open(&self) {
        if self.is_opening.replace(true) {
            return;
        }
        let request = call(&factory(), "open", &[DATABASE.into(), 1.into()]);
        if request.is_undefined() {
            return self.give_up();
        }
        self.follow(&request, &["onupgradeneeded", "onsuccess", "onerror"]);
    }

    /// All that waits in one go, which is over when the last of it is written.
    fn transact(&self, database: &JsValue) {
        let options = bare_object();
        // Outlives the browser, if not the machine.
        let _ = Reflect::set(&options, &"durability".into(), &"relaxed".into());
        let transaction = call(database, "transaction", &[STORE.into(), "readwrite".into(), options.into()]);
        let store = call(&transaction, "objectStore", &[STORE.into()]);
        if store.is_undefined() {
            // The browser has closed it meanwhile.
            return self.close();
        }
        let mut is_all = true;
        for it in self.waiting.take() {
            let name = JsValue::from(it.name);
            if let Some(is_later) = it.unless {
                is_all = false;
                discard(&store, name, it.text, is_later);
            } else {
                call(&store, "put", &[it.text.into(), name]);
            }
        }
        if self.reader.borrow().is_some() {
            self.follow(&call(&store, "getAll", &[]), &["onsuccess"]);
        }
        if is_all {
            // Not when the task is over, which may be when the page is.
            call(&transaction, "commit", &[]);
        }
    }

    fn follow(&self, target: &JsValue, events: &[&str]) {
        for name in events {
            let _ = Reflect::set(target, &(*name).into(), self.hears());
        }
    }

    /// One for everything that is told.
    fn hears(&self) -> &Function {
        let own = self.own.clone();
        function(self.hears.get_or_init(|| {
            callback(move |told| {
                if let Some(disk) = own.upgrade() {
                    disk.hear(&told);
                }
            })
        }))
    }

    fn hear(&self, told: &JsValue) {
        let request = property(told, "target");
        let result = property(&request, "result");
        match text_property(told, "type").as_str() {
            "upgradeneeded" if self.is_wanted() => {
                call(&result, "createObjectStore", &[STORE.into()]);
            }
            "upgradeneeded" => {
                // Leaves nothing behind, and ends as an error.
                self.is_absent.set(true);
                call(&property(&request, "transaction"), "abort", &[]);
            }
            "success" if property(&request, "source").is_falsy() => {
                self.follow(&result, &["onversionchange", "onclose", "onerror"]);
                self.is_opening.set(false);
                *self.database.borrow_mut() = Some(result.clone());
                self.transact(&result);
            }
            // All that is in it.
            "success" => {
                let Some(then) = self.reader.take() else { return };
                let mut texts = Vec::new();
                for (_, it) in entries(&result) {
                    texts.extend(it.as_string());
                }
                then(texts);
            }
            // No event: which databases there are, or that nobody says.
            "" => {
                if entries(told).iter().any(|(_, it)| text_property(it, "name") == DATABASE) {
                    self.go_on();
                } else {
                    self.reader.take();
                }
            }
            "error" => {
                // Some browsers tell the page otherwise.
                call(told, "preventDefault", &[]);
                self.give_up();
            }
            _ => self.close(),
        }
    }

    /// Unless something was to be kept since it was found that there is none.
    fn give_up(&self) {
        self.is_opening.set(false);
        self.reader.take();
        if self.is_absent.take() && self.is_wanted() {
            self.open();
        } else {
            self.waiting.take();
        }
    }

    /// Whether there is something to put into it.
    fn is_wanted(&self) -> bool {
        self.is_expected.get() || self.waiting.borrow().iter().any(|it| it.unless.is_none())
    }
}

/// Asks first what is there.
fn discard(store: &JsValue, name: JsValue, text: String, is_later: IsLater) {
    let request = call(store, "get", slice::from_ref(&name));
    let store = store.clone();
    let held = call_once(move |event| {
        if !is_later(&text_property(&property(&event, "target"), "result"), &text) {
            call(&store, "delete", &[name]);
        }
    });
    let hears = held.borrow().as_ref().map(|it| function(it).clone());
    let _ = Reflect::set(&request, &"onsuccess".into(), &hears.into());
}

fn factory() -> JsValue {
    property(&window(), "indexedDB")
}
