//! The secret that keys receipts: from the settings, or from a file that only this user reads.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use casework::secret_key::SecretKey;

use crate::config::Config;

/// The secret in force. It is made on the first start beside a SQLite database.
///
/// # Errors
/// With PostgreSQL and none given: several servers must share one, so nobody can make it up.
pub fn load(config: &Config) -> anyhow::Result<SecretKey> {
    if let Some(text) = &config.secret {
        return SecretKey::from_hex(text)
            .context("read YANGGUANG_SECRET: it needs 64 hexadecimal digits");
    }
    let Some(database) = sqlite_path(&config.database_url) else {
        bail!(
            "YANGGUANG_SECRET is not set. Every server of one database needs the same 64 \
             hexadecimal digits; make them with: openssl rand -hex 32"
        );
    };
    let file = database.with_extension("key");
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            SecretKey::from_hex(text.trim()).with_context(|| format!("read {}", file.display()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(&file),
        Err(error) => Err(error).with_context(|| format!("read {}", file.display())),
    }
}

fn sqlite_path(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"))?;
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

fn make(file: &Path) -> anyhow::Result<SecretKey> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("draw a secret: {error}"))?;
    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(file).with_context(|| format!("make {}", file.display()))?;
    out.write_all(digits.concat().as_bytes())
        .and_then(|()| out.sync_all())
        .with_context(|| format!("write {}", file.display()))?;
    Ok(SecretKey::from_bytes(bytes))
}
