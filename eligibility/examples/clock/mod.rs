//! What the processor has spent.

use std::sync::LazyLock;
use std::time::Instant;

/// Seconds that the processor has spent on this program: where others share the machine, the better
/// measure. Seconds on the wall where the system does not tell.
pub fn cpu_seconds() -> f64 {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let wall = BEGIN.elapsed().as_secs_f64();
    // Linux: nanoseconds on a processor, then other figures.
    let status = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let spent = status.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    spent.map_or(wall, |it| it / 1e9)
}
