//! Programs of the system that tests need: installed where we are root on Debian, else named.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::output::{Output, answer_of};
use crate::{postgres, tools};

/// A Debian package, and whether what we want of it is here.
pub struct Need {
    package: &'static str,
    is_met: fn() -> bool,
}

pub const CHROMIUM: Need = Need { package: "chromium", is_met: || tools::chromium().is_some() };
pub const POSTGRESQL: Need = Need { package: "postgresql", is_met: postgres::is_installed };
pub const CHINESE_FONTS: Need = Need { package: "fonts-noto-cjk", is_met: has_chinese_fonts };
pub const WRK: Need = Need { package: "wrk", is_met: || tools::find("wrk").is_some() };

/// Makes sure of all that is needed, or says in one line what to install.
pub fn ensure_installed(needs: &[Need], output: &Output) -> Result<()> {
    let missing = |needs: &[Need]| -> Vec<&'static str> {
        needs.iter().filter(|it| !(it.is_met)()).map(|it| it.package).collect()
    };
    let packages = missing(needs);
    if packages.is_empty() {
        return Ok(());
    }
    if tools::is_root() && Path::new("/etc/debian_version").exists() {
        output.run(apt_get().arg("update"))?;
        output.run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(&packages))?;
    }
    match missing(needs).join(" ") {
        none if none.is_empty() => Ok(()),
        names => bail!("missing {names}: `sudo apt-get install --no-install-recommends {names}`"),
    }
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn has_chinese_fonts() -> bool {
    answer_of(Command::new("fc-list").args([":lang=zh-cn", "family"]))
        .is_ok_and(|it| it.contains("Noto Sans CJK"))
}
