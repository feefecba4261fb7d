//! One connection over which requests go, as plain as HTTP gets.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

pub(crate) struct Client(BufReader<TcpStream>);

/// No reply within this is none.
const PATIENCE: Duration = Duration::from_secs(5);

pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Lower case, with its body after an empty line.
    pub(crate) text: String,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> io::Result<Self> {
        Self::over(TcpStream::connect_timeout(&address, PATIENCE)?)
    }

    /// Over a connection that is there.
    pub(crate) fn over(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(Self(BufReader::new(stream)))
    }

    pub(crate) fn get(&mut self, path: &str) -> io::Result<Reply> {
        self.send(&format!("GET {path} HTTP/1.1\r\nhost: ces.example\r\n\r\n"))
    }

    pub(crate) fn post(&mut self, document: &str) -> io::Result<Reply> {
        let length = document.len();
        self.send(&format!(
            "POST /v1/responses HTTP/1.1\r\nhost: ces.example\r\ncontent-type: text/plain\r\ncontent-length: {length}\r\n\r\n{document}"
        ))
    }

    pub(crate) fn send(&mut self, request: &str) -> io::Result<Reply> {
        self.0.get_mut().write_all(request.as_bytes())?;
        self.reply()
    }

    /// Sends without waiting for a reply.
    pub(crate) fn begin(&mut self, request: &str) -> io::Result<()> {
        self.0.get_mut().write_all(request.as_bytes())
    }

    /// What comes of a reply, up to the first line that ends so.
    #[cfg(target_os = "linux")]
    pub(crate) fn read_until(&mut self, end: &str) -> io::Result<String> {
        let mut text = String::new();
        while !text.ends_with(end) {
            if self.0.read_line(&mut text)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(text)
    }

    pub(crate) fn reply(&mut self) -> io::Result<Reply> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.0.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let head = head.to_ascii_lowercase();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(0, |it| it.parse().unwrap())];
        self.0.read_exact(&mut body)?;
        Ok(Reply { status: status.unwrap(), text: head + &String::from_utf8_lossy(&body) })
    }
}

/// One post over a connection of its own.
pub(crate) fn post(address: SocketAddr, document: &str) -> io::Result<u16> {
    Ok(Client::connect(address)?.post(document)?.status)
}
