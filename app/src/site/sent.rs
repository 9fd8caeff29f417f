//! Answers for programs: compressed, with a strong tag, so that who has it already is told so.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

use super::kept::knows;
use crate::compress::{Compressed, Encoding, Quality};

/// The tag stands for the release and for the very bytes that are sent, compressed or not.
pub fn sent(asked: &HeaderMap, release: i64, kind: &'static str, body: Vec<u8>) -> Response {
    let encoding = Encoding::accepted(asked);
    let body = Compressed::new(body, Quality::Fast);
    let how = match encoding {
        Encoding::Brotli => "-br",
        Encoding::Gzip => "-gz",
        Encoding::Plain => "",
    };
    let etag = etag(&format!("\"r{release}-{}{how}\"", body.tag()));
    let is_known = knows(asked, &etag);
    let bytes = if is_known { Body::empty() } else { Body::from(body.bytes(encoding)) };
    let mut response = Response::new(bytes);
    let headers = response.headers_mut();
    if !is_known {
        encoding.write(headers);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    headers.insert(header::ETAG, etag);
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    response
}

fn etag(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("letters and digits make a header")
}
