//! `cargo xtask serve --dev`: a debug build that follows the files. The portal itself reloads the
//! page: its long poll breaks when the server is started anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::ending::Running;
use crate::files::files_below;
use crate::output::Output;
use crate::portal::{Portal, url};
use crate::serve::Options;
use crate::site;
use crate::steps::step;
use crate::workspace::Workspace;

/// What the browser's half is made of.
const ISLANDS: [&str; 5] = ["Cargo.lock", "Cargo.toml", "eligibility", "frontend", "islands"];
/// What else the server is made of.
const SERVER: [&str; 10] = [
    "app",
    "casework",
    "data",
    "disclosure",
    "locales",
    "packs",
    "public",
    "server",
    "store",
    "style",
];
const PAUSE: Duration = Duration::from_millis(400);

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let portal = Portal {
        workspace,
        binary: workspace.server_binary("debug"),
        site: workspace.root.join("target/site-dev"),
        database: None,
        settings: vec![("YANGGUANG_DEV", "1")],
    };
    let mut seen = Seen::now(workspace)?;
    let mut server = match built(workspace, true).and_then(|()| first_start(&portal, options)) {
        Ok(server) => Some(server),
        Err(error) => complain(&error),
    };
    loop {
        let now = settled(workspace, &seen)?;
        let islands_changed = now.islands != seen.islands;
        seen = now;
        // What does not compile leaves the last server running.
        if let Err(error) = built(workspace, islands_changed) {
            complain::<Running>(&error);
            continue;
        }
        drop(server.take()); // ends it, so that its address is free
        server =
            started(&portal, options).or_else(|error| Ok::<_, anyhow::Error>(complain(&error)))?;
    }
}

fn built(workspace: &Workspace, with_islands: bool) -> Result<()> {
    let screen = Output::Screen;
    if with_islands {
        step("Build the browser's half", || site::build_for_development(workspace, &screen))?;
    }
    step("Build the server", || screen.run(&mut workspace.cargo("build --package server")))
}

fn first_start(portal: &Portal, options: &Options) -> Result<Running> {
    step("Make the database and load the demo data", || portal.load_demo_data(&Output::Screen))?;
    let server = portal.serve(options.addr, &options.server)?;
    println!("\nReady: {} (follows the files; Ctrl-C ends it)", url(options.addr));
    Ok(server)
}

fn started(portal: &Portal, options: &Options) -> Result<Option<Running>> {
    step("Start the portal anew", || portal.serve(options.addr, &options.server)).map(Some)
}

fn complain<T>(error: &anyhow::Error) -> Option<T> {
    println!("✗ {error:#}\n  waiting for the next change");
    None
}

/// When each file was last written.
type Times = BTreeMap<PathBuf, SystemTime>;

#[derive(PartialEq)]
struct Seen {
    islands: Times,
    server: Times,
}

impl Seen {
    fn now(workspace: &Workspace) -> Result<Self> {
        Ok(Self {
            islands: times_of(&workspace.root, &ISLANDS)?,
            server: times_of(&workspace.root, &SERVER)?,
        })
    }
}

/// Waits until something has changed and then nothing more does.
fn settled(workspace: &Workspace, last: &Seen) -> Result<Seen> {
    let mut before = Seen::now(workspace)?;
    loop {
        sleep(PAUSE);
        let now = Seen::now(workspace)?;
        if now != *last && now == before {
            return Ok(now);
        }
        before = now;
    }
}

fn times_of(root: &Path, parts: &[&str]) -> Result<Times> {
    let mut times = Times::new();
    for part in parts {
        for file in files_below(&root.join(part))? {
            // A file may be gone again: editors write to one beside it first.
            if let Ok(time) = file.metadata().and_then(|it| it.modified()) {
                times.insert(file, time);
            }
        }
    }
    Ok(times)
}
