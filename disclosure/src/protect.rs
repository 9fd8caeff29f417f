//! From the register to protected tables: checks, units, totals, classes, guard.

use std::collections::BTreeMap;

use crate::{
    Key, Place, Previous, Problem, Problems, Protected, Register,
    classification::Universe,
    geography::Geography,
    group::{Level, hide},
    matrix::Matrix,
    protected::ProtectedTable,
    rounding::{earlier::Earlier, table::Rounding},
    tree::Tree,
};

/// Protects the register's counts for every place that is protected on its own, all in it, and what
/// lies above. The register is used up: the exact counts are gone with it.
///
/// A village that the register does not name has no registered household. Villages of one township
/// with fewer than ten households are joined ([`crate::units`]); places outside the roots get no
/// table.
///
/// ```
/// use disclosure::{Key, Place, Previous, Register, classification, protect};
///
/// let places = [
///     Place { code: "town", parent: None, is_root: false },
///     Place { code: "east", parent: Some("town"), is_root: false },
///     Place { code: "west", parent: Some("town"), is_root: false },
/// ];
/// let mut register = Register::new(&[classification("status").unwrap()]);
/// for (code, n) in [("east", 13), ("west", 26)] {
///     let village = register.village(code);
///     assert!(register.add(village, "status", "stable", n));
/// }
///
/// let protected = protect(&places, register, &Previous::default(), &Key::new([7; 32]))?;
///
/// let stable = |code| protected.count(code, "status", "stable").unwrap();
/// assert_eq!(stable("town"), stable("east") + stable("west"));
/// assert!(stable("east") == 10 || stable("east") == 15);
/// # Ok::<(), disclosure::Problems>(())
/// ```
pub fn protect(
    places: &[Place<'_>],
    register: Register,
    previous: &Previous<'_>,
    key: &Key,
) -> Result<Protected, Problems> {
    let geography = Geography::new(places)?;
    let households = checked_households(&geography, &register)?;
    let tree = Tree::new(&geography, &households, previous.units);
    let exact = tree.exact(&geography, &register);
    let (classifications, starts) = (register.classifications, register.starts);
    // From here on there are only sums of units.
    drop(register.counts);

    let earlier = Earlier::of_all(&tree, &classifications, previous.tables);
    let mut totals: BTreeMap<Universe, Vec<u32>> = BTreeMap::new();
    let mut tables = Vec::with_capacity(classifications.len());
    let mut problems = Vec::new();
    for (at, &classification) in classifications.iter().enumerate() {
        let exact = exact.columns(starts[at]..starts[at + 1]);
        let rounding = Rounding { tree: &tree, key, classification, exact, earlier: &earlier[at] };
        let totals = totals.entry(classification.universe).or_insert_with(|| rounding.totals());
        match rounding.classes(totals) {
            Ok(rounded) => tables.push(guarded(&tree, &rounding, rounded)),
            Err(problem) => problems.push(problem),
        }
    }
    Problems::check(problems)?;
    Ok(with_places_above(&geography, &tree, tables))
}

/// Every village's registered households, by its rank, after a look at everything that may be wrong.
/// A register of people only is judged by people.
fn checked_households(
    geography: &Geography<'_>,
    register: &Register,
) -> Result<Vec<u64>, Problems> {
    let mut first: BTreeMap<Universe, usize> = BTreeMap::new();
    for (at, it) in register.classifications.iter().enumerate() {
        first.entry(it.universe).or_insert(at);
    }
    let mut households = vec![0; geography.codes.len()];
    let mut problems = Vec::new();
    let mut sums: BTreeMap<(usize, Universe), u64> = BTreeMap::new();
    for (row, code) in register.villages.iter().enumerate() {
        let Some(place) = geography.rank(code) else {
            problems.push(Problem::UnknownVillage(code.clone()));
            continue;
        };
        if !geography.is_village(place) {
            problems.push(Problem::NotAVillage(code.clone()));
        }
        let Some(root) = geography.root_of[place] else {
            problems.push(Problem::OutsideRoots(code.clone()));
            continue;
        };
        for (at, it) in register.classifications.iter().enumerate() {
            if register.total(row, at) != register.total(row, first[&it.universe]) {
                let (place, classification) = (code.clone(), it.id);
                problems.push(Problem::TotalsDiffer { place, classification });
            }
        }
        for (&universe, &at) in &first {
            *sums.entry((root, universe)).or_default() += register.total(row, at);
        }
        // Households come first among the universes.
        households[place] = first.values().next().map_or(0, |&at| register.total(row, at));
    }
    // Rounding may add a little.
    let too_many = sums.iter().filter(|(_, sum)| **sum > u64::from(u32::MAX / 2));
    problems
        .extend(too_many.map(|((root, _), _)| Problem::TooMany(geography.codes[*root].to_owned())));
    Problems::check(problems)?;
    Ok(households)
}

/// The table with what must not be shown of single units hidden.
fn guarded(tree: &Tree, rounding: &Rounding<'_>, rounded: Matrix) -> ProtectedTable {
    let classification = rounding.classification;
    let mut levels = vec![Level::Classes; tree.len()];
    let mut open = Vec::new();
    if !classification.sensitive.is_empty() {
        for family in tree.families() {
            let units: Vec<usize> = family.units.iter().map(|it| it[0]).collect();
            let (hidden, left) = hide(classification, &rounded, &units);
            for (unit, level) in family.units.iter().zip(hidden) {
                for &node in unit {
                    levels[node] = level;
                }
            }
            if family.has_place_above {
                open.extend(left.into_iter().map(|at| tree.codes[units[at]].clone()));
            }
        }
    }
    open.sort();
    ProtectedTable { classification, rounded, levels, open }
}

/// Adds what lies above the roots: sums, hidden where one of their parts is.
fn with_places_above(
    geography: &Geography<'_>,
    tree: &Tree,
    mut tables: Vec<ProtectedTable>,
) -> Protected {
    let mut places: Vec<(String, usize)> =
        tree.codes.iter().enumerate().map(|(node, code)| (code.clone(), node)).collect();
    for (above, roots) in geography.above() {
        places.push((geography.codes[above].to_owned(), places.len()));
        for table in &mut tables {
            // Roots are the first nodes, in the order of the geography's roots.
            let nodes = roots.iter().filter_map(|root| geography.roots.binary_search(root).ok());
            table.push_sum(&nodes.collect::<Vec<_>>());
        }
    }
    places.sort();
    Protected { units: tree.units(geography), places, tables }
}
