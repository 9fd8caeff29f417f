//! The places as they are rounded: villages joined to units, every place's parts side by side.

use std::{collections::HashMap, ops::Range};

use crate::{
    geography::Geography, matrix::Matrix, published::PublicationUnit, register::Register,
    units::join_by,
};

/// Nodes level by level, each level in the order of its parents and codes, so that the parts of a
/// node are neighbours. The roots come first.
pub(crate) struct Tree {
    pub codes: Vec<String>,
    pub children: Vec<Range<usize>>,
    pub n_roots: usize,
    /// The places of the geography that each node stands for: one, or a unit's villages.
    pub places: Vec<Vec<usize>>,
}

/// Units that lie beside each other, each with the places that it is the only one in.
pub(crate) struct Family {
    pub units: Vec<Vec<usize>>,
    /// Whether a table of a place above shows their sum.
    pub has_place_above: bool,
}

impl Tree {
    /// `households` gives a village's registered households by its rank in the geography.
    pub fn new(geography: &Geography<'_>, households: &[u64], earlier: &[PublicationUnit]) -> Self {
        let unit_of: HashMap<&str, usize> = earlier
            .iter()
            .enumerate()
            .flat_map(|(unit, it)| it.members.iter().map(move |code| (code.as_str(), unit)))
            .collect();
        let mut places: Vec<Vec<usize>> = geography.roots.iter().map(|&it| vec![it]).collect();
        let mut children = Vec::with_capacity(geography.codes.len());
        let mut node = 0;
        while node < places.len() {
            let begin = places.len();
            if let [place] = places[node][..] {
                let parts = &geography.children[place];
                places.extend(parts_of(geography, parts, households, &unit_of));
            }
            children.push(begin..places.len());
            node += 1;
        }
        let codes = places.iter().map(|it| geography.codes[it[0]].to_owned()).collect();
        Self { codes, children, n_roots: geography.roots.len(), places }
    }

    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// The exact counts of every node: those of its villages, added up.
    pub fn exact(&self, geography: &Geography<'_>, register: &Register) -> Matrix {
        let mut exact = Matrix::zeros(self.len(), register.counts.width);
        for (node, places) in self.places.iter().enumerate() {
            for &place in places {
                if let Some(row) = register.row(geography.codes[place]) {
                    add(exact.row_mut(node), register.counts.row(row));
                }
            }
        }
        self.add_up(&mut exact);
        exact
    }

    /// Adds the children's rows to their parents', from the lowest level up.
    fn add_up(&self, matrix: &mut Matrix) {
        for node in (0..self.len()).rev() {
            for child in self.children[node].clone() {
                // Children come after their parent.
                let (before, after) = matrix.cells.split_at_mut(child * matrix.width);
                let parent = &mut before[node * matrix.width..(node + 1) * matrix.width];
                add(parent, &after[..matrix.width]);
            }
        }
    }

    /// The units that lie beside each other. A place with only one unit in it is that unit, so both
    /// are kept together.
    pub fn families(&self) -> impl Iterator<Item = Family> + '_ {
        let roots = (0..self.n_roots).filter_map(|root| self.only_unit(root));
        let of_roots = roots.map(|unit| Family { units: vec![unit], has_place_above: false });
        let inside = self.children.iter().filter(|children| children.len() > 1).map(|children| {
            let units = children.clone().filter_map(|child| self.only_unit(child)).collect();
            Family { units, has_place_above: true }
        });
        of_roots.chain(inside.filter(|family| !family.units.is_empty()))
    }

    /// The node and those in it, if each has only one in it, down to a unit.
    fn only_unit(&self, mut node: usize) -> Option<Vec<usize>> {
        let mut nodes = vec![node];
        loop {
            match self.children[node].len() {
                0 => return Some(nodes),
                1 => node = self.children[node].start,
                _ => return None,
            }
            nodes.push(node);
        }
    }

    /// The nodes that stand for more than one village.
    pub fn units(&self, geography: &Geography<'_>) -> Vec<PublicationUnit> {
        let code = |&place: &usize| geography.codes[place].to_owned();
        let joined = self.places.iter().filter(|it| it.len() > 1);
        let mut units: Vec<_> =
            joined.map(|it| PublicationUnit { members: it.iter().map(code).collect() }).collect();
        units.sort_by(|left, right| left.members.cmp(&right.members));
        units
    }
}

/// A place's parts: its villages joined to units, and what else lies in it, in the order of codes.
fn parts_of(
    geography: &Geography<'_>,
    parts: &[usize],
    households: &[u64],
    unit_of: &HashMap<&str, usize>,
) -> Vec<Vec<usize>> {
    let (villages, others): (Vec<usize>, Vec<usize>) =
        parts.iter().partition(|&&place| geography.is_village(place));
    let counted: Vec<(&str, u64)> =
        villages.iter().map(|&place| (geography.codes[place], households[place])).collect();
    let mut parts: Vec<Vec<usize>> = join_by(&counted, |code| unit_of.get(code).copied())
        .into_iter()
        .map(|unit| unit.into_iter().map(|village| villages[village]).collect())
        .chain(others.into_iter().map(|place| vec![place]))
        .collect();
    parts.sort_unstable();
    parts
}

fn add(sum: &mut [u32], counts: &[u32]) {
    for (sum, n) in sum.iter_mut().zip(counts) {
        // The sums of a root were checked to fit.
        *sum += n;
    }
}
