//! Requests a second, beside a constant body of the same bytes from the same server: the machine
//! falls out of the ratio.

use std::net::SocketAddr;
use std::process::Command;

use anyhow::{Context, Result};

use super::table::Table;
use crate::http;
use crate::output::answer_of;

/// Each address is loaded this often, in turn, and its median counts.
const ROUNDS: usize = 3;

pub fn measure(address: SocketAddr, village: &str, table: &mut Table) -> Result<()> {
    let n_bytes = http::get(address, village, "br")?.body.len();
    let constant = format!("/bench/constant?bytes={n_bytes}");
    let anew = format!("/bench/anew{village}");
    let paths = [constant.as_str(), village, anew.as_str()];
    let mut rates: [Vec<f64>; 3] = Default::default();
    for _ in 0..ROUNDS {
        for (rates, path) in rates.iter_mut().zip(paths) {
            rates.push(requests_a_second(address, path)?);
        }
    }
    let [constant, kept, anew] = rates.map(median);
    println!("requests a second: constant {constant:.0}, kept {kept:.0}, anew {anew:.0}");
    table.at_least("village page kept, share of a constant body", 0.9, kept / constant);
    table.at_least("village page anew, share of a constant body", 0.1, anew / constant);
    Ok(())
}

fn requests_a_second(address: SocketAddr, path: &str) -> Result<f64> {
    let reply = http::get(address, path, "br")?;
    anyhow::ensure!(reply.status == 200, "{path} answers {}", reply.status);
    let mut wrk = Command::new("wrk");
    wrk.args(["-t1", "-c16", "-d4s", "-H", "Accept-Encoding: br"]);
    let report = answer_of(wrk.arg(format!("http://{address}{path}")))?;
    rate(&report).with_context(|| format!("wrk on {path} said:\n{report}"))
}

/// The rate in wrk's report, if every reply was a good one.
fn rate(report: &str) -> Option<f64> {
    let all_good = !report.contains("Non-2xx") && !report.contains("Socket errors");
    let line = report.lines().find_map(|it| it.trim().strip_prefix("Requests/sec:"))?;
    line.trim().parse().ok().filter(|_| all_good)
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_with_failed_requests_gives_no_rate() {
        assert_eq!(rate("Requests/sec:  18000.25\n"), Some(18_000.25));
        assert_eq!(rate("  Non-2xx or 3xx responses: 4\nRequests/sec: 9.0\n"), None);
    }

    #[test]
    fn one_odd_round_does_not_move_the_median() {
        assert!((median(vec![900.0, 10.0, 910.0]) - 900.0).abs() < f64::EPSILON);
    }
}
