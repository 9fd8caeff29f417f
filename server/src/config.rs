//! Every setting and every command. Nothing else reads the environment.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::command::draft::DraftCommand;
use crate::command::import::Import;
use crate::command::pack::check::Check;
use crate::command::pack::diff::Diff;
use crate::command::pack::test::Test;
use crate::command::release::ReleaseCommand;
use crate::command::which::Which;
use anyhow::{Context, bail};
use app::rules::library;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use eligibility::source::Library;

/// A transparency portal and eligibility self-check for poverty alleviation.
#[derive(Parser)]
#[command(name = "yangguang", version, about)]
pub struct Cli {
    #[command(flatten)]
    pub config: Config,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the portal.
    Serve {
        /// Show the settings in force, without secrets, and stop.
        #[arg(long)]
        print_config: bool,
    },
    /// Load the demo data; does nothing when it is there already.
    Demo {
        /// The day that the notices are posted around (YYYY-MM-DD).
        #[arg(long)]
        today: Option<String>,
    },
    /// Judge one household: answers as JSON on standard input, results on standard output.
    Check {
        #[command(flatten)]
        which: Which,
        /// Say also why: the conditions that decided, and the answers that alone would do.
        #[arg(long)]
        why: bool,
    },
    /// Judge a whole roster: one household a line (NDJSON) on standard input, results on standard
    /// output, in the same order.
    Screen {
        #[command(flatten)]
        which: Which,
        /// The look-back: only households that come out otherwise than by this pack, and why.
        #[arg(long, value_name = "PACK")]
        against: Option<String>,
    },
    /// List filed cases and record their steps, until the workbench does it.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Work with policy packs.
    #[command(subcommand)]
    Pack(PackCommand),
    /// Read a county's table (CSV or XLSX) into the draft of the next release.
    Import(Import),
    /// Look at the draft of the next release, withdraw records, begin anew.
    #[command(subcommand)]
    Draft(DraftCommand),
    /// Build, preview, publish, verify and compare releases.
    #[command(subcommand)]
    Release(ReleaseCommand),
}

#[derive(Subcommand)]
pub enum PackCommand {
    /// Look for faults: lines that nobody comes to, misspelt names, gaps between packs, missing words
    /// and documents. The worst comes first.
    Check(Check),
    /// Run the cases of packs, worked households with what must come out, and say which lines of the
    /// rules no case tests.
    Test(Test),
    /// What changed from one pack to another; with a roster, for how many households it matters.
    Diff(Diff),
    /// The rules in plain words with their sources: as text, or as one HTML file. Without a date, as
    /// they stand today, or on the day of theirs that is nearest.
    Show {
        #[command(flatten)]
        which: Which,
        /// One HTML file that needs nothing else.
        #[arg(long)]
        html: bool,
        #[arg(long, default_value = "zh-CN", value_parser = ["zh-CN", "en"])]
        lang: String,
    },
}

#[derive(Subcommand)]
pub enum CaseCommand {
    /// The latest cases: reference, what it is, last step.
    List {
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Record that a case has taken a step, with a message to the person if there is one.
    Record {
        reference: String,
        step: String,
        #[arg(long)]
        message: Option<String>,
    },
}

#[derive(Args, Clone)]
pub struct Config {
    /// Where the data lies: `sqlite://path` or `postgres://user@host/database`.
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://var/yangguang.db", global = true)]
    pub database_url: String,
    /// Where to listen.
    #[arg(long, env = "YANGGUANG_ADDR", default_value = "127.0.0.1:3000", global = true)]
    pub addr: SocketAddr,
    /// The folder with the self-check's program, as built.
    #[arg(long, env = "YANGGUANG_SITE", default_value = "target/site", global = true)]
    pub site: PathBuf,
    /// A folder of policy packs, laid out as `packs/` is, instead of those of the program.
    #[arg(long, env = "YANGGUANG_PACKS", global = true)]
    pub packs: Option<PathBuf>,
    /// The folder of published files: releases and photos.
    #[arg(long, env = "YANGGUANG_FILES", default_value = "var/files", global = true)]
    pub files: PathBuf,
    /// Where readers find the portal, without a slash at its end; it stands in published files.
    #[arg(
        long,
        env = "YANGGUANG_PUBLIC_ADDRESS",
        default_value = "http://127.0.0.1:3000",
        global = true
    )]
    pub public_address: String,
    /// 64 hexadecimal digits that key receipts. Without it a file beside the SQLite database holds
    /// one; with PostgreSQL it must be given, the same for every server.
    #[arg(long, env = "YANGGUANG_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<String>,
    /// The header in which a proxy of yours passes the visitor's address, such as x-forwarded-for.
    #[arg(long, env = "YANGGUANG_CLIENT_ADDRESS_HEADER", global = true)]
    pub client_address_header: Option<String>,
    /// A font file with Chinese letters for the notices as PDF, instead of one of this machine.
    #[arg(long, env = "YANGGUANG_FONT", global = true)]
    pub font: Option<PathBuf>,
    /// How many applications and complaints one address may send in an hour.
    #[arg(long, env = "YANGGUANG_HOURLY_FILINGS", default_value_t = 30, global = true)]
    pub hourly_filings: i64,
    /// How many receipts one address may look up in an hour.
    #[arg(long, env = "YANGGUANG_HOURLY_LOOKUPS", default_value_t = 60, global = true)]
    pub hourly_lookups: i64,
    /// Connections to the database.
    #[arg(long, env = "YANGGUANG_CONNECTIONS", default_value_t = 8, global = true)]
    pub connections: u32,
    /// Pages reload themselves when the server comes back. For developing.
    #[arg(long, env = "YANGGUANG_DEV", hide = true, global = true, value_parser = clap::builder::FalseyValueParser::new(), default_value = "0", action = clap::ArgAction::Set)]
    pub dev: bool,
    /// The benchmark's own addresses answer.
    #[arg(long, env = "YANGGUANG_BENCH", hide = true, global = true, value_parser = clap::builder::FalseyValueParser::new(), default_value = "0", action = clap::ArgAction::Set)]
    pub bench: bool,
    /// The clock stands still at this instant (RFC 3339). For tests.
    #[arg(long, env = "YANGGUANG_NOW", hide = true, global = true)]
    pub now: Option<jiff::Timestamp>,
}

