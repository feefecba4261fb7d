//! What reports have read and counted, kept in memory so that the next one need not read and count it again.
//!
//! Never holds more than 512 MiB of segments: some 20,000,000 responses to a survey of five questions. What
//! was asked for longest ago goes. Never holds a text that somebody wrote.

use super::segments::Head;
use super::tail::Tail;
use effortlet_columns::{Column, Kept};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

const MOST_BYTES: usize = 512 * 1_024 * 1_024;

/// What was asked for: the name of a column, or all of a segment's questions.
pub(super) type Asked = Cow<'static, str>;

/// Stands for what is counted of a segment.
const SUMS: Asked = Cow::Borrowed("sums");

type Columns = Vec<(String, Arc<Column>)>;

#[derive(Debug, Default)]
pub(super) struct Cache {
    segments: Mutex<Segments>,
    pub(super) tail: Tail,
}

#[derive(Debug, Default)]
struct Segments {
    all: HashMap<(Head, Asked), Entry>,
    /// Which of them was asked for when.
    order: BTreeMap<u64, (Head, Asked)>,
    now: u64,
    bytes: usize,
}

#[derive(Debug)]
struct Entry {
    at: u64,
    bytes: usize,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Columns(Columns),
    Sums(Kept),
}

impl Cache {
    pub(super) fn get(&self, head: &Head, asked: &Asked) -> Option<Columns> {
        match self.segments().get((head.clone(), asked.clone()))? {
            What::Columns(columns) => Some(columns),
            What::Sums(_) => None,
        }
    }

    pub(super) fn put(&self, head: &Head, asked: &Asked, columns: &Columns) {
        self.segments().put((head.clone(), asked.clone()), What::Columns(columns.clone()));
    }

    /// Where sums of a segment are kept.
    pub(super) fn sums(&self, head: &Head) -> Kept {
        let key = (head.clone(), SUMS);
        let mut segments = self.segments();
        let kept = match segments.get(key.clone()) {
            Some(What::Sums(kept)) => kept,
            _ => Kept::default(),
        };
        // Weighed anew, since it has grown when it was used.
        segments.put(key, What::Sums(kept.clone()));
        kept
    }

    fn segments(&self) -> MutexGuard<'_, Segments> {
        self.segments.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Segments {
    fn get(&mut self, key: (Head, Asked)) -> Option<What> {
        self.now += 1;
        let entry = self.all.get_mut(&key)?;
        let before = std::mem::replace(&mut entry.at, self.now);
        let what = entry.what.clone();
        self.order.remove(&before);
        self.order.insert(self.now, key);
        Some(what)
    }

    fn put(&mut self, key: (Head, Asked), what: What) {
        self.now += 1;
        let entry = Entry { at: self.now, bytes: what.size(), what };
        self.bytes += entry.bytes;
        self.order.insert(self.now, key.clone());
        if let Some(before) = self.all.insert(key, entry) {
            self.bytes -= before.bytes;
            self.order.remove(&before.at);
        }
        while self.bytes > MOST_BYTES
            && let Some((_, oldest)) = self.order.pop_first()
        {
            self.bytes -= self.all.remove(&oldest).map_or(0, |it| it.bytes);
        }
    }
}

impl What {
    fn size(&self) -> usize {
        match self {
            Self::Columns(columns) => columns.iter().map(|(_, column)| column.size()).sum(),
            Self::Sums(kept) => kept.size(),
        }
    }
}
