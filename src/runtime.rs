//! The one loop: an input goes to the engine, and each effect is carried out, in `effects`.
//!
//! Never decides: it compares no times, scores or counts.

mod effects;
mod keeping;
mod announcement;
mod delivery;
mod display;
mod whereabouts;

use crate::clock::{Clock, Timer, seed};
use crate::edition::Edition;
use crate::facts::Facts;
use crate::listener::{Listener, listen};
use crate::lock::{Lock, Turn};
use crate::manners::{Manners, is_blocked};
use crate::observer::Observer;
use crate::outbox::Outbox;
use crate::page::{property, window};
use crate::quiet_moment::QuietMoment;
use crate::section::read_signs;
use crate::shelf::Device;
use crate::sensor::{Sensors, Surroundings, sense};
use crate::source::Source;
use crate::store::Store;
use crate::transport::Transport;
use crate::view::{Calls, View};
pub(crate) use keeping::allow;
use display::Display;
use whereabouts::whereabouts;
use effortlet_core::engine::{Circumstances, Engine, Explanation, Fact, Input};
use effortlet_core::outbox::Posted;
use effortlet_core::privacy::Privacy;
use effortlet_core::response::Context;
use effortlet_core::time::{Duration, Timestamp};
use js_sys::{Function, Object};
use wasm_bindgen::JsValue;
use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// A widget that runs in a page. Dropping it takes everything back but what is kept on the device.
pub(crate) struct Runtime {
    edition: &'static Edition,
    own: Weak<Runtime>,
    clock: Clock,
    pub(crate) observer: Option<Rc<dyn Observer>>,
    engine: RefCell<Engine<'static>>,
    /// What waits for its turn: effects may lead to new inputs at once.
    queue: RefCell<VecDeque<Input>>,
    is_busy: Cell<bool>,
    /// Whether there may be no later task to post in.
    is_leaving: Cell<bool>,
    /// The browser keeps the page at most, to come back to.
    is_left: Cell<bool>,
    pub(crate) device: Rc<Device>,
    store: Store,
    pub(crate) outbox: Outbox,
    transport: Transport,
    /// What is to be posted in a task of its own, and whether it goes on after the page.
    posts: RefCell<Vec<(Vec<Posted>, bool)>>,
    turn: RefCell<Option<Turn>>,
    /// Whether the console was told that something could not be delivered.
    has_warned: Cell<bool>,
    warn: Function,
    lock: Lock,
    manners: Manners,
    view: View,
    /// What audiences ask the page for, and what the page has to say to them.
    asked: Vec<Fact<'static>>,
    privacy: Privacy<'static>,
    /// What the team's own code makes of a response before it is kept; undefined where there is none.
    redact: JsValue,
    facts: Option<Facts>,
    conditions: Object,
    /// What the page told of its visitor; goes with every response.
    traits: RefCell<Context>,
    display: RefCell<Option<Display>>,
    alarm: RefCell<Option<Timer>>,
    quiet_moment: RefCell<Option<QuietMoment>>,
    section: RefCell<Option<Timer>>,
    link_targets: RefCell<Option<Timer>>,
    recovery: RefCell<Option<Timer>>,
    /// Where the loader looks until when it may sleep; empty where it may not.
    note: String,
    /// Whether answers have somewhere to go.
    has_endpoint: bool,
    listening: RefCell<Option<(Listener, Option<Sensors>)>>,
}

/// What the definition came to.
pub(crate) struct Opened {
    pub(crate) runtime: Rc<Runtime>,
    /// The ids of the surveys that can be asked.
    pub(crate) surveys: Vec<&'static str>,
    /// How many mistakes the definition has.
    pub(crate) problems: usize,
}

impl Runtime {
    /// Reads the definition; nothing is armed yet.
    pub(crate) fn open(edition: &'static Edition, source: &Source, device: Rc<Device>) -> Opened {
        let observer = source.observer.clone();
        let device = observer.as_ref().map_or(device, |it| it.device());
        let clock = Clock::begin();
        let at = now(&clock, observer.as_deref());
        let (definition, problems) = source.definition(edition.rules);
        let store = Store::open(edition.journeys, &device);
        let begin = || Engine::new(definition, edition.ways, store.memory(at), source.languages.clone(), seed());
        // Global Privacy Control (W3C): what lasts would be there to be handed on.
        let is_private = property(&window().navigator(), "globalPrivacyControl").is_truthy() && !definition.privacy.ignores_signal;
        let engine = if is_private {
            store.forgo(at);
            begin().in_private()
        } else {
            begin()
        };
        let asked = engine.needs().facts.clone();
        let transport = Transport::open(&property(&source.definition, "endpoint"));
        let runtime = Rc::new_cyclic(|own: &Weak<Self>| {
            let calls = Calls { act: tell(own, Input::Act), draft: tell(own, Input::Draft), tell: tell(own, whereabouts), is_blocked };
            Self {
                edition,
                own: own.clone(),
                clock,
                observer,
                engine: RefCell::new(engine),
                queue: RefCell::default(),
                is_busy: Cell::new(false),
                is_leaving: Cell::new(false),
                is_left: Cell::new(false),
                store,
                outbox: Outbox::open(transport.address(), &device),
                device,
                transport,
                posts: RefCell::default(),
                turn: RefCell::default(),
                has_warned: Cell::default(),
                warn: source.warn.clone(),
                lock: Lock::open(source.load_lease.clone()),
                manners: Manners::open(),
                view: View::open(calls, source.words.clone(), edition.view, source.styles.clone(), definition.theme.as_ref()),
                asked,
                privacy: definition.privacy,
                redact: source.redact.clone(),
                facts: edition.open_facts.map(|open| open()),
                conditions: source.conditions.clone(),
                traits: RefCell::default(),
                display: RefCell::default(),
                alarm: RefCell::default(),
                quiet_moment: RefCell::default(),
                section: RefCell::default(),
                link_targets: RefCell::default(),
                recovery: RefCell::default(),
                note: if problems == 0 { source.note.clone() } else { String::new() },
                has_endpoint: definition.endpoint,
                listening: RefCell::default(),
            }
        });
        let surveys = definition.surveys.iter().map(|it| it.id).collect();
        Opened { runtime, surveys, problems }
    }

