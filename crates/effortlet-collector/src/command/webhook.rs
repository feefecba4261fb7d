//! `effortlet webhook`: who is told of low scores, comments and weeks, beside a collector that may be running.
//!
//! Never shows a secret but when it is made, and takes none from the command line.

use super::known::unheard;
use super::{database, lines};
use crate::clock::system_clock;
use crate::event::{Form, Kind, NewDelivery, test};
use crate::store::{Store, Webhook, WebhookChange};
use crate::webhook::{Reach, read, shown};
use clap::builder::PossibleValuesParser;
use effortlet_core::source::{Problem, Value};
use serde_json::json;
use std::process::ExitCode;

#[derive(clap::Args)]
#[group(id = "webhook")]
pub(super) struct Options {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    database: database::Options,
}

#[derive(clap::Subcommand)]
enum What {
    /// Tell an address, from a few seconds on; its secret is shown once
    Add(Added),
    /// Show all that are told
    List,
    /// Have a running collector tell one what nobody has answered
    Test { id: String },
    /// Tell one no more
    Remove { id: String },
}

#[derive(clap::Args)]
#[group(id = "added")]
struct Added {
    /// Where to; for issues the address of the repository
    url: String,
    /// The form of what is told; issues need a token in EFFORTLET_WEBHOOK_TOKEN
    #[arg(long, default_value = "standard", value_parser = PossibleValuesParser::new(Form::ALL.map(Form::word)))]
    form: String,
    /// What is told; low answers and comments, unless it is said
    #[arg(long, value_parser = PossibleValuesParser::new(Kind::WANTED.map(Kind::word)))]
    wants: Vec<String>,
    /// The site whose responses are meant
    #[arg(long)]
    site: Option<String>,
    /// The one survey that is meant
    #[arg(long)]
    survey: Option<String>,
    #[command(flatten)]
    reach: Reach,
}

pub(super) async fn webhook(options: Options) -> Result<ExitCode, String> {
    let (store, writing) = options.database.change().await?;
    let done = run(&store, options.what).await;
    drop(store);
    writing.drained().await;
    done.map(|()| ExitCode::SUCCESS)
}

async fn run(store: &Store, what: What) -> Result<(), String> {
    match what {
        What::Add(added) => add(store, added).await?,
        What::List => store.webhooks().iter().for_each(|it| lines::print(line(it))),
        What::Test { id } => {
            let webhook = find(store, &id)?;
            let at = system_clock();
            let delivery = NewDelivery::of(&id, &test(&webhook.site, webhook.survey.as_deref(), at), at);
            let delivery = delivery.ok_or("the test cannot be written")?;
            let told = format!("{} is sent by the collector that runs", delivery.id);
            write(store, WebhookChange::Test(delivery)).await?;
            lines::print(told);
        }
        What::Remove { id } => {
            find(store, &id)?;
            write(store, WebhookChange::Remove { id }).await?;
            lines::print("it is told no more");
        }
    }
    Ok(())
}

async fn add(store: &Store, added: Added) -> Result<(), String> {
    let mut draft = json!({ "url": added.url, "form": added.form });
    if let Some(keys) = draft.as_object_mut() {
        let token = std::env::var("EFFORTLET_WEBHOOK_TOKEN").ok().filter(|_| added.form.starts_with("git"));
        let given = [("token", token), ("site", added.site), ("survey", added.survey)];
        keys.extend(given.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into()))));
        if !added.wants.is_empty() {
            keys.insert("wants".to_owned(), added.wants.into());
        }
    }
    let webhook = read(&Value::from(&draft), added.reach, system_clock()).map_err(|problems| {
        problems.iter().map(Problem::message).collect::<Vec<_>>().join("\neffortlet: ")
    })?;
    let (id, secret) = (webhook.id.clone(), webhook.secret.0.clone());
    let note = unheard(&*store.catalog().await, Some(&webhook.site), webhook.survey.as_deref());
    write(store, WebhookChange::Add(webhook)).await?;
    lines::print(format_args!("id {id}"));
    lines::print(format_args!("secret {secret}"));
    note.into_iter().for_each(|it| lines::print(format_args!("note {it}")));
    Ok(())
}

fn line(it: &Webhook) -> String {
    let wants = it.wants.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(",");
    let survey = it.survey.as_deref().unwrap_or("*");
    format!("{} {} {} {wants} {}/{survey} {}", it.id, it.state.word(), it.form.word(), it.site, shown(&it.url.0, it.form))
}

fn find(store: &Store, id: &str) -> Result<Webhook, String> {
    let webhooks = store.webhooks();
    webhooks.iter().find(|it| it.id == id).cloned().ok_or_else(|| "webhook: expected the id of one that is there".to_owned())
}

async fn write(store: &Store, change: WebhookChange) -> Result<(), String> {
    let written = store.change_webhook(change).await;
    written.map(|_| ()).map_err(|_| "the database cannot be written now; try again".to_owned())
}
