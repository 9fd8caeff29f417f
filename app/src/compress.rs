//! Bytes as they are and as browsers take them: brotli over HTTPS, gzip everywhere.

use std::io::Write;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How the body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The best that the browser takes.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|it| it.to_str().ok());
        let takes = |name: &str| {
            accepted.is_some_and(|list| {
                list.split(',').any(|it| {
                    let (coding, weight) = it.split_once(';').unwrap_or((it, ""));
                    let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
                    let is_wanted = weight.parse::<f32>().is_ok_and(|it| it > 0.0);
                    coding.trim() == name && is_wanted
                })
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    pub fn write(self, headers: &mut HeaderMap) {
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let name = match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Plain => return,
        };
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
}

/// Speed against size.
#[derive(Clone, Copy, Debug)]
pub enum Quality {
    /// While somebody waits.
    Fast,
    /// Once, at the start.
    Best,
}

/// The same bytes in every encoding.
#[derive(Clone, Debug)]
pub struct Compressed {
    plain: Bytes,
    brotli: Bytes,
    gzip: Bytes,
}

impl Compressed {
    pub fn new(plain: Vec<u8>, quality: Quality) -> Self {
        let (brotli_quality, gzip_quality) = match quality {
            Quality::Fast => (5, 5),
            Quality::Best => (11, 9),
        };
        let mut brotli = Vec::new();
        {
            let mut writer = brotli::CompressorWriter::new(&mut brotli, 4096, brotli_quality, 22);
            writer.write_all(&plain).expect("memory takes every write");
        }
        let mut writer = GzEncoder::new(Vec::new(), Compression::new(gzip_quality));
        writer.write_all(&plain).expect("memory takes every write");
        let gzip = writer.finish().expect("memory takes every write");
        Self::from_parts(plain, brotli, gzip)
    }

    pub fn from_parts(plain: Vec<u8>, brotli: Vec<u8>, gzip: Vec<u8>) -> Self {
        Self { plain: plain.into(), brotli: brotli.into(), gzip: gzip.into() }
    }

    pub fn bytes(&self, encoding: Encoding) -> Bytes {
        match encoding {
            Encoding::Brotli => self.brotli.clone(),
            Encoding::Gzip => self.gzip.clone(),
            Encoding::Plain => self.plain.clone(),
        }
    }

    /// Stands for the content: other bytes, another tag.
    pub fn tag(&self) -> String {
        let hash = self.plain.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    }

    /// What it takes in memory.
    pub fn n_bytes(&self) -> usize {
        self.plain.len() + self.brotli.len() + self.gzip.len()
    }
}
