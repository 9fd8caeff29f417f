//! What must hold for the protected tables of every register: multiples of five that add up at every
//! place and in every table, near the exact counts, the same for the same key.

mod country;

use std::collections::BTreeMap;

use country::{Country, Public, TABLES, classifications, country};
use disclosure::{ALL, MOST, USUAL, Universe, published::CountTable};
use proptest::prelude::*;

const FIRST: fn() -> Public = Public::default;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) }
}

/// The classes of a table in the order of the classification; none where they are not all shown.
fn classes(table: &CountTable) -> Option<Vec<i64>> {
    let it = disclosure::classification(&table.name)?;
    it.classes.iter().map(|class| table.cells.get(*class).copied()).collect()
}

/// The sums of the parts of every place that shows its classes, where all of its parts do.
fn wrong_sums(country: &Country, public: &Public) -> Vec<String> {
    let mut wrong = Vec::new();
    for table in &public.tables {
        let parts: Vec<&CountTable> = country
            .parts(&table.region_code, public)
            .into_iter()
            .filter_map(|part| public.table(part, &table.name))
            .collect();
        if parts.is_empty() {
            continue;
        }
        let totals: i64 = parts.iter().map(|it| it.total()).sum();
        let shown: Option<Vec<Vec<i64>>> = parts.iter().map(|it| classes(it)).collect();
        let sum = shown.map(|rows| {
            rows.iter().fold(vec![0; rows[0].len()], |sum: Vec<i64>, row| {
                sum.iter().zip(row).map(|(sum, n)| sum + n).collect()
            })
        });
        if totals != table.total() || (sum.is_some() && sum != classes(table)) {
            wrong.push(format!("{} {}", table.region_code, table.name));
        }
    }
    wrong
}

