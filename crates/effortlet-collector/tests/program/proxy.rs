//! nginx and Caddy with the files of `deploy/`, each on an address of its own, in front of whatever stands there.
//! Killed when the test is over; those of the machine's owner are never touched.

use crate::client::Client;
use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::net::TcpSocket;

/// Where the files' collector is.
const COLLECTOR: &str = "127.0.0.1:8787";

pub(crate) struct Proxy {
    child: Child,
    pub(crate) address: SocketAddr,
    folder: TempDir,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Make {
    Nginx,
    Caddy,
}

pub(crate) fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").join(name)
}

/// Past the test runner, which shows of a test that passes nothing else.
pub(crate) fn skipped(what: &str, program: &str, package: &str) {
    said(&format!("skipped: {what}, since {program} cannot be run (Debian: apt-get install {package})"));
}

pub(crate) fn said(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

impl Make {
    fn program(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Nginx => "nginx-light",
            Self::Caddy => "caddy",
        }
    }

    /// In front of `collector`. None, and said so, where the machine has no such program.
    pub(crate) fn before(self, collector: SocketAddr) -> Option<Proxy> {
        let folder = tempfile::tempdir().unwrap();
        let address = of_our_own(collector.port());
        let mut command = match self {
            Self::Nginx => nginx(folder.path(), address, collector),
            Self::Caddy => caddy(folder.path(), address, collector),
        };
        let log = fs::File::create(folder.path().join("log")).unwrap();
        command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        command.env("PATH", places());
        command.env("HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path()).env("XDG_DATA_HOME", folder.path());
        let Ok(child) = command.spawn() else {
            skipped(&format!("behind {}", self.program()), self.program(), self.package());
            return None;
        };
        let mut proxy = Proxy { child, address, folder };
        proxy.wait();
        Some(proxy)
    }
}

/// Debian puts servers where only root looks for them; `setup.mjs` unpacks them where there are none.
fn places() -> String {
    let unpacked = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/servers/usr");
    let path = std::env::var("PATH").unwrap_or_default();
    format!("{path}:/usr/sbin:/usr/local/sbin:{unpacked}/sbin:{unpacked}/bin")
}

/// Nobody else listens on a network of this process's number, at the port that its collector has.
fn of_our_own(port: u16) -> SocketAddr {
    let [_, _, high, low] = std::process::id().to_be_bytes();
    SocketAddrV4::new(Ipv4Addr::new(127, 77, high, low.clamp(1, 254)), port).into()
}

/// The server of the file, without its certificate: the test speaks HTTP.
fn nginx(folder: &Path, address: SocketAddr, collector: SocketAddr) -> Command {
    let server = fs::read_to_string(file("nginx.conf")).unwrap();
    let is_of_tls = |line: &&str| line.trim().starts_with("ssl_certificate") || line.contains("listen [::]:443 ssl;");
    let server: Vec<&str> = server.lines().filter(|line| !is_of_tls(line)).collect();
    let server = replaced(&server.join("\n"), "listen 443 ssl;", &format!("listen {address};"));
    let server = replaced(&server, &format!("server {COLLECTOR};"), &format!("server {collector};"));
    fs::write(folder.join("effortlet.conf"), server).unwrap();
    let kept: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("  {kind}_temp_path {}/{kind};\n", folder.display()))
        .concat();
    let main = format!(
        "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {{}}\n\
         http {{\n{kept}  access_log off;\n  include effortlet.conf;\n}}\n"
    );
    fs::write(folder.join("nginx.conf"), main).unwrap();
    let mut command = Command::new("nginx");
    command.arg("-p").arg(folder).args(["-e", "stderr", "-c", "nginx.conf"]);
    command
}

/// The site of the file, without a certificate, and without a door for whoever administers it.
fn caddy(folder: &Path, address: SocketAddr, collector: SocketAddr) -> Command {
    let site = fs::read_to_string(file("Caddyfile")).unwrap();
    let site = replaced(&site, "\nhelp.example.com {", &format!("\nhttp://:{} {{\n\tbind {}", address.port(), address.ip()));
    let site = replaced(&site, &format!("reverse_proxy {COLLECTOR} {{"), &format!("reverse_proxy {collector} {{"));
    fs::write(folder.join("Caddyfile"), format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}")).unwrap();
    let mut command = Command::new("caddy");
    command.arg("run").args(["--adapter", "caddyfile", "--config"]).arg(folder.join("Caddyfile"));
    command
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert_eq!(text.matches(from).count(), 1, "expected {from:?} once in\n{text}");
    text.replace(from, to)
}

impl Proxy {
    /// Returns once it listens.
    fn wait(&mut self) {
        let latest = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(self.address).is_err() {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < latest, "{ended:?}: {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// A visitor at that address, which is one of this machine's own.
    pub(crate) fn visitor(&self, from: [u8; 4]) -> Client {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let stream = runtime.block_on(async {
            let socket = TcpSocket::new_v4().unwrap();
            socket.bind((Ipv4Addr::from(from), 0).into()).unwrap();
            socket.connect(self.address).await.unwrap().into_std().unwrap()
        });
        stream.set_nonblocking(false).unwrap();
        Client::over(stream).unwrap()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
