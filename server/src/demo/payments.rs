//! Made-up payments: for each project and source exactly what was paid of it, each from one
//! allocation of that source (渠道不乱), never before it was allocated.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, Weekday};
use store::published::{FundLine, Payment, Project};

use super::{
    AS_OF, chance::Chance, contracts::Deal, gazetteer::Gazetteer, money::UNIT_FEN, payee,
    project_template::PaidTo, schedule::days_after, share::share,
};

/// Sums from here on are paid in two parts, and in three.
const TWO_PARTS_FEN: i64 = 6_000_000;
const THREE_PARTS_FEN: i64 = 20_000_000;

/// An allocation and what is left of it.
struct Pot<'a> {
    line: &'a FundLine,
    allocated_on: Date,
    left_fen: i64,
}

/// Pots of a project and source, or of a county's year and source.
type Key<'a> = (&'a str, i64, &'a str);

/// A part of a project's source that is to be paid.
struct Due<'a> {
    project: &'a Project,
    usual: PaidTo,
    source: &'a str,
    on: Date,
    amount_fen: i64,
}

pub struct Books<'a> {
    gazetteer: &'a Gazetteer<'a>,
    deals: HashMap<(&'a str, &'a str), &'a Deal>,
}

impl<'a> Books<'a> {
    pub fn of(gazetteer: &'a Gazetteer<'a>, deals: &'a [Deal]) -> Self {
        let by_source = deals.iter().flat_map(|deal| {
            let project = deal.contract.project_id.as_str();
            deal.sources.iter().map(move |source| ((project, source.as_str()), deal))
        });
        Self { gazetteer, deals: by_source.collect() }
    }

    pub fn payments(&self, projects: &[(Project, PaidTo)], funds: &[FundLine]) -> Vec<Payment> {
        let mut pots = self.pots(funds);
        let mut dues: Vec<Due<'_>> = projects.iter().flat_map(dues).collect();
        dues.sort_by_key(|it| (it.on, &it.project.id, it.source));
        let mut payments: Vec<Payment> = Vec::new();
        for due in dues {
            let own = (due.project.id.as_str(), due.project.year, due.source);
            let county = self.gazetteer.county(&due.project.region_code).code.as_str();
            let key = if pots.contains_key(&own) { own } else { (county, own.1, own.2) };
            let pots = pots.get_mut(&key).expect("what is paid was allocated");
            payments.extend(self.paid(&due, pots));
        }
        number(&mut payments);
        payments
    }

    /// The earliest allocation first.
    fn pots<'b>(&self, funds: &'b [FundLine]) -> BTreeMap<Key<'b>, Vec<Pot<'b>>>
    where
        'a: 'b,
    {
        let mut pots: BTreeMap<Key<'b>, Vec<Pot<'b>>> = BTreeMap::new();
        for line in funds {
            let county = || self.gazetteer.county(&line.region_code).code.as_str();
            let whose = line.project_id.as_deref().unwrap_or_else(county);
            let allocated_on = line.allocated_on.parse().expect("the line's own day");
            pots.entry((whose, line.year, &line.source)).or_default().push(Pot {
                line,
                allocated_on,
                left_fen: line.amount_fen,
            });
        }
        for own in pots.values_mut() {
            own.sort_by_key(|it| (it.allocated_on, &it.line.id));
        }
        pots
    }

    /// From the first allocation that has something left; what it does not cover from the next.
    fn paid(&self, due: &Due<'_>, pots: &mut [Pot<'_>]) -> Vec<Payment> {
        let mut left_fen = due.amount_fen;
        let mut payments = Vec::new();
        for pot in pots.iter_mut().filter(|it| it.left_fen > 0) {
            if left_fen == 0 {
                break;
            }
            let amount_fen = left_fen.min(pot.left_fen);
            left_fen -= amount_fen;
            pot.left_fen -= amount_fen;
            let on = due.on.max(workday(days_after(pot.allocated_on, 6)));
            payments.push(self.payment(due, pot.line, on, amount_fen));
        }
        assert_eq!(left_fen, 0, "{}: allocations cover what is paid", due.project.id);
        payments
    }

    fn payment(&self, due: &Due<'_>, line: &FundLine, on: Date, amount_fen: i64) -> Payment {
        let project = due.project;
        let deal = self.deals.get(&(project.id.as_str(), due.source)).map(|it| &it.contract);
        let kind = payee::paid_to(project, due.usual, due.source);
        let (payee_kind, [payee_zh, payee_en]) = match (kind, deal) {
            (PaidTo::Firm, Some(it)) => ("firm", [it.supplier_zh.clone(), it.supplier_en.clone()]),
            (PaidTo::Firm, None) => {
                ("firm", payee::firm(project, &mut Chance::of(&format!("firm {}", project.id))))
            }
            (PaidTo::Unit, _) => {
                ("unit", payee::village_unit(self.gazetteer.place(&project.region_code)))
            }
            (PaidTo::Households, _) => ("households", payee::households()),
        };
        // Seeded: the county did not say from which allocation (data/README.md).
        let is_said =
            Chance::of(&format!("said {} {on} {}", project.id, due.source)).below(500) > 0;
        Payment {
            id: String::new(),
            project_id: project.id.clone(),
            contract_id: deal.map(|it| it.id.clone()),
            fund_id: is_said.then(|| line.id.clone()),
            source: due.source.into(),
            paid_on: on.to_string(),
            amount_fen,
            payee_kind: payee_kind.into(),
            payee_zh,
            payee_en,
        }
    }
}

