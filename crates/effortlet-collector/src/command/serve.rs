//! `effortlet serve`: the collector, until a signal to stop.

use super::{database, lines, others, supervised};
use crate::access::{self, Access};
use crate::app::App;
use crate::clock::system_clock;
use effortlet_columns::Fact;
use crate::door::{self, Allowed, Door, origins};
use crate::definitions::{NotRegistered, register};
use crate::metrics::Metrics;
use crate::monitoring;
use crate::life::{self, Keeping, Masking};
use crate::proxy::{self, Proxies};
use crate::facts::Facts;
use crate::report;
use crate::published::{Published, Refusal, Unfit, Watch};
use crate::router::router;
use crate::serving::{self, Farewell};
use crate::site::refuse_database_within;
use crate::store::{Store, Writing, file_of};
use crate::webhook::{self, Sender};
use crate::weekly::Weekly;
use std::convert::Infallible;
use std::pin::Pin;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

#[derive(clap::Args)]
#[group(id = "serve")]
pub(super) struct Options {
    /// The address and port to listen on; port 0 takes a free one
    #[arg(long, env = "EFFORTLET_LISTEN", default_value = "127.0.0.1:8787")]
    listen: String,
    /// An address of its own for /metrics, which asks nobody who they are, such as 127.0.0.1:9100
    #[arg(long, env = "EFFORTLET_METRICS_LISTEN", value_name = "ADDRESS")]
    metrics_listen: Option<String>,
    #[command(flatten)]
    database: database::Options,
    /// What to ask, when and whom: served to pages, and read again whenever it changes; given once for each site
    #[arg(long, env = "EFFORTLET_DEFINITION")]
    definition: Vec<PathBuf>,
    /// A fact of `identify` that reports can be filtered by, such as plan; never one that is a person's own
    #[arg(long, env = "EFFORTLET_FACT", value_name = "NAME", value_delimiter = ',')]
    fact: Vec<Fact>,
    /// A folder of static files to serve beside it
    #[arg(long, env = "EFFORTLET_SITE")]
    site: Option<PathBuf>,
    #[command(flatten)]
    door: door::Options,
    #[command(flatten)]
    serving: serving::Options,
    #[command(flatten)]
    life: life::Options,
    #[command(flatten)]
    access: access::Options,
    #[command(flatten)]
    proxy: proxy::Options,
    #[command(flatten)]
    webhooks: webhook::Options,
}

/// How long connections wait for pages to be made ready.
const LONGEST_READY: Duration = Duration::from_millis(500);

/// How long the writer may take for what was taken, after connections had their 6 s: 9 s in all,
/// and service managers kill after 10.
const LONGEST_DRAIN: Duration = Duration::from_secs(3);

/// Serves until a signal to stop, then until everything that was taken is written.
pub(super) async fn serve(options: Options) -> Result<ExitCode, String> {
    if let Some(site) = options.site.as_ref().filter(|site| !site.is_dir()) {
        return Err(format!("site {}: expected a folder", site.display()));
    }
    let database = file_of(&options.database.url).map_err(|error| error.to_string())?;
    if let (Some(site), Some(database)) = (&options.site, database) {
        refuse_database_within(site, &database)?;
    }
    let proxies = Proxies::new(&options.proxy.trusted_proxy);
    let door = Door::new(&options.door, proxies.clone());
    let published = Published::default();
    let watches: Vec<Watch> =
        options.definition.iter().map(|file| begin(file, &published)).collect::<Result<_, _>>()?;
    let (listener, address) = bind(&options.listen).await?;
    let for_metrics = match &options.metrics_listen {
        Some(listen) => Some(bind(listen).await?),
        None => None,
    };
    let (store, mut writing) =
        Store::open(&options.database.url).await.map_err(|error| error.to_string())?;
    let facts = Facts::begin(&store, options.fact).await?;
    let listed = others::list_posted(&store, &door.allowed, &published).await;
    listed.map_err(|error| format!("the database cannot be read: {error}"))?;
    others::take_up(&store, &published).await.map_err(|error| format!("the database cannot be read: {error}"))?;
    for draft in published.all() {
        let known = make_known(&store, &door.allowed, &draft.text).await;
        known.map_err(|reason| format!("the definition of site {} is refused: {reason}", draft.site))?;
    }
    let mut watching: JoinSet<Infallible> =
        watches.into_iter().map(|watch| watch.keep_up(published.clone(), registering(&store, &door.allowed))).collect();
    watching.spawn(others::keep_up(store.clone(), door.allowed.clone(), published.clone()));
    let access = Access::new(&options.access, proxies, options.proxy.base_path, store.clone(), system_clock);
    let first = access.begin(password()).await?;
    let keeping = Keeping::new(&options.life).keep_up(store.clone(), system_clock);
    let mut letting_go = JoinSet::from_iter([keeping]);
    let seed = getrandom::u64().map_err(|error| error.to_string())?;
    let sender = Sender::new(store.clone(), &options.webhooks, system_clock, seed)?;
    let mut telling = JoinSet::from_iter([sender.keep_up()]);
    telling.spawn(Weekly::new(store.clone(), system_clock).keep_up());
    let (masking, reach) = (Masking(options.life.mask_texts), options.webhooks.reach);
    let (metrics, kind) = (Metrics::default(), store.kind());
    let (until, farewell) = Farewell::new();
    let app = App { store, clock: system_clock, published, door, access, masking, reach, metrics: metrics.clone(), farewell, facts };
    let mut watched = JoinSet::new();
    watched.spawn(report::make_ready(app.clone()));
    // It alone is in there yet; what takes longer goes on beside requests.
    let _ = tokio::time::timeout(LONGEST_READY, watched.join_next()).await;
    let metrics_address = for_metrics.map(|(listener, address)| {
        watched.spawn(serving::serve_alone(listener, monitoring::open_routes(app.clone()), options.serving.clone()));
        address
    });
    let routes = router(app, options.site);
    start_line(kind, address, metrics_address);
    lines::print(format_args!("listening on http://{address}"));
    if let Some(first) = first {
        lines::print(format_args!("set the password at http://{}{first}", here(address)));
    }

    let stop = async {
        asked_to_stop().await;
        drop(until);
    };
    supervised::tell_ready();
    tokio::select! {
        () = serving::serve(listener, routes, &options.serving, &metrics, stop) => {}
        reason = writing.broken() => return Err(reason),
        reason = broken(&mut watching, "a definition is no longer looked at") => return Err(reason),
        reason = broken(&mut letting_go, "what is too old is no longer deleted") => return Err(reason),
        reason = broken(&mut telling, "nobody is told of low scores, comments and weeks any more") => return Err(reason),
        never = supervised::keep_telling() => match never {},
    }
    // All may hold the store.
    watched.shutdown().await;
    watching.shutdown().await;
    letting_go.shutdown().await;
    telling.shutdown().await;
    drain(writing).await?;
    Ok(ExitCode::SUCCESS)
}

