//! `effortlet erase`: everything of one person, while a collector runs or not.
//!
//! Never erases what is not named.

use super::known::unheard;
use super::{database, lines};
use crate::catalog::DEFAULT_SITE;
use crate::clock::system_clock;
use crate::store::Whose;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "erase")]
pub(super) struct Options {
    #[command(flatten)]
    who: Who,
    /// The site whose pages told the fact
    #[arg(long, default_value = DEFAULT_SITE)]
    site: String,
    #[command(flatten)]
    database: database::Options,
}

#[derive(clap::Args)]
#[group(id = "who", required = true, multiple = false)]
struct Who {
    /// The id of a response
    #[arg(long, value_name = "ID")]
    response: Option<String>,
    /// A fact that pages told with identify, such as userId=4711: everything of whom it is true
    #[arg(long, value_name = "NAME=VALUE", value_parser = fact)]
    context: Option<(String, String)>,
}

const NOBODY: &str = "nobody is erased: no response is of this person";

fn fact(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').filter(|(name, _)| !name.is_empty()).ok_or("expected NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

pub(super) async fn erase(options: Options) -> Result<ExitCode, String> {
    let site = options.who.context.is_some().then(|| options.site.clone());
    let person = match (options.who.response, options.who.context) {
        // Ids are kept in lower case (RFC 9562), and copied from wherever somebody wrote them.
        (Some(id), _) => Whose::Response(id.trim().to_ascii_lowercase()),
        (None, Some((name, value))) => Whose::Fact { site: options.site, name, value },
        (None, None) => return Err("expected --response or --context".to_owned()),
    };
    let (store, writing) = options.database.change().await?;
    let erased = store.erase(person, system_clock()).await;
    let note = unheard(&*store.catalog().await, site.as_deref(), None);
    drop(store);
    writing.drained().await;
    match erased {
        Ok(0) => return Err(note.map_or_else(|| NOBODY.to_owned(), |it| format!("{NOBODY}; {it}"))),
        Ok(1) => lines::print("1 response is erased"),
        Ok(responses) => lines::print(format_args!("{responses} responses are erased")),
        Err(_) => return Err("the database cannot be written now, nothing is erased; try again".to_owned()),
    }
    Ok(ExitCode::SUCCESS)
}
