//! `yangguang release preview`: the built release as readers would see it, for staff at this machine
//! only: on the loopback interface, behind a token that the command prints.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use tokio::net::TcpListener;

use crate::config::Config;

const COOKIE: &str = "preview";

pub async fn serve(config: &Config) -> anyhow::Result<ExitCode> {
    let portal = crate::serve::portal(config).await?;
    let Some(built) = portal.store.built_release().await? else {
        bail!("no release is built; yangguang release build makes one from the draft")
    };
    let number = built.number;
    portal.preview(built);
    let token: Arc<str> = draw_token()?.into();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.context("listen")?;
    println!("release {number}, not published:");
    println!("http://{}/?token={token}", listener.local_addr()?);
    let pages = app::routes(&portal).layer(from_fn_with_state(token, with_token));
    let service = pages.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(crate::serve::stopped()).await?;
    portal.store.close().await;
    Ok(ExitCode::SUCCESS)
}

fn draw_token() -> anyhow::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("draw a token: {error}"))?;
    Ok(super::verify::hexadecimal(&bytes))
}

/// The token comes once in the address and from then on in a cookie, so that no link carries it.
async fn with_token(State(token): State<Arc<str>>, request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or("");
    if query.split('&').any(|it| it.strip_prefix("token=") == Some(&token)) {
        let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict");
        let Ok(cookie) = HeaderValue::from_str(&cookie) else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let path = request.uri().path().to_owned();
        return ([(header::SET_COOKIE, cookie)], Redirect::to(&path)).into_response();
    }
    if has_cookie(request.headers(), &token) && is_local(request.headers()) {
        return next.run(request).await;
    }
    let text = "Open the address that `yangguang release preview` printed.\n";
    (StatusCode::FORBIDDEN, text).into_response()
}

fn has_cookie(headers: &HeaderMap, token: &str) -> bool {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    cookies
        .flat_map(|it| it.split(';'))
        .filter_map(|it| it.trim().split_once('='))
        .any(|(name, value)| name == COOKIE && value == token)
}

/// A foreign page must not reach the preview under a name of its own (DNS rebinding).
fn is_local(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "127.0.0.1" || name == "localhost"
}
