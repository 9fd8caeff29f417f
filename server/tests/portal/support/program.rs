//! The program as it ships, as a process of its own, and a client that needs nothing but a socket.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

/// The program with these arguments, in a folder, with nothing of our own settings.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yangguang"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for (name, _) in std::env::vars_os() {
        let is_ours = name.to_str().is_some_and(|it| it.starts_with("YANGGUANG_"));
        if is_ours || name == "DATABASE_URL" {
            command.env_remove(name);
        }
    }
    command.env("NO_COLOR", "1").env("RUST_BACKTRACE", "0");
    command
}

/// Runs to its end with something on standard input.
pub fn fed(mut command: Command, input: &str) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that has seen enough may close its input early.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    child.wait_with_output().unwrap()
}

/// `yangguang serve`, listening. Killed when dropped.
pub struct Server {
    pub child: Child,
    pub port: u16,
}

impl Server {
    pub fn start(folder: &Path, database_url: &str) -> Self {
        let mut command = program(folder, &["serve", "--addr", "127.0.0.1:0"]);
        command
            .env("DATABASE_URL", database_url)
            .env("YANGGUANG_SECRET", "7f".repeat(32))
            .env("YANGGUANG_HOURLY_FILINGS", "1000000")
            .env("YANGGUANG_HOURLY_LOOKUPS", "1000000")
            .stderr(Stdio::piped());
        Self::of(command.spawn().unwrap())
    }

    /// Once it listens; its standard error must be a pipe.
    pub fn of(mut child: Child) -> Self {
        let port = port(child.stderr.take().unwrap());
        Self { child, port }
    }

    /// `kill -9`: it has no time to tidy up.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Reads on for as long as the program lives: who does not listen makes it wait.
fn port(log: ChildStderr) -> u16 {
    let mut lines = BufReader::new(log).lines();
    let mut seen = String::new();
    while let Some(Ok(line)) = lines.next() {
        if let Some((_, port)) = line.split_once("serving http://127.0.0.1:") {
            thread::spawn(move || lines.for_each(drop));
            return port.trim().parse().unwrap();
        }
        seen.push_str(&line);
    }
    panic!("it does not serve: {seen}")
}

/// Status and body of an answer that came whole.
pub fn ask(port: u16, method: &str, path: &str, body: &str) -> io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8(answer).map_err(io::Error::other)?;
    let cut = || io::Error::from(io::ErrorKind::UnexpectedEof);
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(cut)?;
    let head = head.to_ascii_lowercase();
    let length = head.lines().find_map(|it| it.strip_prefix("content-length: "));
    if length.and_then(|it| it.parse().ok()) != Some(body.len()) {
        return Err(cut());
    }
    let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).ok_or_else(cut)?;
    Ok((status, body.to_owned()))
}
