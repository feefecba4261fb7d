//! `effortlet recount`: whether the columns that figures come from agree with the responses.
//!
//! Never changes a response.

use super::{database, lines};
use crate::store::{Recounted, Store};
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "recount")]
pub(super) struct Options {
    /// Make all columns anew from the responses, then look
    #[arg(long)]
    repair: bool,
    #[command(flatten)]
    database: database::Options,
}

pub(super) async fn recount(options: Options) -> Result<ExitCode, String> {
    let told = |error: crate::store::Unreadable| error.to_string();
    let recounted = if options.repair {
        let (store, writing) = options.database.change().await?;
        let recounted = repaired(&store).await;
        drop(store);
        writing.drained().await;
        recounted.map_err(told)?
    } else {
        options.database.look().await?.recount().await.map_err(told)?
    };
    let mut agrees = true;
    for it in &recounted {
        lines::print(line(it));
        it.differences.iter().for_each(|difference| lines::print(format_args!("  {difference}")));
        agrees &= it.differences.is_empty();
    }
    Ok(if agrees { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn repaired(store: &Store) -> Result<Vec<Recounted>, crate::store::Unreadable> {
    store.refold().await?;
    store.recount().await
}

fn line(it: &Recounted) -> String {
    let agrees = if it.differences.is_empty() { "counts agree" } else { "counts do not agree" };
    format!("{} of {}: {} responses, {agrees}", it.survey, it.site, it.responses)
}
