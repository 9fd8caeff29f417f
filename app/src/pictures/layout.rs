//! Where the nodes and ribbons of a flow picture lie. Pure, in hundredths of a pixel and whole numbers:
//! heights are proportional to money, nothing overlaps, and ribbons fill their nodes exactly.

/// A stop of the money, in one of the columns. Its height is what goes through it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    pub column: usize,
}

/// Money from one node to another, at least zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub fen: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    pub top: i64,
    pub height: i64,
    pub fen: i64,
}

/// One link as it leaves and arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ribbon {
    pub link: Link,
    pub leaves: i64,
    pub arrives: i64,
    /// Heights at both ends: equal but for one hundredth.
    pub leaving_height: i64,
    pub arriving_height: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub height: i64,
    pub nodes: Vec<Placed>,
    pub ribbons: Vec<Ribbon>,
}

/// All the money of a column is this high.
pub const FULL: i64 = 26_000;
/// A node has at least this much room, so that its two lines of text fit beside it.
pub const ROOM: i64 = 3_200;
const GAP: i64 = 600;

/// Lays the nodes out in their order and the ribbons in the order of the nodes they lead to.
pub fn layout(nodes: &[Node], links: &[Link]) -> Layout {
    let through = |place: usize| {
        let sum = |end: fn(&Link) -> usize| -> i64 {
            links.iter().filter(|it| end(it) == place).map(|it| it.fen).sum()
        };
        sum(|it| it.from).max(sum(|it| it.to))
    };
    let flows: Vec<i64> = (0..nodes.len()).map(through).collect();
    let n_columns = nodes.iter().map(|it| it.column + 1).max().unwrap_or(0);
    let column_fen = |column: usize| -> i64 {
        let own = nodes.iter().zip(&flows).filter(|(node, _)| node.column == column);
        own.map(|(_, fen)| fen).sum()
    };
    let largest = (0..n_columns).map(column_fen).max().unwrap_or(0).max(1);
    let scaled = |fen: i64| scaled(fen, largest);
    let mut ends = vec![0; n_columns];
    let placed: Vec<Placed> = nodes
        .iter()
        .zip(&flows)
        .map(|(node, fen)| {
            let (top, height) = (ends[node.column], scaled(*fen));
            ends[node.column] = top + height.max(ROOM) + GAP;
            Placed { top, height, fen: *fen }
        })
        .collect();
    Layout {
        height: ends.into_iter().max().map_or(0, |it| (it - GAP).max(0)),
        ribbons: ribbons(links, &placed, scaled),
        nodes: placed,
    }
}

fn scaled(fen: i64, largest: i64) -> i64 {
    let height = i128::from(fen) * i128::from(FULL) / i128::from(largest);
    i64::try_from(height).expect("a part is not larger than the whole")
}

/// Edges are scaled running sums, so that no hundredth is lost between two ribbons.
fn ribbons(links: &[Link], nodes: &[Placed], scaled: impl Fn(i64) -> i64) -> Vec<Ribbon> {
    let mut links: Vec<Link> = links.iter().copied().filter(|it| it.fen > 0).collect();
    links.sort_by_key(|it| (it.from, it.to));
    let (mut sent, mut received) = (vec![0; nodes.len()], vec![0; nodes.len()]);
    links
        .into_iter()
        .map(|link| {
            let part = |done: &mut i64| {
                let start = scaled(*done);
                *done += link.fen;
                (start, scaled(*done) - start)
            };
            let (leaves, leaving_height) = part(&mut sent[link.from]);
            let (arrives, arriving_height) = part(&mut received[link.to]);
            Ribbon {
                link,
                leaves: nodes[link.from].top + leaves,
                arrives: nodes[link.to].top + arrives,
                leaving_height,
                arriving_height,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two, three and two nodes; the middle passes on what it gets.
    fn flows() -> impl Strategy<Value = (Vec<Node>, Vec<Link>)> {
        prop::collection::vec((0..5_000_000_000_i64, 0..=100_i64), 6).prop_map(|amounts| {
            let columns = [0, 0, 1, 1, 1, 2, 2];
            let mut links = Vec::new();
            for (n, (fen, percent)) in amounts.into_iter().enumerate() {
                let (from, through) = (n / 3, 2 + n % 3);
                let first = fen * percent / 100;
                links.push(Link { from, to: through, fen });
                links.push(Link { from: through, to: 5, fen: first });
                links.push(Link { from: through, to: 6, fen: fen - first });
            }
            (columns.map(|column| Node { column }).to_vec(), links)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn heights_are_proportional_and_nothing_overlaps((nodes, links) in flows()) {
            let layout = layout(&nodes, &links);

            let total: i64 = layout.nodes[..2].iter().map(|it| it.fen).sum();
            for placed in &layout.nodes {
                let exact = i128::from(placed.fen) * i128::from(FULL);
                prop_assert!((exact - i128::from(placed.height) * i128::from(total.max(1))).abs()
                    <= i128::from(total.max(1)));
                prop_assert!(placed.top + placed.height <= layout.height);
            }
            for (place, node) in nodes.iter().enumerate() {
                let later = (place + 1..nodes.len()).filter(|it| nodes[*it].column == node.column);
                for other in later {
                    let end = layout.nodes[place].top + layout.nodes[place].height.max(ROOM);
                    prop_assert!(end + GAP <= layout.nodes[other].top);
                }
            }
        }

        #[test]
        fn ribbons_fill_their_nodes_exactly((nodes, links) in flows()) {
            let layout = layout(&nodes, &links);

            for (place, placed) in layout.nodes.iter().enumerate() {
                let mut ends: Vec<(i64, i64, i64)> = layout.ribbons.iter()
                    .filter(|it| it.link.from == place)
                    .map(|it| (it.leaves, it.leaving_height, it.link.fen)).collect();
                if ends.is_empty() {
                    ends = layout.ribbons.iter().filter(|it| it.link.to == place)
                        .map(|it| (it.arrives, it.arriving_height, it.link.fen)).collect();
                }
                ends.sort_unstable();
                let mut next = placed.top;
                for (top, height, _) in &ends {
                    prop_assert_eq!(*top, next);
                    next += height;
                }
                prop_assert_eq!(next, placed.top + placed.height);
                prop_assert_eq!(ends.iter().map(|it| it.2).sum::<i64>(), placed.fen);
            }
            for ribbon in &layout.ribbons {
                prop_assert!((ribbon.leaving_height - ribbon.arriving_height).abs() <= 1);
            }
        }
    }

    #[test]
    fn no_money_needs_no_room() {
        assert_eq!(layout(&[], &[]), Layout::default());
    }
}
