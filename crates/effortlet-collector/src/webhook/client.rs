//! One request to a receiver, over a connection of its own to an address that may be connected to.
//!
//! The name is resolved here, once, and only what was looked at is connected to, so that a name that
//! means something else a moment later leads nowhere. Never follows a redirect, never reads more of an
//! answer than it was told to, and never tells where it went.

use super::options::Options;
use super::reach::Reach;
use super::target::Target;
use axum::body::Bytes;
use axum::http::{HeaderName, HeaderValue, Method, Request, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

/// The head of an answer; hyper takes no less than 8 KiB.
const LARGEST_HEAD: usize = 64 * 1_024;

const AGENT: HeaderValue = HeaderValue::from_static(concat!("effortlet/", env!("CARGO_PKG_VERSION")));

/// Finds the addresses of a host and port.
pub(super) type Resolve = fn(String, u16) -> Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>>;

#[derive(Clone)]
pub(super) struct Client {
    pub(super) reach: Reach,
    tls: TlsConnector,
    pub(super) resolve: Resolve,
    within: Duration,
}

pub(super) struct Call<'a> {
    pub(super) method: Method,
    pub(super) target: &'a Target,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) body: Vec<u8>,
    /// So much of the answer's body is read; a longer one is none.
    pub(super) most: usize,
}

#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) retry_after: Option<String>,
    pub(super) body: Bytes,
}

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unanswered {
    Unresolved,
    /// All addresses of the name are private.
    NotPublic,
    Unreachable,
    /// Its certificate is not one that is known, or of another name.
    Tls,
    CutOff,
    TooLate,
}

impl fmt::Display for Unanswered {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Unresolved => "the name has no address",
            Self::NotPublic => "the address is not public, and private ones are not allowed",
            Self::Unreachable => "nobody takes the connection",
            Self::Tls => "the certificate is not one to be trusted",
            Self::CutOff => "the connection broke off before an answer",
            Self::TooLate => "no answer in time",
        })
    }
}

impl Client {
    /// The error says which file cannot be read.
    pub(super) fn new(options: &Options) -> Result<Self, String> {
        let mut roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        if let Some(file) = &options.webhook_ca {
            add(&mut roots, file).map_err(|error| format!("{}: expected certificates in PEM: {error}", file.display()))?;
        }
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let within = Duration::from_secs(options.webhook_timeout.into());
        Ok(Self { reach: options.reach, tls: TlsConnector::from(Arc::new(config)), resolve, within })
    }

    pub(super) async fn call(&self, call: Call<'_>) -> Result<Reply, Unanswered> {
        timeout(self.within, self.exchange(call)).await.unwrap_or(Err(Unanswered::TooLate))
    }

    async fn exchange(&self, call: Call<'_>) -> Result<Reply, Unanswered> {
        let stream = self.connect(call.target).await?;
        if !call.target.is_https {
            return over(stream, call).await;
        }
        let name = ServerName::try_from(call.target.host.clone()).map_err(|_| Unanswered::Tls)?;
        match self.tls.connect(name, stream).await {
            Ok(stream) => over(stream, call).await,
            Err(error) if error.get_ref().is_some_and(|inner| inner.is::<tokio_rustls::rustls::Error>()) => Err(Unanswered::Tls),
            Err(_) => Err(Unanswered::CutOff),
        }
    }

    async fn connect(&self, target: &Target) -> Result<TcpStream, Unanswered> {
        let found = (self.resolve)(target.host.clone(), target.port).await.map_err(|_| Unanswered::Unresolved)?;
        if found.is_empty() {
            return Err(Unanswered::Unresolved);
        }
        let mut why = Unanswered::NotPublic;
        for address in found.into_iter().filter(|it| self.reach.allows(it.ip())) {
            match TcpStream::connect(address).await {
                // The address that answers is the one that was asked, and is looked at once more.
                Ok(stream) if stream.peer_addr().is_ok_and(|peer| self.reach.allows(peer.ip())) => return Ok(stream),
                Ok(_) => {}
                Err(_) => why = Unanswered::Unreachable,
            }
        }
        Err(why)
    }
}

async fn over(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, call: Call<'_>) -> Result<Reply, Unanswered> {
    let request = request(&call).ok_or(Unanswered::Unresolved)?;
    let io = TokioIo::new(stream);
    let (mut sender, connection) =
        http1::Builder::new().max_buf_size(LARGEST_HEAD).handshake(io).await.map_err(|_| Unanswered::CutOff)?;
    // Ends with this exchange, whatever becomes of it.
    let mut driving = JoinSet::new();
    driving.spawn(connection);
    let answer = sender.send_request(request).await.map_err(|_| Unanswered::CutOff)?;
    let (head, body) = answer.into_parts();
    let retry_after = head.headers.get(header::RETRY_AFTER).and_then(|it| it.to_str().ok()).map(str::to_owned);
    // A status says enough where there is more to read, or it never ends.
    let body = if call.most == 0 { Bytes::new() } else { read(body, call.most).await? };
    Ok(Reply { status: head.status.as_u16(), retry_after, body })
}

async fn read(body: hyper::body::Incoming, most: usize) -> Result<Bytes, Unanswered> {
    Ok(Limited::new(body, most).collect().await.map_err(|_| Unanswered::CutOff)?.to_bytes())
}

fn request(call: &Call<'_>) -> Option<Request<Full<Bytes>>> {
    let host = call.target.uri.authority()?.as_str();
    let path = call.target.uri.path_and_query().map_or("/", |it| it.as_str());
    let request = Request::builder().method(call.method.clone()).uri(path).header(header::HOST, host);
    let request = request.header(header::USER_AGENT, AGENT).header(header::CONNECTION, "close");
    let mut request = request.body(Full::new(Bytes::from(call.body.clone()))).ok()?;
    request.headers_mut().extend(call.headers.iter().cloned());
    Some(request)
}

fn resolve(host: String, port: u16) -> Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>> {
    Box::pin(async move { Ok(tokio::net::lookup_host((host, port)).await?.collect()) })
}

fn add(roots: &mut RootCertStore, file: &Path) -> Result<(), String> {
    for certificate in CertificateDer::pem_file_iter(file).map_err(|error| error.to_string())? {
        let certificate = certificate.map_err(|error| error.to_string())?;
        roots.add(certificate).map_err(|error| error.to_string())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
