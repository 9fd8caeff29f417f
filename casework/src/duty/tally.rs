//! How many records stand where.

use super::Standing;

/// Records counted by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub on_time: i64,
    /// Made public late, or taken down too soon.
    pub late: i64,
    pub missing: i64,
    /// Nobody recorded what would tell.
    pub unknown: i64,
    /// Still in time.
    pub due: i64,
}

impl Tally {
    /// Counts `n` records that stand there.
    pub fn count(&mut self, standing: Standing, n: i64) {
        *match standing {
            Standing::OnTime { .. } => &mut self.on_time,
            Standing::Late { .. } | Standing::Short { .. } => &mut self.late,
            Standing::Missing { .. } => &mut self.missing,
            Standing::Unknown(_) => &mut self.unknown,
            Standing::DueIn { .. } => &mut self.due,
        } += n;
    }

    /// All records.
    pub fn total(&self) -> i64 {
        self.on_time + self.late + self.missing + self.unknown + self.due
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.on_time += other.on_time;
        self.late += other.late;
        self.missing += other.missing;
        self.unknown += other.unknown;
        self.due += other.due;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::duty::Why;

    #[test]
    fn a_notice_taken_down_too_soon_counts_as_late() {
        let day = date(2026, 11, 22);
        let mut tally = Tally::default();

        tally.count(Standing::Short { by: 2, on: day }, 3);
        tally.count(Standing::Late { by: 1, on: day }, 1);
        tally.count(Standing::Unknown(Why::NoDay), 5);
        let mut twice = tally;
        twice += tally;

        assert_eq!((tally.late, tally.unknown, tally.total()), (4, 5, 9));
        assert_eq!(twice.total(), 18);
    }
}
