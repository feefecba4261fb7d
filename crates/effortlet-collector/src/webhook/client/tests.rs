use super::*;
use crate::webhook::reach::Reach;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// Known by nobody but who is told of it; of the names `receiver.test` and `127.0.0.1`.
const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/webhook/client/ca.pem");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/webhook/client/key.pem");

fn options(allow_private_webhooks: bool) -> Options {
    let reach = Reach { allow_private_webhooks, allow_http_webhooks: true };
    Options { reach, webhook_timeout: 5, ..Options::default() }
}

fn client(allow_private_webhooks: bool) -> Client {
    Client::new(&options(allow_private_webhooks)).unwrap()
}

/// Answers each connection alike, and counts them.
async fn serve(answer: &'static [u8], tls: bool) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (address, count) = (listener.local_addr().unwrap(), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&count);
    let acceptor = acceptor();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                if !tls {
                    return speak(stream, answer).await;
                }
                if let Ok(stream) = acceptor.accept(stream).await {
                    speak(stream, answer).await;
                }
            });
        }
    });
    (address, count)
}

async fn speak(mut stream: impl AsyncRead + AsyncWrite + Unpin, answer: &[u8]) {
    let mut asked = [0; 1_024];
    let _ = stream.read(&mut asked).await;
    let _ = stream.write_all(answer).await;
    let _ = stream.shutdown().await;
}

fn acceptor() -> TlsAcceptor {
    let chain = CertificateDer::pem_file_iter(CERTIFICATE).unwrap().collect::<Result<Vec<_>, _>>().unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    TlsAcceptor::from(Arc::new(config.with_single_cert(chain, PrivateKeyDer::from_pem_file(KEY).unwrap()).unwrap()))
}

async fn get(client: &Client, url: &str, most: usize) -> Result<Reply, Unanswered> {
    let target = Target::read(url, Reach { allow_private_webhooks: true, allow_http_webhooks: true }).unwrap();
    client.call(Call { method: Method::POST, target: &target, headers: Vec::new(), body: b"{}".to_vec(), most }).await
}

/// A name that means something public whenever anybody looks, and this machine besides.
fn rebinding(_: String, port: u16) -> Pin<Box<dyn Future<Output = io::Result<Vec<SocketAddr>>> + Send>> {
    let addresses = ["127.0.0.1", "::ffff:127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "fd00::1", "100.64.0.1"];
    let all = addresses.iter().map(|it| SocketAddr::new(it.parse().unwrap(), port)).collect();
    Box::pin(std::future::ready(Ok(all)))
}

#[tokio::test]
async fn a_name_that_leads_inside_is_refused_at_the_moment_it_is_used() {
    let (address, count) = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", false).await;
    let url = format!("http://public.example:{}/", address.port());
    let strict = Client { resolve: rebinding, ..client(false) };
    assert_eq!(get(&strict, &url, 0).await.unwrap_err(), Unanswered::NotPublic);
    for literal in ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "127.1", "0x7f.1", "2130706433"] {
        let refused = get(&client(false), &format!("http://{literal}:{}/", address.port()), 0).await.unwrap_err();
        assert!(matches!(refused, Unanswered::NotPublic | Unanswered::Unresolved), "{literal}: {refused:?}");
    }
    assert_eq!(count.load(Ordering::SeqCst), 0, "nobody was connected to");
    let lax = Client { resolve: rebinding, ..client(true) };
    assert_eq!(get(&lax, &url, 0).await.unwrap().status, 200);
}

#[tokio::test]
async fn only_a_certificate_of_a_known_authority_and_the_right_name_is_trusted() {
    let (address, _) = serve(b"HTTP/1.1 204 No Content\r\n\r\n", true).await;
    let here: Resolve = |_, port| Box::pin(std::future::ready(Ok(vec![SocketAddr::from(([127, 0, 0, 1], port))])));
    let knowing = Client::new(&Options { webhook_ca: Some(CERTIFICATE.into()), ..options(true) }).unwrap();
    let knowing = Client { resolve: here, ..knowing };
    let url = |name: &str| format!("https://{name}:{}/", address.port());
    assert_eq!(get(&knowing, &url("receiver.test"), 0).await.unwrap().status, 204);
    assert_eq!(get(&knowing, &url("other.test"), 0).await.unwrap_err(), Unanswered::Tls);
    let stranger = Client { resolve: here, ..client(true) };
    assert_eq!(get(&stranger, &url("receiver.test"), 0).await.unwrap_err(), Unanswered::Tls);
    let missing = Client::new(&Options { webhook_ca: Some("nowhere.pem".into()), ..options(true) });
    assert!(missing.err().unwrap().starts_with("nowhere.pem: expected certificates in PEM"));
}

#[tokio::test]
async fn no_more_is_read_than_was_asked_for() {
    let (address, _) = serve(b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n12345678", false).await;
    let url = format!("http://{address}/");
    let client = client(true);
    assert_eq!(get(&client, &url, 8).await.unwrap().body, "12345678");
    assert_eq!(get(&client, &url, 7).await.unwrap_err(), Unanswered::CutOff);
    assert_eq!(get(&client, &url, 0).await.unwrap().body, "");
}
