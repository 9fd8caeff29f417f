//! The portal's own binary: how it is started, loaded with the demo data, and waited for.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};

use crate::ending::Running;
use crate::http;
use crate::output::Output;
use crate::workspace::Workspace;

/// A built server, and what it is to work with.
pub struct Portal<'a> {
    pub workspace: &'a Workspace,
    pub binary: PathBuf,
    /// The folder of the browser's half.
    pub site: PathBuf,
    /// The database, if not the one the server itself would take.
    pub database: Option<String>,
    /// More settings, by name.
    pub settings: Vec<(&'static str, &'static str)>,
}

impl Portal<'_> {
    /// Makes the database if there is none, and loads the demo data if it is not loaded.
    pub fn load_demo_data(&self, output: &Output) -> Result<()> {
        output.run(self.command().arg("demo"))
    }

    /// Starts serving and waits until the portal answers.
    pub fn serve(&self, address: SocketAddr, more: &[OsString]) -> Result<Running> {
        self.serve_into(address, more, &Output::Screen)
    }

    pub fn serve_into(
        &self,
        address: SocketAddr,
        more: &[OsString],
        output: &Output,
    ) -> Result<Running> {
        let mut command = self.command();
        command.args(["serve", "--addr", &address.to_string()]).args(more);
        output.receive(&mut command)?;
        let server = Running::start(&mut command)?;
        wait_until_it_answers(&server, address)?;
        Ok(server)
    }

    fn command(&self) -> Command {
        let mut command = self.workspace.command(&self.binary);
        command.env("YANGGUANG_SITE", &self.site).envs(self.settings.iter().copied());
        if let Some(database) = &self.database {
            command.env("DATABASE_URL", database);
        }
        command
    }
}

/// The address of an SQLite file in a folder.
pub fn sqlite_in(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("yangguang.db").display())
}

/// The address of a portal, for people.
pub fn url(address: SocketAddr) -> String {
    format!("http://{}", http::reachable(address))
}

fn wait_until_it_answers(server: &Running, address: SocketAddr) -> Result<()> {
    let begun = Instant::now();
    loop {
        let reply = http::get(http::reachable(address), "/healthz", "identity");
        if reply.is_ok_and(|it| it.status < 500) {
            return Ok(());
        }
        if let Some(status) = server.ended()? {
            bail!("the server ended with {status}");
        }
        let is_patient = begun.elapsed() < Duration::from_mins(1);
        ensure!(is_patient, "the server does not answer after a minute");
        sleep(Duration::from_millis(50));
    }
}
