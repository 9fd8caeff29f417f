//! The attacker: takes everything that the public sees, of all releases together, and works out how
//! far each exact count is pinned down. A release is refused if any has fewer than five candidates.
//!
//! Every count of every place in every release is an unknown of its own. A protected number leaves it
//! the window that readers are told. Places are the sums of their parts, totals the sums of their
//! classes; another number for a count, an official total or a percentage narrows further; all of it
//! is carried on until nothing moves. Counts of two releases are only tied where the caller says that
//! they did not change.
//!
//! Intervals do not find everything that linear programming would; two offices' auditors look at
//! samples beside it (`validators/sdc`). Why a clean release passes: adding up to four to one village
//! and all above, or taking it away, stays within every window, so no sum can narrow any of them.

mod auditor;
mod cell;
mod layout;
mod network;
mod release;
mod share;

pub use auditor::Auditor;
pub use cell::{Cell, Class, Finding, Leak, Origin, UnknownCell};
pub use release::Release;
pub use share::Percent;
