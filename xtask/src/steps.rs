//! Names each step while it runs, with its time when it is done.

use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// Runs one step of a list whose programs write to the screen themselves.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {name}");
    let begun = Instant::now();
    let done = work().with_context(|| name.to_owned())?;
    println!("✓ {name} · {}", spent(begun.elapsed()));
    Ok(done)
}

/// Runs one step that is silent while it runs: one line, completed at its end.
pub fn quiet_step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> (Result<T>, Duration) {
    print!("{name:<8} … ");
    let _ = std::io::stdout().flush();
    let begun = Instant::now();
    let done = work();
    let time = begun.elapsed();
    println!("{} · {}", if done.is_ok() { "ok" } else { "FAILED" }, spent(time));
    (done, time)
}

/// A time for people: `0.8 s`, `47 s`, `3 min 07 s`.
pub fn spent(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_for_people() {
        assert_eq!(spent(Duration::from_millis(840)), "0.8 s");
        assert_eq!(spent(Duration::from_secs(47)), "47 s");
        assert_eq!(spent(Duration::from_secs(187)), "3 min 07 s");
    }
}