impl Cli {
    /// Reads the command line; what it leaves out comes from the environment, then from
    /// `yangguang.toml` in the working folder, then from the defaults.
    pub fn read() -> anyhow::Result<Self> {
        Self::read_with(Path::new("yangguang.toml"), std::env::args_os())
    }

    fn read_with(file: &Path, args: impl Iterator<Item = OsString>) -> anyhow::Result<Self> {
        let mut command = Self::command();
        for (name, value) in settings(file)? {
            let is_known = command.get_arguments().any(|it| it.get_id().as_str() == name);
            if !is_known {
                bail!(
                    "{} sets {name:?}, which is no setting; see yangguang --help",
                    file.display()
                );
            }
            command = command.mut_arg(name, |it| it.default_value(value));
        }
        let matches = command.get_matches_from(args);
        Ok(Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit()))
    }
}

/// The settings of the file as they would stand on the command line; none without the file.
fn settings(file: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).with_context(|| format!("read {}", file.display())),
    };
    let table: toml::Table =
        toml::from_str(&text).with_context(|| format!("understand {}", file.display()))?;
    let written = |value: toml::Value| match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(table.into_iter().map(|(name, value)| (name, written(value))).collect())
}

impl Config {
    /// The policy packs: the program's own, or those of the folder.
    pub fn rules(&self) -> anyhow::Result<Library> {
        match &self.packs {
            Some(folder) => library::read(folder),
            None => Ok(library::built_in()),
        }
    }

    /// The settings in force, without secrets.
    pub fn print(&self) {
        println!("database_url = {:?}", without_password(&self.database_url));
        println!("addr = \"{}\"", self.addr);
        println!("site = \"{}\"", self.site.display());
        let packs =
            self.packs.as_ref().map_or_else(|| "(built in)".into(), |it| it.display().to_string());
        println!("packs = {packs:?}");
        println!("files = \"{}\"", self.files.display());
        println!("public_address = {:?}", self.public_address);
        println!(
            "secret = \"{}\"",
            if self.secret.is_some() { "(given)" } else { "(from a file)" }
        );
        let header = self.client_address_header.as_deref().unwrap_or("");
        println!("client_address_header = {header:?}");
        let font = self
            .font
            .as_ref()
            .map_or_else(|| "(of this machine)".into(), |it| it.display().to_string());
        println!("font = {font:?}");
        println!("hourly_filings = {}", self.hourly_filings);
        println!("hourly_lookups = {}", self.hourly_lookups);
        println!("connections = {}", self.connections);
    }
}

fn without_password(url: &str) -> String {
    // A password may stand behind the question mark too.
    let url = url.split('?').next().unwrap_or(url);
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((user, host)) = rest.rsplit_once('@') else { return url.to_owned() };
    let user = user.split(':').next().unwrap_or("");
    format!("{scheme}://{user}@{host}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, args: &[&str]) -> anyhow::Result<Cli> {
        let path =
            std::env::temp_dir().join(format!("yangguang-{}.toml", line!() as usize + file.len()));
        std::fs::write(&path, file).unwrap();
        let args = ["yangguang"].iter().chain(args).map(OsString::from);
        let cli = Cli::read_with(&path, args);
        std::fs::remove_file(&path).unwrap();
        cli
    }

    #[test]
    fn the_file_gives_what_the_command_line_leaves_out() {
        let file = "addr = \"127.0.0.1:4000\"\nhourly_filings = 7\n";

        let cli = read(file, &["serve"]).unwrap();
        assert_eq!(cli.config.addr.port(), 4000);
        assert_eq!(cli.config.hourly_filings, 7);

        let cli = read(file, &["serve", "--addr", "127.0.0.1:5000"]).unwrap();
        assert_eq!(cli.config.addr.port(), 5000);
    }

    #[test]
    fn a_setting_that_does_not_exist_is_named() {
        let error = read("adress = \"127.0.0.1:4000\"\n# longer\n", &["serve"]).err().unwrap();

        assert!(error.to_string().contains("\"adress\""), "{error}");
    }

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(without_password("postgres://a:b@c/d"), "postgres://a@c/d");
        assert_eq!(without_password("postgres://a:b@x@c/d"), "postgres://a@c/d");
        assert_eq!(without_password("sqlite://var/x.db"), "sqlite://var/x.db");
    }
}
