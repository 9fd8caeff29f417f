//! A throw-away PostgreSQL of the system's own binaries, for tests that run on both engines.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::ending::{Running, TemporaryFolder};
use crate::output::answer_of;
use crate::{files, http, tools};

/// What a test database may do without: it need not survive a power cut.
const SETTINGS: [&str; 7] = [
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "shared_buffers=64MB",
    "max_connections=300",
    "unix_socket_directories=",
    "listen_addresses=127.0.0.1",
];

/// A server of our own; it ends, and its data goes, when this value is dropped.
pub struct Postgres {
    _server: Running,
    _folder: TemporaryFolder,
    /// The address of an empty database, for its superuser.
    pub url: String,
}

pub fn is_installed() -> bool {
    binaries().is_ok()
}

impl Postgres {
    pub fn start() -> Result<Self> {
        let binaries = binaries()?;
        let user = Unprivileged::find()?;
        let folder = TemporaryFolder::create("postgres")?;
        user.give(folder.path())?;
        let data = folder.path().join("data");

        let mut initdb = user.command(&binaries.join("initdb"), folder.path());
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale"]);
        answer_of(initdb.args(["--no-sync", "--pgdata"]).arg(&data)).context("make a database")?;

        let port = http::free_port()?;
        let mut postgres = user.command(&binaries.join("postgres"), folder.path());
        postgres.arg("-D").arg(&data).args(["-p", &port.to_string()]);
        postgres.args(SETTINGS.iter().flat_map(|it| ["-c", it]));
        let log = fs::File::create(folder.path().join("log")).context("create its log")?;
        postgres.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let server = Running::start_to_end_with("INT", &mut postgres)?;
        wait_until_ready(&server, folder.path())?;
        let url = format!("postgres://postgres@127.0.0.1:{port}/postgres");
        Ok(Self { _server: server, _folder: folder, url })
    }
}

/// PostgreSQL itself says when it takes connections: the last line of its pid file.
fn wait_until_ready(server: &Running, folder: &Path) -> Result<()> {
    let begun = Instant::now();
    loop {
        let status = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap_or_default();
        if status.lines().nth(7).is_some_and(|it| it.trim() == "ready") {
            return Ok(());
        }
        let log = || fs::read_to_string(folder.join("log")).unwrap_or_default();
        if let Some(status) = server.ended()? {
            bail!("PostgreSQL ended with {status}:\n{}", log());
        }
        let is_patient = begun.elapsed() < Duration::from_mins(1);
        ensure!(is_patient, "PostgreSQL takes no connections after a minute:\n{}", log());
        sleep(Duration::from_millis(50));
    }
}

/// The folder with `initdb` and `postgres`: Debian keeps them out of PATH, one folder a version.
fn binaries() -> Result<PathBuf> {
    let mut folders: Vec<PathBuf> = files::folders_in(Path::new("/usr/lib/postgresql"));
    folders.sort_by_key(|it| {
        let version = it.file_name().and_then(|it| it.to_str()?.parse::<u32>().ok());
        std::cmp::Reverse(version)
    });
    let debian = folders.into_iter().map(|it| it.join("bin"));
    let in_path =
        tools::find("initdb").and_then(|it| Some(it.canonicalize().ok()?.parent()?.into()));
    in_path
        .into_iter()
        .chain(debian)
        .find(|it| it.join("initdb").is_file() && it.join("postgres").is_file())
        .context("no PostgreSQL server: `sudo apt-get install postgresql`")
}

/// The user PostgreSQL runs as, since it refuses to run as root.
enum Unprivileged {
    Ourselves,
    Other { id: u32, group: u32 },
}

impl Unprivileged {
    fn find() -> Result<Self> {
        if !tools::is_root() {
            return Ok(Self::Ourselves);
        }
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| {
                let number = |what| answer_of(Command::new("id").args([what, name])).ok();
                let id = number("-u")?.parse().ok()?;
                let group = number("-g")?.parse().ok()?;
                Some(Self::Other { id, group })
            })
            .context("PostgreSQL refuses root, and there is no user `postgres` or `nobody`")
    }

    /// Makes a folder this user's alone.
    fn give(&self, folder: &Path) -> Result<()> {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).context("close a folder")?;
        match self {
            Self::Ourselves => Ok(()),
            Self::Other { id, group } => {
                chown(folder, Some(*id), Some(*group)).context("give a folder away")
            }
        }
    }

    /// A program run as this user, in a folder the user may enter.
    fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = match self {
            Self::Ourselves => Command::new(program),
            Self::Other { id, group } => {
                let mut command = Command::new("setpriv");
                command.args([format!("--reuid={id}"), format!("--regid={group}")]);
                command.args(["--clear-groups", "--pdeathsig=INT", "--"]).arg(program);
                command
            }
        };
        command.current_dir(folder);
        command
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_postgresql_of_our_own_takes_connections_until_it_is_dropped() -> Result<()> {
        if !is_installed() {
            return Ok(());
        }
        let postgres = Postgres::start()?;
        let address = postgres.url.replace("postgres://postgres@", "").replace("/postgres", "");
        assert!(TcpStream::connect(&address).is_ok());

        drop(postgres);

        assert!(TcpStream::connect(&address).is_err());
        Ok(())
    }
}
