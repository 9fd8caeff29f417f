//! What a published count says about the exact one.

/// A published count is usually at most this far from the exact one.
pub const USUAL: i64 = 4;

/// And never farther than this. Both hold for every place that is protected on its own and all in
/// it; the sum of several such places may be as far off as all of them together.
pub const MOST: i64 = 9;

/// The exact counts that a published one usually stands for, both ends included. At least five.
///
/// ```
/// assert_eq!(disclosure::window(0), (0, 4));
/// assert_eq!(disclosure::window(15), (11, 19));
/// ```
#[must_use]
pub fn window(published: i64) -> (i64, i64) {
    within(published, USUAL)
}

/// The exact counts that a published one can stand for at all.
///
/// ```
/// assert_eq!(disclosure::widest_window(15), (6, 24));
/// ```
#[must_use]
pub fn widest_window(published: i64) -> (i64, i64) {
    within(published, MOST)
}

fn within(published: i64, distance: i64) -> (i64, i64) {
    ((published - distance).max(0), published + distance)
}
