//! `/check/replay`: a kept record of a result, worked out again. It is a screen of the self-check: in the
//! browser the island does it, offline too; without it a posted form goes to `/check`.

use axum::response::Response;
use islands::check::Session;

use super::index::drawn;
use crate::site::page::page;
use crate::site::visit::Visit;

pub async fn show(visit: Visit) -> Response {
    page(&visit, async { Ok(drawn(&visit, Session::replaying())?.public()) }).await
}
