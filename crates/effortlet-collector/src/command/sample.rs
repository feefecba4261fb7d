//! `effortlet sample N`: a database with made-up responses, to try reports on.
//!
//! Never fills a database that has responses.

use super::{database, lines};
use crate::catalog::{self, DEFAULT_SITE};
use crate::clock::system_clock;
use crate::sample::{VERSIONS, definition, demo, response, sought};
use crate::store::{Received, Store};
use effortlet_core::time::Timestamp;
use std::collections::VecDeque;
use std::process::ExitCode;

/// So many are written at once: a flush to the disk for each would take longer than all else.
const AT_ONCE: usize = 4_096;

/// So many others answer before somebody goes on.
const LATER: u64 = 3_000;

#[derive(clap::Args)]
#[group(id = "sample")]
pub(super) struct Options {
    /// How many people have answered
    responses: u64,
    /// A help center of 60 articles over 26 weeks, in three languages, ten of which lose most visitors
    #[arg(long)]
    demo: bool,
    /// Another one makes up other responses
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The last day of theirs, such as 2026-11-29; today where none is given
    #[arg(long, value_parser = day)]
    until: Option<Timestamp>,
    #[command(flatten)]
    database: database::Options,
}

fn day(text: &str) -> Result<Timestamp, String> {
    effortlet_core::response::moment(&format!("{text}T00:00:00.000Z")).ok_or_else(|| "expected a day such as 2026-11-29".to_owned())
}

pub(super) async fn sample(options: Options) -> Result<ExitCode, String> {
    let (store, writing) = Store::open(&options.database.url).await.map_err(|error| error.to_string())?;
    let filled = fill(&store, &options).await;
    drop(store);
    writing.drained().await;
    lines::print(format_args!("{} responses in {} revisions", options.responses, filled?));
    if options.demo {
        lines::print(format_args!("the ten articles that truly lose most visitors: {}", demo::worst().join(", ")));
        lines::print(format_args!("the six articles that were repaired: {}", demo::repaired().join(", ")));
    }
    Ok(ExitCode::SUCCESS)
}

/// The revisions of one of so many responses, by a seed, up to a day.
type MakeUp = fn(u64, u64, u64, Timestamp) -> Vec<Received>;

async fn fill(store: &Store, options: &Options) -> Result<u64, String> {
    if !store.surveys().await.map_err(|error| error.to_string())?.is_empty() {
        return Err("expected a database without responses".to_owned());
    }
    let now = options.until.unwrap_or_else(system_clock);
    let (definitions, response): (Vec<String>, MakeUp) = match options.demo {
        true => (vec![demo::DEFINITION.to_owned()], demo::response),
        false => (VERSIONS.map(definition).into(), response),
    };
    for definition in definitions {
        let definition = catalog::read(&definition).map_err(|_| "the sample's definition has a mistake")?;
        store.register(definition, now).await.map_err(|_| format!("site {DEFAULT_SITE} has another definition"))?;
    }
    let mut revisions = 0;
    let mut group: Vec<Received> = Vec::with_capacity(AT_ONCE);
    let mut later: VecDeque<(u64, Received)> = VecDeque::new();
    for number in 0..options.responses {
        let mut own = response(options.seed, number, options.responses, now).into_iter();
        group.extend(own.next());
        later.extend(own.map(|it| (number + LATER, it)));
        while later.front().is_some_and(|(at, _)| *at <= number) {
            group.extend(later.pop_front().map(|(_, it)| it));
        }
        if group.len() >= AT_ONCE {
            revisions += keep(store, &mut group).await?;
        }
    }
    group.extend(later.into_iter().map(|(_, it)| it));
    revisions += keep(store, &mut group).await?;
    for it in if options.demo { sought::sorted(now) } else { Vec::new() } {
        store.sort_topic(it).await.map_err(|refused| format!("cannot be stored: {refused:?}"))?;
    }
    store.fold_enough().await.map_err(|error| error.to_string())?;
    Ok(revisions)
}

async fn keep(store: &Store, group: &mut Vec<Received>) -> Result<u64, String> {
    let revisions = group.len() as u64;
    let kept = store.keep(std::mem::take(group)).await;
    kept.map(|_| revisions).map_err(|refused| format!("cannot be stored: {refused:?}"))
}
