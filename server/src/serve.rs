//! `yangguang serve`: opens the store, listens, follows the releases.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::sheet::font::FontFile;
use app::site::assets::Assets;
use app::site::clock::{Clock, stored};
use app::site::portal::{Portal, Settings};
use axum::serve::ListenerExt;
use store::Store;
use tokio::net::TcpListener;
use tracing::{error, info, warn};

use crate::config::Config;
use crate::key;

/// How soon a newly published release is seen.
const RELEASE_WATCH: Duration = Duration::from_secs(1);

pub async fn serve(config: &Config, print_config: bool) -> anyhow::Result<ExitCode> {
    if print_config {
        config.print();
        return Ok(ExitCode::SUCCESS);
    }
    let portal = portal(config).await?;
    let listener = TcpListener::bind(config.addr).await.with_context(|| {
        format!("listen on {}; choose another with --addr, or stop what listens there", config.addr)
    })?;
    if portal.release().is_none() {
        warn!("nothing is published yet; `yangguang demo` loads the demo data");
    }
    tokio::spawn(follow(portal.clone()));
    info!("serving http://{}", listener.local_addr()?);
    // Header and body leave in two writes: without this the second waits for the first's receipt.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            warn!("could not set TCP_NODELAY: {error}");
        }
    });
    let service = app::routes(&portal).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    portal.store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// The portal as the settings want it.
pub async fn portal(config: &Config) -> anyhow::Result<Portal> {
    let store =
        Store::open(&config.database_url, config.connections).await.context("open the store")?;
    let key = key::load(config)?;
    let assets = Assets::read(&config.site).context("load the self-check's program")?;
    if assets.island().is_none() {
        warn!("no program in {}: the self-check runs on the server", config.site.display());
    }
    let clock = config.now.map_or(Clock::Real, Clock::Fixed);
    let settings = Settings {
        client_address_header: config.client_address_header.clone(),
        font: font(config)?,
        hourly_filings: config.hourly_filings,
        hourly_lookups: config.hourly_lookups,
        files: config.files.clone(),
        public_address: config.public_address.trim_end_matches('/').to_owned(),
        is_dev: config.dev,
        is_bench: config.bench,
    };
    let rules = config.rules().context("read the packs")?;
    let portal = Portal::new(store, clock, key, assets, settings, Arc::new(rules));
    portal.refresh().await.context("look up what is published")?;
    Ok(portal)
}

/// For the notices as PDF: the font of the settings, or one of this machine.
fn font(config: &Config) -> anyhow::Result<Option<FontFile>> {
    let font = match &config.font {
        Some(path) => Some(FontFile::of(path).context("read the font of the settings")?),
        None => FontFile::of_this_machine(),
    };
    if font.is_none() {
        warn!("no Chinese font on this machine: notices cannot be had as PDF; see --font");
    }
    Ok(font)
}

/// Notices a new release, and forgets the counts of past hours.
async fn follow(portal: Portal) {
    let mut tick = tokio::time::interval(RELEASE_WATCH);
    let mut forgotten = String::new();
    loop {
        tick.tick().await;
        if let Err(error) = portal.refresh().await {
            error!("could not look up what is published: {error:#}");
        }
        let hour = stored(portal.clock.now())[..13].to_owned();
        if hour != forgotten {
            match portal.store.forget_requests_before(&hour).await {
                Ok(()) => forgotten = hour,
                Err(error) => error!("could not forget old request counts: {error:#}"),
            }
        }
    }
}

/// Returns when the program is asked to end.
pub async fn stopped() {
    let interrupt = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            error!("Ctrl-C is not heard: {error}");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! { () = interrupt => {}, _ = terminate.recv() => {} }
            }
            Err(_) => interrupt.await,
        }
    }
    #[cfg(not(unix))]
    interrupt.await;
}
