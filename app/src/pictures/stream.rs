//! The money of a place in streams: each source in each kind of project, balanced.

use disclosure::chain::{Balance, balance, is_loan};
use store::{Flow, SourceFlow};

use crate::places::funds::SOURCES;
use crate::places::projects::KINDS;

/// Kinds of payee, in their order.
pub const PAYEES: [&str; 3] = ["firm", "unit", "households"];

/// One source's money in one kind of project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    pub source: &'static str,
    pub kind: &'static str,
    pub planned_fen: i64,
    /// What the books say was paid.
    pub paid_fen: i64,
    pub balance: Balance,
}

impl Stream {
    pub fn is_loan(&self) -> bool {
        is_loan(self.source)
    }

    pub fn to_payee(&self, kind: &str) -> i64 {
        self.balance.payees.iter().filter(|it| it.0 == kind).map(|it| it.1).sum()
    }
}

/// All streams with any money, in the order of sources and kinds.
pub fn streams(books: &[SourceFlow], payments: &[Flow]) -> Vec<Stream> {
    let both = SOURCES.into_iter().flat_map(|source| KINDS.map(|kind| (source, kind)));
    both.map(|(source, kind)| {
        let own = books.iter().find(|it| it.source == source && it.project_kind == kind);
        let paid_to = |payee: &str| -> i64 {
            let own = payments.iter().filter(|it| it.source == source && it.project_kind == kind);
            own.filter(|it| it.payee_kind == payee).map(|it| it.paid_fen).sum()
        };
        let payees = PAYEES.map(|it| (it.to_owned(), paid_to(it))).to_vec();
        let (allocated_fen, paid_fen) = own.map_or((0, 0), |it| (it.allocated_fen, it.paid_fen));
        Stream {
            source,
            kind,
            planned_fen: own.map_or(0, |it| it.planned_fen),
            paid_fen,
            balance: balance(allocated_fen, paid_fen, payees),
        }
    })
    .filter(|it| it.planned_fen != 0 || it.balance.in_fen() != 0)
    .collect()
}
