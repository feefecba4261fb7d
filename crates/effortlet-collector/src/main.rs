//! The command `effortlet`: reads its arguments and hands them to the command they name.

use clap::Parser;
use effortlet_collector::command::{Arguments, run};
use effortlet_collector::start_logging;
use std::io::Write;
use std::process::ExitCode;

/// A request is many small allocations, on whichever thread it is just then.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let _logging = start_logging(arguments.logging());
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "effortlet: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(run(arguments));
    // A file that is being read and never comes would hold up the end.
    runtime.shutdown_background();
    ended
}
