//! Where one stream of money stands: what came in is what went out and what is still there.

/// One source's money in one kind of project. No part is below zero, and what came in
/// (`allocated_fen` and `beyond_fen`) is what went out (`payees`, `unnamed_fen` and `unpaid_fen`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    pub allocated_fen: i64,
    /// Paid although it was not allocated.
    pub beyond_fen: i64,
    /// Kind of payee → what the recorded payments come to.
    pub payees: Vec<(String, i64)>,
    /// Paid by the books, but no payment says to whom.
    pub unnamed_fen: i64,
    /// Allocated and not paid yet.
    pub unpaid_fen: i64,
}

impl Balance {
    #[must_use]
    pub fn in_fen(&self) -> i64 {
        self.allocated_fen + self.beyond_fen
    }

    #[must_use]
    pub fn out_fen(&self) -> i64 {
        self.payees.iter().map(|it| it.1).sum::<i64>() + self.unnamed_fen + self.unpaid_fen
    }
}

/// Balances what the books say, `allocated_fen` and `paid_fen`, with the recorded payments. Sums
/// below zero count as nothing.
#[must_use]
pub fn balance(allocated_fen: i64, paid_fen: i64, payees: Vec<(String, i64)>) -> Balance {
    let payees: Vec<(String, i64)> = payees.into_iter().filter(|it| it.1 > 0).collect();
    let recorded: i64 = payees.iter().map(|it| it.1).sum();
    let allocated_fen = allocated_fen.max(0);
    let paid = paid_fen.max(recorded);
    Balance {
        allocated_fen,
        beyond_fen: (paid - allocated_fen).max(0),
        unnamed_fen: paid - recorded,
        unpaid_fen: (allocated_fen - paid).max(0),
        payees,
    }
}