    /// Listens to what the triggers need, and posts what waits.
    pub(crate) fn arm(&self, source: &Source, has_surveys: bool) {
        let own = self.own.clone();
        let hurry = listen(&window(), &["online", "pageshow", "pagehide", "visibilitychange", "storage"], move |event| {
            if let Some(runtime) = own.upgrade() {
                runtime.hear_of_page(&event);
            }
        });
        let sensors = has_surveys.then(|| self.sense(source));
        *self.listening.borrow_mut() = Some((hurry, sensors));
        self.take_up();
    }

    fn sense(&self, source: &Source) -> Sensors {
        self.manners.watch();
        let (page, clicked) = (self.own.clone(), self.own.clone());
        let surroundings = Surroundings {
            tell: tell(&self.own, Input::Signal),
            page: Rc::new(move |path, address, referrer| {
                if let Some(runtime) = page.upgrade() {
                    runtime.turn(Input::Page { path, address, referrer, signs: read_signs() });
                }
            }),
            clicked: Rc::new(move |element| {
                if let Some(runtime) = clicked.upgrade() {
                    runtime.view.clicked(element);
                }
            }),
            entered: Rc::new(self.repeatedly(|runtime| runtime.view.enter())),
            load_history: source.load_history.clone(),
            follow_data_layer: source.follow_data_layer.clone(),
        };
        // Not lent: the first page view is told while the sensors begin.
        let needs = self.engine.borrow().needs().clone();
        sense(&needs, self.edition.sensors, surroundings)
    }

    /// A page view begins. Other tabs, and pages that this one comes back from, have remembered more.
    fn turn(&self, page: Input) {
        self.link_targets.take();
        self.tell_draft();
        let at = self.now();
        if let Some(trail) = self.store.trail(at) {
            self.tell(Input::Recalled(self.store.memory(at), trail));
        }
        self.tell(page);
    }

    /// Something happened. Effects may lead to new inputs at once; those wait for their turn.
    pub(crate) fn tell(&self, input: Input) {
        self.queue.borrow_mut().push_back(input);
        if self.is_busy.replace(true) {
            return;
        }
        loop {
            let Some(input) = self.queue.borrow_mut().pop_front() else { break };
            let at = self.now();
            if self.observer.as_ref().is_none_or(|it| it.hears(at, &input)) {
                self.engine.borrow_mut().step(at, input, &mut |effect| self.carry_out(effect));
            }
        }
        self.is_busy.set(false);
    }

    /// The same definition in other words: what is on display keeps its own.
    pub(crate) fn speak(&self, source: &Source) {
        let (definition, _) = source.definition(self.edition.rules);
        if let Ok(mut engine) = self.engine.try_borrow_mut() {
            engine.speak(definition, source.languages.clone());
            self.view.speak(source.words.clone());
        }
    }

    fn circumstances(&self) -> Circumstances {
        Circumstances { manners: self.manners.occupied(), facts: self.facts() }
    }

    /// What audiences ask the page for.
    fn facts(&self) -> Vec<effortlet_core::source::Value> {
        // Lent no longer than it takes: the page's code runs, and may come back to us.
        let traits = self.traits.borrow().clone();
        self.facts.as_ref().map_or_else(Vec::new, |it| it.read(&self.asked, &traits, &self.conditions))
    }

    /// What the page tells of its visitor, in place of what it told before.
    pub(crate) fn identify(&self, traits: Context) {
        *self.traits.borrow_mut() = traits;
    }

    pub(crate) fn explain(&self, survey: &str) -> Option<Explanation> {
        self.engine()?.explanation(self.now(), survey, &self.circumstances())
    }

    /// Nothing while something is carried out.
    pub(crate) fn engine(&self) -> Option<Ref<'_, Engine<'static>>> {
        self.engine.try_borrow().ok()
    }

    pub(crate) fn now(&self) -> Timestamp {
        now(&self.clock, self.observer.as_deref())
    }

    /// A call that is nothing once the widget is gone.
    fn later(&self, call: impl FnOnce(Rc<Self>) + 'static) -> impl FnOnce() + 'static {
        let own = self.own.clone();
        move || {
            if let Some(runtime) = own.upgrade() {
                call(runtime);
            }
        }
    }

    fn repeatedly(&self, call: impl Fn(Rc<Self>) + 'static) -> impl Fn() + 'static {
        let own = self.own.clone();
        move || {
            if let Some(runtime) = own.upgrade() {
                call(runtime);
            }
        }
    }
}

/// By the visitor's clock, unless it is moved for who looks on.
fn now(clock: &Clock, observer: Option<&dyn Observer>) -> Timestamp {
    clock.now() + observer.map_or(Duration(0), |it| it.ahead())
}

/// What takes the inputs of one room, for as long as there is a widget.
fn tell<T: 'static>(own: &Weak<Runtime>, input: fn(T) -> Input) -> Rc<dyn Fn(T)> {
    let own = own.clone();
    Rc::new(move |it| {
        if let Some(runtime) = own.upgrade() {
            runtime.tell(input(it));
        }
    })
}