async fn bind(listen: &str) -> Result<(TcpListener, SocketAddr), String> {
    let listener = TcpListener::bind(listen).await.map_err(|error| format!("cannot listen on {listen}: {error}"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    Ok((listener, address))
}

/// The first line of the log: what runs, and where.
fn start_line(database: &str, address: SocketAddr, metrics: Option<SocketAddr>) {
    let metrics = metrics.map(tracing::field::display);
    tracing::info!(version = env!("CARGO_PKG_VERSION"), database, listen = %address, metrics, "started");
}

/// A definition is known to the database before any page asks by it, so that its answers count.
fn registering(store: &Store, allowed: &Allowed) -> impl Fn(String) -> Registering + Send + Sync + 'static {
    let (store, allowed) = (store.clone(), allowed.clone());
    move |text| {
        let (store, allowed) = (store.clone(), allowed.clone());
        Box::pin(async move {
            match make_known(&store, &allowed, &text).await {
                Ok(()) => Ok(()),
                Err(reason @ NotRegistered::Problems(_)) => Err(Refusal::Final(reason.to_string())),
                Err(reason @ NotRegistered::Unavailable) => Err(Refusal::ForNow(reason.to_string())),
            }
        })
    }
}

async fn make_known(store: &Store, allowed: &Allowed, definition: &str) -> Result<(), NotRegistered> {
    let taken = register(store, definition, system_clock()).await?;
    allowed.list(&taken.site, origins(&taken.origins).unwrap_or_default());
    Ok(())
}

type Registering = Pin<Box<dyn Future<Output = Result<(), Refusal>> + Send>>;

/// A definition that nobody looks at any more would be served for ever, whatever is written.
async fn broken(tasks: &mut JoinSet<Infallible>, told: &str) -> String {
    match tasks.join_next().await {
        Some(Err(broken)) => format!("{told}: {broken}"),
        _ => std::future::pending().await,
    }
}

async fn drain(writing: Writing) -> Result<(), String> {
    let drained = tokio::time::timeout(LONGEST_DRAIN, writing.drained()).await;
    drained.map_err(|_| "the database took too long, so that some posts were not acknowledged".to_owned())
}

/// Not an option: what a command line holds, all users of a machine see.
fn password() -> Option<String> {
    std::env::var("EFFORTLET_PASSWORD").ok().filter(|password| !password.is_empty())
}

/// The address at which a browser on this machine finds it.
fn here(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => SocketAddr::new(Ipv4Addr::LOCALHOST.into(), address.port()),
        IpAddr::V6(ip) if ip.is_unspecified() => SocketAddr::new(Ipv6Addr::LOCALHOST.into(), address.port()),
        _ => address,
    }
}

/// The first definition; a start with a broken one is refused, each mistake in a line.
fn begin(file: &Path, published: &Published) -> Result<Watch, String> {
    let told = |unfit: Unfit| {
        let lines: Vec<String> = unfit.lines().iter().map(|line| format!("{}: {line}", file.display())).collect();
        lines.join("\neffortlet: ")
    };
    let (watch, draft) = Watch::begin(file.to_path_buf()).map_err(told)?;
    if published.of(&draft.site).is_some() {
        return Err(format!("{}: site: expected another one than {}, which is served already", file.display(), draft.site));
    }
    for warning in &draft.warnings {
        tracing::warn!(file = %file.display(), "{warning}");
    }
    published.publish(draft);
    Ok(watch)
}

async fn asked_to_stop() {
    signal_to_stop().await;
    supervised::tell_stopping();
}

/// SIGINT, and on Unix SIGTERM.
async fn signal_to_stop() {
    let interrupted = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! {
                () = interrupted => {},
                _ = terminate.recv() => {},
            },
            Err(_) => interrupted.await,
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