/// Between the contract, or the start, and the acceptance, or the day of the data.
fn dues((project, usual): &(Project, PaidTo)) -> Vec<Due<'_>> {
    let Some(started_on) = &project.actual_start_on else { return Vec::new() };
    let started_on: Date = started_on.parse().expect("the schedule's own day");
    let last = project.details.accepted_on.as_ref().and_then(|it| it.parse().ok());
    let n_days = i64::from((last.unwrap_or(AS_OF) - started_on).get_days());
    let mut dues = Vec::new();
    for money in project.money.iter().filter(|it| it.paid_fen > 0) {
        let mut chance = Chance::of(&format!("payments {} {}", project.id, money.source));
        let shares: &[u32] = if money.paid_fen < TWO_PARTS_FEN {
            &[1]
        } else if money.paid_fen < THREE_PARTS_FEN {
            &[4, 6]
        } else {
            &[3, 4, 3]
        };
        let parts = share(money.paid_fen / UNIT_FEN, shares);
        let n_parts = i64::try_from(parts.len()).expect("three at most");
        for (nth, units) in (0_i64..).zip(parts) {
            let early = n_days * (2 * nth + 1) / (2 * n_parts);
            let on = days_after(started_on, early + i64::from(chance.within(3, 9)));
            let amount_fen = units * UNIT_FEN;
            let source = money.source.as_str();
            dues.push(Due { project, usual: *usual, source, on: workday(on), amount_fen });
        }
    }
    dues.retain(|it| it.amount_fen > 0);
    dues
}

/// Nobody pays on a Saturday or Sunday, and nothing after the day of the data is known.
fn workday(day: Date) -> Date {
    let day = day.min(AS_OF);
    match day.weekday() {
        Weekday::Saturday => days_after(day, -1),
        Weekday::Sunday => days_after(day, -2),
        _ => day,
    }
}

/// By day, numbered within each project.
fn number(payments: &mut [Payment]) {
    payments.sort_by(|one, other| {
        let key = |it: &Payment| (it.project_id.clone(), it.paid_on.clone(), it.source.clone());
        key(one).cmp(&key(other)).then_with(|| one.fund_id.cmp(&other.fund_id))
    });
    let mut n_of_project = (String::new(), 0);
    for payment in payments {
        if n_of_project.0 != payment.project_id {
            n_of_project = (payment.project_id.clone(), 0);
        }
        n_of_project.1 += 1;
        payment.id = format!("{}-y{:02}", payment.project_id, n_of_project.1);
    }
}
