//! `yangguang check`: judges one household from the command line, with the very engine of the phone.

use std::io::Read;
use std::process::ExitCode;

use anyhow::Context;
use app::rules::why;
use eligibility::{Settler, answers, judge};
use serde_json::{Map, Value};

use super::results;
use super::screen::say_unasked;
use super::which::{Chosen, Which};
use crate::config::Config;

const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// Reads `{"members": 3, …}` from standard input and prints the results. Exit 1 names every answer
/// that does not fit, 2 a pack that is not there.
pub fn check(config: &Config, which: &Which, why: bool) -> anyhow::Result<ExitCode> {
    let library = config.rules()?;
    let pack = match which.pack(&library)? {
        Chosen::Pack(pack) => pack,
        Chosen::None(sentence) => {
            eprintln!("yangguang: {sentence}");
            return Ok(ExitCode::from(2));
        }
    };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).context("read the answers")?;
    let given: Map<String, Value> =
        serde_json::from_str(&text).context("understand the answers: one JSON object is needed")?;
    let facts = match answers::read(&pack, &given) {
        Ok(facts) => facts,
        Err(errors) => {
            // The value is not repeated: what stands in the wrong place may be a name.
            for error in errors {
                eprintln!("yangguang: {} does not fit", error.fact);
            }
            return Ok(ExitCode::from(1));
        }
    };
    say_unasked(&pack, answers::unasked(&pack, &given).into_iter());
    let mut out = format!("{{\"pack\":\"{}\",\"engine\":\"{}\",\"results\":", pack.id, ENGINE);
    let judgements = judge(&pack, &facts);
    let mut settler = Settler::new(&pack);
    results::write(&mut out, &pack, &judgements, settler.settle(&facts, &judgements));
    if why {
        let why = why::of(&library, &pack, &facts)?;
        out = format!("{out},\"hash\":\"{}\",\"why\":{why}", pack.hash);
    }
    println!("{out}}}");
    Ok(ExitCode::SUCCESS)
}
