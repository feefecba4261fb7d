//! `effortlet export`: every response, in a file or on standard output. Never changes one.

use super::known::unheard;
use super::{database, lines};
use crate::export::{Export, Format, Unfinished, pieces};
use crate::selection::Selection;
use axum::body::Bytes;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tempfile::NamedTempFile;
use tokio::sync::mpsc;

#[derive(clap::Args)]
#[group(id = "export")]
pub(super) struct Options {
    #[command(flatten)]
    selection: Selection,
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// The file to write, which is there once it is whole; standard output where none is named
    #[arg(long)]
    out: Option<PathBuf>,
    #[command(flatten)]
    database: database::Options,
}

pub(super) async fn export(options: Options) -> Result<ExitCode, String> {
    let [site, survey] = [&options.selection.site, &options.selection.survey].map(|it| it.clone().filter(|it| !it.is_empty()));
    let wanted = options.selection.wanted().map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|it| format!("--{}", it.message())).collect();
        lines.join("\neffortlet: ")
    })?;
    if options.format == Format::Xlsx && options.out.is_none() && io::stdout().is_terminal() {
        return Err("--out: expected a file, since a workbook is nothing to read in a terminal".to_owned());
    }
    let store = options.database.look().await?;
    // What is exported may be empty until the first answers come.
    unheard(&*store.catalog().await, site.as_deref(), survey.as_deref()).iter().for_each(lines::note);
    let export = Export::begin(&store, wanted, options.format).await.map_err(|error| error.to_string())?;
    let written = match &options.out {
        Some(file) => into_file(export, file).await,
        None => written(export, &mut io::stdout()).await,
    };
    match written {
        Ok(()) => Ok(ExitCode::SUCCESS),
        // Whoever has read enough, as `head` has, is served.
        Err(Unfinished::Unwritable(error)) if options.out.is_none() && error.kind() == ErrorKind::BrokenPipe => {
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Err(error.to_string()),
    }
}

async fn into_file(export: Export, file: &Path) -> Result<(), Unfinished> {
    let folder = file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut unfinished = NamedTempFile::new_in(folder)?;
    written(export, &mut unfinished).await?;
    unfinished.as_file().sync_all()?;
    unfinished.persist(file).map_err(|error| error.error)?;
    Ok(())
}

async fn written(export: Export, out: &mut impl Write) -> Result<(), Unfinished> {
    let (give, take) = pieces();
    // Where nothing can be written any more, that is why the export was abandoned.
    let (made, taken) = tokio::join!(export.write(give), all(take, out));
    taken?;
    made
}

async fn all(mut pieces: mpsc::Receiver<Bytes>, out: &mut impl Write) -> io::Result<()> {
    while let Some(piece) = pieces.recv().await {
        out.write_all(&piece)?;
    }
    out.flush()
}
