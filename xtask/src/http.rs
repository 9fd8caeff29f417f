//! As much of HTTP as it takes to see whether our own server is up and what it sends.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};

pub struct Reply {
    pub status: u16,
    /// As it was sent: still compressed.
    pub body: Vec<u8>,
}

/// Asks once, over a connection of its own; compressed if the server can.
pub fn get(address: SocketAddr, path: &str, encoding: &str) -> Result<Reply> {
    let timeout = Duration::from_secs(30);
    let mut stream = TcpStream::connect_timeout(&address, timeout).context("connect")?;
    stream.set_read_timeout(Some(timeout)).context("limit the wait")?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Accept-Encoding: {encoding}\r\n\r\n"
    )
    .with_context(|| format!("ask for {path}"))?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).with_context(|| format!("read {path}"))?;
    parse(&bytes).with_context(|| format!("understand the reply to {path}"))
}

/// A port of this machine that nobody listens on just now.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("look for a free port")?;
    Ok(listener.local_addr().context("look for a free port")?.port())
}

/// Where a browser on this machine finds a server that listens on `address`.
pub fn reachable(address: SocketAddr) -> SocketAddr {
    match address.ip() {
        ip if ip.is_unspecified() => (IpAddr::from(Ipv4Addr::LOCALHOST), address.port()).into(),
        _ => address,
    }
}

fn parse(bytes: &[u8]) -> Option<Reply> {
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(bytes.get(..end)?).to_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let body = bytes.get(end + 4..)?;
    let is_chunked = head.lines().any(|it| it == "transfer-encoding: chunked");
    let body = if is_chunked { unchunked(body)? } else { body.to_vec() };
    Some(Reply { status, body })
}

fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|it| it == b"\r\n")?;
        let size = std::str::from_utf8(rest.get(..line)?).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend(rest.get(line + 2..line + 2 + size)?);
        rest = rest.get(line + 2 + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chunked_reply_is_put_together() {
        let bytes = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\
                      3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";

        let reply = parse(bytes).unwrap();

        assert_eq!((reply.status, reply.body.as_slice()), (200, b"abcde".as_slice()));
    }

    #[test]
    fn a_reply_cut_short_is_not_understood() {
        assert!(parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc").is_none());
    }
}
