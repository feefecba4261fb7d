//! The built program on a free port, with a database of its own. Killed when the test is over.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

pub(crate) struct Program {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    _stdout: BufReader<ChildStdout>,
}

/// What responses of these tests answer. By the environment, since earlier builds know no such option.
const DEFINITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/effortlet.json");

/// The command, which tests may add to.
pub(crate) fn serve(folder: &Path) -> Command {
    serve_by(&path(), folder)
}

pub(crate) fn serve_by(build: &Path, folder: &Path) -> Command {
    let mut command = serve_on(build, &url(folder));
    command.current_dir(folder);
    command
}

/// The same on a database that may be anywhere.
pub(crate) fn serve_at(url: &str) -> Command {
    serve_on(&path(), url)
}

fn serve_on(build: &Path, url: &str) -> Command {
    let mut command = Command::new(build);
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", url]).env("EFFORTLET_DEFINITION", DEFINITION);
    command
}

pub(crate) fn program() -> Command {
    Command::new(path())
}

/// The same in a process that may have so many descriptors, and can have no more.
pub(crate) fn serve_with_descriptors(folder: &Path, limit: u32) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("ulimit -n {limit}; exec \"$0\" \"$@\"")]).arg(path());
    command.args(["serve", "--listen", "127.0.0.1:0", "--database", &url(folder)]).env("EFFORTLET_DEFINITION", DEFINITION);
    command
}

/// What is tested: what was built for it, or what `EFFORTLET_PROGRAM` names.
fn path() -> PathBuf {
    other_build().unwrap_or_else(built)
}

pub(crate) fn built() -> PathBuf {
    env!("CARGO_BIN_EXE_effortlet").into()
}

pub(crate) fn other_build() -> Option<PathBuf> {
    std::env::var_os("EFFORTLET_PROGRAM").map(PathBuf::from)
}

pub(crate) fn url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("effortlet.db").display())
}

impl Program {
    /// Returns once it listens.
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().rsplit('/').next().and_then(|it| it.parse().ok());
        let address = address.unwrap_or_else(|| panic!("it does not listen: {line:?}"));
        Self { child, address, _stdout: stdout }
    }

    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
    }

    /// How it ended, if it did in time.
    pub(crate) fn ended_within(&mut self, time: Duration) -> Option<ExitStatus> {
        ended_within(&mut self.child, time)
    }

    /// Hundredths of a second, user's and system's, are the 14th and the 15th word.
    #[cfg(target_os = "linux")]
    pub(crate) fn processor_time(&self) -> Duration {
        let words = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        let hundredths: u64 = words.split(' ').skip(13).take(2).map(|it| it.parse::<u64>().unwrap()).sum();
        Duration::from_millis(hundredths * 10)
    }

    /// The most memory that it has had, in MB.
    #[cfg(target_os = "linux")]
    pub(crate) fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1_000
    }
}

/// How a command that refuses to start ends, and what it says.
pub(crate) fn refused(mut command: Command) -> (ExitStatus, String) {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let ended = ended_within(&mut child, Duration::from_secs(5));
    let _ = child.kill();
    let said = child.wait_with_output().unwrap().stderr;
    (ended.expect("it was to be refused, and runs"), String::from_utf8(said).unwrap())
}

fn ended_within(child: &mut Child, time: Duration) -> Option<ExitStatus> {
    let latest = Instant::now() + time;
    while Instant::now() < latest {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    None
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