/// Of each shown class or total the distance from the exact count.
fn distances(country: &Country, public: &Public) -> Vec<(String, String, i64)> {
    let exact = country.exact(&public.units);
    let mut distances = Vec::new();
    for table in &public.tables {
        let at = classifications().iter().position(|it| it.id == table.name).expect("listed");
        let zeros = vec![0; classifications()[at].classes.len()];
        let counts = exact.get(&(table.region_code.clone(), at)).unwrap_or(&zeros);
        let it = classifications()[at];
        let total: u32 = counts.iter().sum();
        let mut compare = |id: &str, n: i64, exact: u32| {
            let name = format!("{} {id}", table.name);
            distances.push((table.region_code.clone(), name, (n - i64::from(exact)).abs()));
        };
        compare("total", table.total(), total);
        for (id, &n) in &table.cells {
            let of = |class: &str| counts[it.class(class).expect("shown")];
            let broad = it.broad.iter().find(|broad| broad.id == id);
            let exact = match broad {
                _ if id == ALL => total,
                Some(broad) => broad.classes.iter().map(|class| of(class)).sum(),
                None => of(id),
            };
            compare(id, n, exact);
        }
    }
    distances
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_number_is_a_multiple_of_five_and_every_place_has_every_table(
        country in country(60), key: u8,
    ) {
        let public = country.public(&FIRST(), key);
        let joined: usize = public.units.iter().map(|unit| unit.members.len() - 1).sum();

        prop_assert_eq!(public.tables.len(), (country.places.len() - joined) * TABLES.len());
        for table in &public.tables {
            prop_assert!(table.cells.values().all(|n| n % 5 == 0 && *n >= 0));
        }
    }

    #[test]
    fn every_place_is_the_sum_of_those_in_it(country in country(60), key: u8) {
        prop_assert_eq!(wrong_sums(&country, &country.public(&FIRST(), key)), [""; 0]);
    }

    #[test]
    fn all_tables_of_a_universe_have_one_total(country in country(60), key: u8) {
        let public = country.public(&FIRST(), key);
        let mut totals: BTreeMap<(&str, Universe), i64> = BTreeMap::new();
        for table in &public.tables {
            let universe = disclosure::classification(&table.name).unwrap().universe;
            let total = *totals.entry((&table.region_code, universe)).or_insert(table.total());
            prop_assert_eq!(total, table.total(), "{} {}", table.region_code, table.name);
        }
    }

    #[test]
    fn no_number_is_farther_than_nine_and_no_total_farther_than_four(
        country in country(60), key: u8,
    ) {
        for (code, cell, distance) in distances(&country, &country.public(&FIRST(), key)) {
            prop_assert!(distance <= MOST, "{code} {cell}: {distance}");
            prop_assert!(distance <= USUAL || !cell.ends_with("total"), "{code} {cell}");
            prop_assert!(distance <= USUAL || code != "p", "{code} {cell}: {distance}");
        }
    }

    #[test]
    fn the_order_of_places_and_villages_does_not_matter(
        (one, other) in country(60).prop_flat_map(|country| {
            let shuffled = (
                Just(country.places.clone()).prop_shuffle(),
                Just(country.villages.clone()).prop_shuffle(),
            );
            let other =
                shuffled.prop_map(|(places, villages)| Country { places, villages, roots: vec![] });
            (Just(country), other)
        }),
        key: u8,
    ) {
        prop_assert_eq!(one.public(&FIRST(), key), other.public(&FIRST(), key));
    }

    #[test]
    fn a_second_release_keeps_to_the_first_where_nothing_changed(country in country(60), key: u8) {
        let first = country.public(&FIRST(), key);

        prop_assert_eq!(&country.public(&first, key), &first);
    }

    #[test]
    fn what_was_published_comes_before_the_key(country in country(60), key: u8) {
        let first = country.public(&FIRST(), key);
        let second = country.public(&first, key.wrapping_add(1));

        // A count that was pushed past its neighbour, or hidden, is free to move, and moves others.
        let moved: Vec<String> = distances(&country, &first)
            .into_iter()
            .filter(|(_, _, distance)| *distance > USUAL)
            .map(|(_, cell, _)| cell)
            .collect();
        for (one, other) in first.tables.iter().zip(&second.tables) {
            prop_assert_eq!(one.total(), other.total());
            let is_free = one.name == "cause" || moved.iter().any(|it| it.starts_with(&one.name));
            prop_assert!(is_free || one == other, "{} {}", one.region_code, one.name);
        }
    }

    #[test]
    fn a_second_release_stays_within_nine_and_adds_up(
        (first, second) in (country(60), country(12)).prop_map(|(first, few)| {
            let mut second = first.clone();
            for ((_, tables), (_, more)) in second.villages.iter_mut().zip(few.villages) {
                for (table, more) in tables.iter_mut().zip(more) {
                    table.iter_mut().zip(more).for_each(|(n, more)| *n += more);
                }
            }
            (first, second)
        }),
        key: u8,
    ) {
        let before = first.public(&FIRST(), key);
        let after = second.public(&before, key);

        prop_assert_eq!(wrong_sums(&second, &after), [""; 0]);
        for (code, cell, distance) in distances(&second, &after) {
            prop_assert!(distance <= MOST, "{code} {cell}: {distance}");
            prop_assert!(distance <= USUAL || !cell.ends_with("total"), "{code} {cell}");
        }
    }

    #[test]
    fn units_have_ten_households_unless_the_township_has_fewer(country in country(15), key: u8) {
        let public = country.public(&FIRST(), key);
        let exact = country.exact(&public.units);
        for (code, parent) in country.places.iter().filter(|it| it.0.len() == 4) {
            let siblings = country.parts(parent.as_deref().unwrap(), &public);
            let n = exact.get(&(code.clone(), 0)).map_or(0, |counts| counts.iter().sum());
            if siblings.contains(&code.as_str()) {
                prop_assert!(n >= 10 || siblings.len() == 1, "{code}: {n}");
            }
        }
    }

    #[test]
    fn places_protected_on_their_own_add_up_above(mut country in country(60), key: u8) {
        let counties: Vec<String> =
            country.places.iter().filter(|it| it.0.len() == 2).map(|it| it.0.clone()).collect();
        let alone: Vec<Public> = counties
            .iter()
            .map(|county| {
                let inside = |code: &str| code.starts_with(county.as_str());
                let mut one = country.clone();
                one.places.retain(|it| inside(&it.0));
                one.places[0].1 = None;
                one.villages.retain(|it| inside(&it.0));
                one.public(&FIRST(), key)
            })
            .collect();
        country.roots = counties;
        let together = country.public(&FIRST(), key);

        if !country.roots.is_empty() {
            prop_assert_eq!(wrong_sums(&country, &together), [""; 0]);
        }
        for table in alone.iter().flat_map(|it| &it.tables) {
            prop_assert_eq!(together.table(&table.region_code, &table.name), Some(table));
        }
    }
}
