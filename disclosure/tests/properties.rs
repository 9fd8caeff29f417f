//! What must hold for every register: multiples of five, sums at every place, no order, small moves.

use disclosure::{Leaf, Place, Table, Tables, protect, protect_sharing_totals, round_to_base_5};
use proptest::{collection::vec, prelude::*};

const N: usize = 4;

/// A province of counties of villages, with the villages' counts.
#[derive(Clone, Debug)]
struct Register {
    places: Vec<(String, Option<String>)>,
    leaves: Vec<(String, [u32; N])>,
}

impl Register {
    fn places(&self) -> Vec<Place<'_>> {
        self.places.iter().map(|(code, parent)| Place { code, parent: parent.as_deref() }).collect()
    }

    fn leaves(&self) -> Vec<Leaf<'_, N>> {
        self.leaves.iter().map(|(code, cells)| Leaf { code, cells: *cells }).collect()
    }
}

fn register() -> impl Strategy<Value = Register> {
    vec(vec(prop::array::uniform4(0_u32..40), 0..6), 0..5).prop_map(|counties| {
        let mut places = vec![("p".to_owned(), None)];
        let mut leaves = Vec::new();
        for (county, villages) in counties.iter().enumerate() {
            places.push((format!("p{county}"), Some("p".to_owned())));
            for (village, cells) in villages.iter().enumerate() {
                let code = format!("p{county}-{village}");
                places.push((code.clone(), Some(format!("p{county}"))));
                leaves.push((code, *cells));
            }
        }
        Register { places, leaves }
    })
}

fn children_add_up(register: &Register, tables: &Tables<'_, N>) -> bool {
    register.places.iter().all(|(code, _)| {
        let mut sum = [0; N];
        let mut n_children = 0;
        for (child, parent) in &register.places {
            if parent.as_ref() == Some(code) {
                n_children += 1;
                for (cell, add) in sum.iter_mut().zip(tables[child.as_str()].cells) {
                    *cell += add;
                }
            }
        }
        n_children == 0 || tables[code.as_str()] == Table { cells: sum }
    })
}

fn move_of(exact: u32, published: i64) -> i64 {
    (i64::from(exact) - published).abs()
}

proptest! {
    #[test]
    fn every_published_number_is_a_multiple_of_five_and_not_negative(register in register()) {
        let (places, leaves) = (register.places(), register.leaves());
        for tables in [protect(&places, &leaves), protect_sharing_totals(&places, &leaves)] {
            for table in tables.unwrap().values() {
                prop_assert!(table.cells.iter().all(|cell| cell % 5 == 0 && *cell >= 0));
                prop_assert_eq!(table.total() % 5, 0);
            }
        }
    }

    #[test]
    fn every_place_is_the_sum_of_those_in_it(register in register()) {
        let (places, leaves) = (register.places(), register.leaves());
        prop_assert!(children_add_up(&register, &protect(&places, &leaves).unwrap()));
        prop_assert!(children_add_up(&register, &protect_sharing_totals(&places, &leaves).unwrap()));
    }

    #[test]
    fn the_order_of_places_and_leaves_does_not_matter(
        (first, second) in register().prop_flat_map(|register| {
            let shuffled = (Just(register.places.clone()).prop_shuffle(),
                Just(register.leaves.clone()).prop_shuffle());
            (Just(register), shuffled.prop_map(|(places, leaves)| Register { places, leaves }))
        })
    ) {
        let (places, leaves) = (first.places(), first.leaves());
        let (other_places, other_leaves) = (second.places(), second.leaves());
        prop_assert_eq!(
            protect(&places, &leaves).unwrap(),
            protect(&other_places, &other_leaves).unwrap()
        );
        prop_assert_eq!(
            protect_sharing_totals(&places, &leaves).unwrap(),
            protect_sharing_totals(&other_places, &other_leaves).unwrap()
        );
    }

    #[test]
    fn a_leaf_cell_moves_by_two_at_most(register in register()) {
        let (places, leaves) = (register.places(), register.leaves());
        let tables = protect(&places, &leaves).unwrap();
        for leaf in &leaves {
            for (exact, published) in leaf.cells.iter().zip(tables[leaf.code].cells) {
                prop_assert!(move_of(*exact, published) <= 2);
            }
        }
    }

    #[test]
    fn sharing_totals_moves_a_cell_by_four_at_most_and_a_total_by_two(register in register()) {
        let (places, leaves) = (register.places(), register.leaves());
        let tables = protect_sharing_totals(&places, &leaves).unwrap();
        for leaf in &leaves {
            let table = tables[leaf.code];
            for (exact, published) in leaf.cells.iter().zip(table.cells) {
                prop_assert!(move_of(*exact, published) <= 4);
            }
            let n_households: u32 = leaf.cells.iter().sum();
            prop_assert_eq!(table.total(), i64::from(round_to_base_5(n_households)));
        }
    }
}
