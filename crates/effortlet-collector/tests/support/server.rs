//! A PostgreSQL of one run of tests: in a temporary folder, reached by a socket in it, gone with the run.
//!
//! Never touches one that is there already.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{LazyLock, Mutex, OnceLock};

/// Ends with what it reads from, and so with the tests, however they end.
const SCRIPT: &str = r#"
folder=$(mktemp -d "${TMPDIR:-/tmp}/effortlet-postgres.XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
cd "$folder"
if ! "$1/initdb" -D data -U effortlet --auth=trust --encoding=UTF8 --no-locale --no-sync >log 2>&1; then cat log >&2; exit 1; fi
"$1/postgres" -D data -k "$folder" -c listen_addresses= -c max_connections=300 -c fsync="$2" -c full_page_writes="$2" \
    -c wal_level=minimal -c max_wal_senders=0 -c jit=off >>log 2>&1 &
server=$!
until "$1/pg_isready" -q -h "$folder"; do
    if ! kill -0 $server 2>/dev/null; then cat log >&2; exit 1; fi
    sleep 0.02
done
echo "$folder"
cat >/dev/null
kill -INT $server
wait $server
"#;

const PROGRAMS: [&str; 6] = ["initdb", "postgres", "pg_isready", "createdb", "psql", "pg_dump"];

pub(crate) struct Server {
    programs: PathBuf,
    folder: String,
    made: Mutex<BTreeSet<String>>,
    _until: ChildStdin,
}

/// The one of this run, started when it is asked for first; `fsync` as that asks.
pub(crate) fn server(fsync: bool) -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    let started = SERVER.get_or_init(|| match Server::start(fsync) {
        Ok(server) => Some(server),
        Err(reason) => {
            // Not by `eprintln`, which a test that passes keeps to itself.
            let told = format!("\nSKIPPED: tests on PostgreSQL ran on SQLite instead, or not at all: {reason}\n");
            let _ = std::io::stderr().write_all(told.as_bytes());
            None
        }
    });
    started.as_ref()
}

impl Server {
    fn start(fsync: bool) -> Result<Self, String> {
        let programs = programs().ok_or("it is not installed (Debian: apt-get install postgresql)")?;
        let mut command = Command::new("sh");
        // The server refuses to run as root.
        if is_root() {
            command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "sh"]);
        }
        let fsync = if fsync { "on" } else { "off" };
        let started = command.args(["-c", SCRIPT, "sh"]).arg(&programs).arg(fsync).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = started.map_err(|error| format!("it cannot be started: {error}"))?;
        let (until, out) = child.stdin.take().zip(child.stdout.take()).ok_or("it has no pipes")?;
        let mut folder = String::new();
        BufReader::new(out).read_line(&mut folder).map_err(|error| error.to_string())?;
        match folder.trim_end() {
            "" => Err("it did not start, see above".to_owned()),
            folder => Ok(Self { programs, folder: folder.to_owned(), made: Mutex::default(), _until: until }),
        }
    }

    /// The database of a folder, made when it is asked for first, as a copy of one that is migrated.
    pub(crate) fn url(&self, of: &Path) -> String {
        let mut hasher = DefaultHasher::new();
        of.hash(&mut hasher);
        let name = format!("t{:016x}", hasher.finish());
        let mut made = self.made.lock().unwrap();
        if made.insert(name.clone()) {
            LazyLock::force(&TEMPLATE)(self);
            self.run("createdb", &["--template", "migrated", &name]);
        }
        self.url_of(&name)
    }

    fn url_of(&self, name: &str) -> String {
        format!("postgresql://effortlet@{}/{name}", self.folder.replace('/', "%2F"))
    }

    /// One of its programs, on a database of it.
    pub(crate) fn run(&self, program: &str, words: &[&str]) -> String {
        let mut command = Command::new(self.programs.join(program));
        let ran = command.args(["-h", &self.folder, "-U", "effortlet"]).args(words).output().unwrap();
        assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).unwrap()
    }

    /// Ends every connection to the database of a folder, as a server does that goes away.
    #[allow(dead_code, reason = "not every run of tests does it")]
    pub(crate) fn cut_off(&self, of: &str) {
        let name = of.rsplit('/').next().unwrap();
        let sql = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        self.run("psql", &["-d", "postgres", "-c", &sql]);
    }
}

type Make = Box<dyn Fn(&Server) + Send + Sync>;

/// What every database begins as: the program has migrated it.
static TEMPLATE: LazyLock<Make> = LazyLock::new(|| {
    let once = std::sync::Once::new();
    Box::new(move |server| {
        once.call_once(|| {
            server.run("createdb", &["migrated"]);
            let url = server.url_of("migrated");
            let ran = Command::new(env!("CARGO_BIN_EXE_effortlet")).args(["recount", "--database", &url]).output().unwrap();
            assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        });
    })
});

/// Debian has a folder for each version; elsewhere they are where programs are.
fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|it| it.path().join("bin"));
    let mut all: Vec<PathBuf> = versions.collect();
    all.sort();
    all.reverse();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    all.extend(std::env::split_paths(&paths));
    all.into_iter().find(|folder| PROGRAMS.iter().all(|it| folder.join(it).is_file()))
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|it| it.stdout == b"0\n")
}
