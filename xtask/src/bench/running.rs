//! The collector while it is measured. Dropping it ends it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::paths;

pub(super) struct Running {
    child: Child,
    address: SocketAddr,
    _stdout: BufReader<ChildStdout>,
}

impl Running {
    /// With the limits raised that one address and one site come to, on `DATABASE_URL` or SQLite in the folder.
    pub(super) fn start(program: &Path, folder: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["serve", "--listen", "127.0.0.1:0", "--definition"]).arg(paths::root().join("www/effortlet.json"));
        for limit in ["--address-rate", "--address-burst", "--site-rate", "--site-burst"] {
            command.args([limit, "1000000"]);
        }
        if std::env::var_os("DATABASE_URL").is_none() {
            command.env("DATABASE_URL", format!("sqlite://{}", folder.join("effortlet.db").display()));
        }
        let mut child = command.stdout(Stdio::piped()).spawn().context("the collector: expected to run")?;
        let mut stdout = BufReader::new(child.stdout.take().context("the collector: expected an output")?);
        let mut line = String::new();
        stdout.read_line(&mut line)?;
        let address = line.trim().rsplit('/').next().and_then(|it| it.parse().ok());
        let address = address.with_context(|| format!("the collector: expected to listen, got {line:?}"))?;
        Ok(Self { child, address, _stdout: stdout })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Hundredths of a second, user's and system's, are the 14th and the 15th word.
    pub(super) fn processor_time(&self) -> Result<Duration> {
        let words = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let hundredths: u64 = words.split(' ').skip(13).take(2).filter_map(|it| it.parse::<u64>().ok()).sum();
        Ok(Duration::from_millis(hundredths * 10))
    }

    /// What it has in memory, in MB.
    pub(super) fn memory(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("expected the memory of the collector")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<u64>()? / 1_000)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
