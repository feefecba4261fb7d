//! What the program can be asked for: one file a command.
//!
//! A command says in one line why it failed. Never decides what a request may do.

mod serve;
mod others;
mod check;
mod explain;
mod init;
mod report;
mod export;
mod token;
mod backup;
mod erase;
mod recount;
mod sample;
mod webhook;
mod database;
mod known;
mod lines;
mod supervised;

use crate::logging;
use clap::{Parser, Subcommand};
use std::io::Write;
use std::process::ExitCode;

/// Receives what Effortlet's visitors answered, stores it and reports the score.
#[derive(Parser)]
#[command(name = "effortlet", version)]
pub struct Arguments {
    #[command(flatten)]
    logging: logging::Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the collector: it hands out the widget and the definition, takes the answers and shows the reports
    Serve(serve::Options),
    /// Name every mistake of a definition
    Check(check::Options),
    /// Say what each survey waits for, where, for whom and how often, and what cannot come
    Explain(explain::Options),
    /// Write a first definition, by four questions or by flags
    Init(init::Options),
    /// Show the figures of a survey, or list the surveys
    Report(report::Options),
    /// Write every response to standard output
    Export(export::Options),
    /// Make a read token, for a program that reads the API
    Token(token::Options),
    /// Copy the database into a file, while a collector runs or not
    Backup(backup::Options),
    /// Erase everything of one person
    Erase(erase::Options),
    /// Say whether counts agree with the responses; 1 where they do not
    Recount(recount::Options),
    /// Fill a database with made-up responses, to see what reports of many look like
    Sample(sample::Options),
    /// Tell others of low scores, comments and weeks
    Webhook(webhook::Options),
}

impl Arguments {
    pub fn logging(&self) -> &logging::Options {
        &self.logging
    }
}

/// Runs what the arguments name, to its end.
pub async fn run(arguments: Arguments) -> ExitCode {
    let ended = match arguments.command {
        Command::Serve(options) => serve::serve(options).await,
        Command::Check(options) => check::check(&options),
        Command::Explain(options) => explain::explain(&options),
        Command::Init(options) => init::init(options),
        Command::Report(options) => report::report(options).await,
        Command::Export(options) => export::export(options).await,
        Command::Token(options) => token::token(options).await,
        Command::Backup(options) => backup::backup(options).await,
        Command::Erase(options) => erase::erase(options).await,
        Command::Recount(options) => recount::recount(options).await,
        Command::Sample(options) => sample::sample(options).await,
        Command::Webhook(options) => webhook::webhook(options).await,
    };
    ended.unwrap_or_else(|reason| {
        let _ = writeln!(std::io::stderr(), "effortlet: {reason}");
        ExitCode::FAILURE
    })
}
