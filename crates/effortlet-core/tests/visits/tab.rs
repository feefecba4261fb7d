//! Tabs, and the pages that are opened in them one after the other.

use super::Device;
use crate::came::Spot;
use crate::oracle::Place;
use crate::plan::On;
use effortlet_core::engine::{Engine, Input, Journeys};
use effortlet_core::memory::{Memory, Session, Trail};
use effortlet_core::signal::{Means, Signal};
use effortlet_core::time::Timestamp;

const PATHS: [&str; 6] =
    ["/help", "/help/100001-one", "/help/100002-two", "/help/100003-three", "/pricing", "/help/search"];

pub(super) struct Tab {
    pub(super) number: usize,
    pub(super) stored: Option<Session>,
    pub(super) trail: Trail,
    /// When its first page with working storage was opened.
    pub(super) began: Option<i64>,
    pub(super) page: Page,
}

pub(super) struct Page {
    pub(super) id: u64,
    pub(super) path: &'static str,
    /// The survey that its address asks for.
    pub(super) link: Option<&'static str>,
    pub(super) engine: Engine<'static>,
    pub(super) edition: usize,
    /// In the place of storage, where that refuses; so is its trail.
    pub(super) refused: Option<Memory>,
    pub(super) trail: Trail,
    pub(super) began: i64,
    pub(super) alarm: Option<i64>,
    /// The claim that `release` lets go.
    pub(super) held: Option<u64>,
    /// When it last asked for the lock, as the visitor's clock said.
    pub(super) asked: i64,
    pub(super) showing: bool,
    /// The visitor is in the middle of something.
    pub(super) busy: bool,
    /// A nudge waits for the end of that.
    pub(super) rests: bool,
}

impl Tab {
    pub(super) fn spot(&self) -> Spot {
        let place = if self.page.refused.is_some() { Place::Page(self.page.id) } else { Place::Device };
        Spot { tab: self.number, place }
    }
}

impl Device<'_> {
    pub(super) fn open(&mut self, page: usize) -> Result<(), String> {
        self.open_at(page, None)
    }

    pub(super) fn open_at(&mut self, page: usize, link: Option<&'static str>) -> Result<(), String> {
        let page = self.page(path(page), link, false, Session { started: Timestamp(self.now()), articles: Vec::new() });
        let number = self.count as usize;
        let began = Some(page.began);
        self.tabs.push(Tab { number, stored: None, trail: Trail::default(), began, page });
        self.arrive(self.tabs.len() - 1)
    }

    /// The document that was there is gone, with its claims.
    pub(super) fn load(
        &mut self,
        tab: usize,
        path: &'static str,
        refuses: bool,
        link: Option<&'static str>,
    ) -> Result<(), String> {
        let now = self.now();
        let (number, left) = (self.tabs[tab].number, self.tabs[tab].page.id);
        self.leave(number, left);
        let stored = if refuses { None } else { self.tabs[tab].stored.clone() };
        let session = stored.unwrap_or(Session { started: Timestamp(now), articles: Vec::new() });
        let page = self.page(path, link, refuses, session);
        if !refuses {
            self.tabs[tab].began.get_or_insert(now);
        }
        self.tabs[tab].page = page;
        self.arrive(tab)
    }

    fn page(&mut self, path: &'static str, link: Option<&'static str>, refuses: bool, session: Session) -> Page {
        self.count += 1;
        let id = self.count;
        let edition = (id % 2) as usize;
        let refused = refuses.then(Memory::default);
        let memory = Memory { session, ..refused.as_ref().unwrap_or(&self.stored).clone() };
        let engine = Engine::new(self.plan.editions[edition], &Journeys, memory, "en".into(), id);
        Page {
            id,
            path,
            link,
            engine,
            edition,
            refused,
            trail: Trail::default(),
            began: self.now(),
            alarm: None,
            held: None,
            asked: 0,
            showing: false,
            busy: false,
            rests: false,
        }
    }

    fn arrive(&mut self, tab: usize) -> Result<(), String> {
        self.signal(tab, Signal::Visible(true))?;
        self.signal(tab, Signal::Acted(Means::Press))?;
        self.turn(tab, false)
    }

    /// A route of the page.
    pub(super) fn route(&mut self, tab: usize, path: &'static str) -> Result<(), String> {
        let page = &mut self.tabs[tab].page;
        let by_query = page.path == path && page.link.is_some();
        (page.path, page.link) = (path, None);
        self.turn(tab, by_query)
    }

    /// A page view begins; what is remembered by then is told before.
    fn turn(&mut self, tab: usize, by_query: bool) -> Result<(), String> {
        let Tab { stored, trail, page, .. } = &self.tabs[tab];
        let refuses = page.refused.is_some();
        let session = stored.clone().filter(|_| !refuses).unwrap_or_default();
        let trail = if refuses { &page.trail } else { trail }.clone();
        let (path, link) = (page.path, page.link);
        let query = link.map(|link| format!("?effortlet={link}")).unwrap_or_default();
        self.tell(tab, Input::Recalled(Memory { session, ..Memory::default() }, trail))?;
        self.oracle.turn(self.tabs[tab].spot(), self.now(), by_query);
        if link.is_some() {
            self.happen(tab, On::Link, link);
        }
        let address = format!("https://acme.example{path}{query}");
        self.tell(tab, Input::Page { path: path.into(), address, referrer: String::new(), signs: Vec::new() })
    }

    pub(super) fn leave(&mut self, tab: usize, page: u64) {
        self.oracle.leave(tab);
        self.claims.retain(|claim| claim.page != page);
        if self.lock.is_some_and(|(holder, _)| holder == page) {
            self.lock = None;
        }
    }
}

pub(super) fn path(index: usize) -> &'static str {
    PATHS[index % PATHS.len()]
}
