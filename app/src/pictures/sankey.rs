//! Where the money comes from and where it goes: source → kind of project → payee. What is not paid
//! yet flows to its own end; loans have a picture of their own.

use super::cell::Cell;
use super::drawing::{Drawing, Fill, px};
use super::layout::{Layout, Link, Node, Placed, Ribbon, layout};
use super::picture::{Drawn, Kind, Picture};
use super::stream::{PAYEES, Stream};
use super::table::Table;
use crate::parts::money;
use crate::places::funds::SOURCES;
use crate::places::projects::KINDS;
use crate::site::visit::Visit;

/// Where the columns begin, and how wide a node is, in hundredths of a pixel.
const COLUMNS: [i64; 3] = [0, 11_800, 23_600];
const NODE_WIDTH: i64 = 800;

/// None where no money was allocated or paid.
pub fn picture(visit: &Visit, place: &str, streams: &[Stream], of_loans: bool) -> Option<Picture> {
    let own: Vec<&Stream> =
        streams.iter().filter(|it| it.is_loan() == of_loans && it.balance.in_fen() > 0).collect();
    if own.is_empty() {
        return None;
    }
    let kind = if of_loans { Kind::Loans } else { Kind::Sankey };
    let code = kind.code();
    let sum = |of: fn(&Stream) -> i64| own.iter().map(|it| of(it)).sum::<i64>();
    let values = [
        ("place", place.to_owned()),
        ("allocated", money::exact(sum(|it| it.balance.allocated_fen))),
        ("unpaid", money::exact(sum(|it| it.balance.unpaid_fen))),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
    Some(Picture {
        kind,
        title: visit.fill(&format!("picture.{code}.title"), &values[..1]),
        description: visit.fill(&format!("picture.{code}.text"), &values),
        drawn: Some(drawn(visit, code, &Flows::of(&own))),
        table: table(visit, code, &own),
    })
}

/// A node by its key, such as `source.central`, and the links between nodes.
#[derive(Default)]
struct Flows {
    keys: Vec<String>,
    nodes: Vec<Node>,
    links: Vec<Link>,
}

/// The ends that are hatched: nobody has this money yet, or nobody says who has it.
const OPEN_ENDS: [&str; 3] = ["flow.beyond", "flow.unnamed", "flow.unpaid"];

impl Flows {
    fn of(streams: &[&Stream]) -> Self {
        let mut flows = Self::default();
        for source in SOURCES {
            for stream in streams.iter().filter(|it| it.source == source) {
                let fen = stream.balance.allocated_fen;
                flows.add(&format!("source.{source}"), &format!("kind.{}", stream.kind), fen);
            }
        }
        for kind in KINDS {
            let sum = |of: &dyn Fn(&Stream) -> i64| -> i64 {
                streams.iter().filter(|it| it.kind == kind).map(|it| of(it)).sum()
            };
            let own = format!("kind.{kind}");
            flows.add(OPEN_ENDS[0], &own, sum(&|it| it.balance.beyond_fen));
            for payee in PAYEES {
                flows.add(&own, &format!("payee.{payee}"), sum(&|it| it.to_payee(payee)));
            }
            flows.add(&own, OPEN_ENDS[1], sum(&|it| it.balance.unnamed_fen));
            flows.add(&own, OPEN_ENDS[2], sum(&|it| it.balance.unpaid_fen));
        }
        flows.sorted()
    }

    fn add(&mut self, from: &str, to: &str, fen: i64) {
        if fen > 0 {
            let (from, to) = (self.node(from), self.node(to));
            match self.links.iter_mut().find(|it| it.from == from && it.to == to) {
                Some(link) => link.fen += fen,
                None => self.links.push(Link { from, to, fen }),
            }
        }
    }

    fn node(&mut self, key: &str) -> usize {
        self.keys.iter().position(|it| it == key).unwrap_or_else(|| {
            self.keys.push(key.to_owned());
            self.nodes.push(Node { column: rank(key).0 });
            self.keys.len() - 1
        })
    }

    /// The nodes in the order of the lists, whichever stream came first.
    fn sorted(self) -> Self {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by_key(|it| rank(&self.keys[*it]));
        let place = |old: usize| order.iter().position(|it| *it == old).expect("all are in it");
        let moved = |it: &Link| Link { from: place(it.from), to: place(it.to), fen: it.fen };
        Self {
            links: self.links.iter().map(moved).collect(),
            keys: order.iter().map(|it| self.keys[*it].clone()).collect(),
            nodes: order.iter().map(|it| self.nodes[*it]).collect(),
        }
    }
}

/// The column, and the place in it.
fn rank(key: &str) -> (usize, usize) {
    let place = |all: &[&str], code: &str| all.iter().position(|it| *it == code).unwrap_or(0);
    match key.split_once('.') {
        Some(("source", code)) => (0, place(&SOURCES, code)),
        Some(("kind", code)) => (1, place(&KINDS, code)),
        Some(("payee", code)) => (2, place(&PAYEES, code)),
        _ if key == OPEN_ENDS[0] => (0, SOURCES.len()),
        _ => (2, PAYEES.len() + place(&OPEN_ENDS, key)),
    }
}

fn drawn(visit: &Visit, id: &'static str, flows: &Flows) -> Drawn {
    let mut drawing = Drawing::new(id);
    let Layout { height, nodes, ribbons } = layout(&flows.nodes, &flows.links);
    for ribbon in &ribbons {
        let (from, to) = (&flows.keys[ribbon.link.from], &flows.keys[ribbon.link.to]);
        let is_open = [from, to].iter().any(|it| OPEN_ENDS.contains(&it.as_str()));
        let fill = if is_open { Fill::FlowHatched } else { Fill::Flow };
        let said =
            format!("{} → {} {}", visit.say(from), visit.say(to), money::exact(ribbon.link.fen));
        drawing.path(&way(flows, ribbon), fill, &said);
    }
    for (place, Placed { top, height, .. }) in nodes.iter().enumerate() {
        let (key, x) = (&flows.keys[place], COLUMNS[flows.nodes[place].column]);
        let is_open = OPEN_ENDS.contains(&key.as_str());
        let fill = if is_open { Fill::Hatched } else { Fill::Solid };
        drawing.rect([x, *top, NODE_WIDTH, (*height).max(50)], fill, "");
    }
    // Words last, so that no shape covers them.
    for (place, Placed { top, fen, .. }) in nodes.iter().enumerate() {
        let (key, x) = (&flows.keys[place], COLUMNS[flows.nodes[place].column]);
        drawing.label(x + NODE_WIDTH + 300, top + 1_100, &visit.say(key));
        drawing.strong(x + NODE_WIDTH + 300, top + 2_500, &money::exact(*fen));
    }
    Drawn { shapes: drawing.finish(), height: height / 100 + 1 }
}

/// A band with two curved edges.
fn way(flows: &Flows, ribbon: &Ribbon) -> String {
    let start = COLUMNS[flows.nodes[ribbon.link.from].column] + NODE_WIDTH;
    let end = COLUMNS[flows.nodes[ribbon.link.to].column];
    let middle = px(i64::midpoint(start, end));
    let (left, right) = (ribbon.leaves, ribbon.arrives);
    let (left_end, right_end) = (left + ribbon.leaving_height, right + ribbon.arriving_height);
    let [start, end, left, right, left_end, right_end] =
        [start, end, left, right, left_end, right_end].map(px);
    format!(
        "M{start} {left}C{middle} {left} {middle} {right} {end} {right}V{right_end}\
         C{middle} {right_end} {middle} {left_end} {start} {left_end}Z"
    )
}

fn table(visit: &Visit, code: &str, streams: &[&Stream]) -> Table {
    let columns = [
        "funds.source",
        "project.kind",
        "project.allocated",
        "flow.beyond",
        "payee.firm",
        "payee.unit",
        "payee.households",
        "flow.unnamed",
        "flow.unpaid",
    ];
    let rows = streams
        .iter()
        .map(|it| {
            let fen = [
                it.balance.allocated_fen,
                it.balance.beyond_fen,
                it.to_payee(PAYEES[0]),
                it.to_payee(PAYEES[1]),
                it.to_payee(PAYEES[2]),
                it.balance.unnamed_fen,
                it.balance.unpaid_fen,
            ];
            let words = [format!("source.{}", it.source), format!("kind.{}", it.kind)];
            let words = words.map(|it| Cell::Text(visit.say(&it)));
            words.into_iter().chain(fen.map(Cell::Fen)).collect()
        })
        .collect();
    let caption = visit.say(&format!("picture.{code}.caption"));
    let columns = columns.map(|it| visit.say(it)).to_vec();
    Table::summed(caption, columns, 2, rows, visit.say("project.sum"))
}
