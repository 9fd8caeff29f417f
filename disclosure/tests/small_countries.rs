//! The smallest trees, and what is refused.

#[expect(dead_code, reason = "no random countries here")]
mod country;

use country::{Country, Public};
use disclosure::{Problem, Universe};

/// A village with so many households, all in the first class of every table.
fn village(code: &str, households: u32) -> (String, Vec<Vec<u32>>) {
    let tables = country::classifications().into_iter().map(|it| {
        let mut counts = vec![0; it.classes.len()];
        counts[0] = if it.universe == Universe::People { 3 * households } else { households };
        counts
    });
    (code.to_owned(), tables.collect())
}

fn place(code: &str, parent: Option<&str>) -> (String, Option<String>) {
    (code.to_owned(), parent.map(str::to_owned))
}

fn problems(country: &Country) -> Vec<Problem> {
    country.protect(&Public::default(), 1).err().expect("it is refused").0
}

#[test]
fn a_country_without_places_has_no_tables() {
    assert_eq!(Country::default().public(&Public::default(), 1), Public::default());
}

#[test]
fn a_country_of_one_village_has_its_neighbouring_multiple() {
    let country =
        Country { places: vec![place("v", None)], villages: vec![village("v", 12)], roots: vec![] };
    let public = country.public(&Public::default(), 1);

    assert!([10, 15].contains(&public.table("v", "status").unwrap().total()));
    assert!([35, 40].contains(&public.table("v", "age").unwrap().total()));
}

#[test]
fn a_village_that_the_register_does_not_name_is_counted_with_its_neighbour() {
    let places = vec![place("t", None), place("v1", Some("t")), place("v2", Some("t"))];
    let country = Country { places, villages: vec![village("v2", 30)], roots: vec![] };
    let public = country.public(&Public::default(), 1);

    assert_eq!(public.units[0].members, ["v1", "v2"]);
    assert_eq!(public.table("v1", "status").unwrap().total(), 30);
    assert!(public.table("v2", "status").is_none());
}

#[test]
fn a_place_outside_those_to_be_protected_has_no_table() {
    let places = vec![place("p", None), place("in", Some("p")), place("out", Some("p"))];
    let country = Country { places, villages: vec![village("in", 20)], roots: vec!["in".into()] };
    let public = country.public(&Public::default(), 1);

    assert_eq!(public.table("p", "status").unwrap().total(), 20);
    assert!(public.table("out", "status").is_none());
}

#[test]
fn another_key_rounds_differently() {
    let places: Vec<_> = (0..9).map(|n| place(&format!("v{n}"), None)).collect();
    let villages = (0..9).map(|n| village(&format!("v{n}"), 11 + n)).collect();
    let country = Country { places, villages, roots: vec![] };
    let public = |key| country.public(&Public::default(), key);

    assert!((2..6).any(|key| public(key) != public(1)));
}

#[test]
fn counts_that_do_not_fit_are_named_with_their_place() {
    let places = vec![place("p", None), place("v", Some("p")), place("w", Some("p"))];
    let mut differing = village("v", 20);
    differing.1[1][0] += 1;
    let villages = vec![differing, village("p", 20), village("x", 20)];
    let country = Country { places, villages, roots: vec!["w".into()] };

    assert_eq!(
        problems(&country),
        [
            Problem::UnknownVillage("x".into()),
            Problem::NotAVillage("p".into()),
            Problem::OutsideRoots("p".into()),
            Problem::OutsideRoots("v".into()),
        ]
    );
    let inside = Country { roots: vec![], ..country };
    assert!(
        problems(&inside)
            .iter()
            .any(|it| matches!(it, Problem::TotalsDiffer { place, .. } if place == "v"))
    );
}

#[test]
fn more_than_can_be_counted_is_refused() {
    let places = vec![place("v", None)];
    let country = Country { places, villages: vec![village("v", u32::MAX / 3)], roots: vec![] };

    assert_eq!(problems(&country), [Problem::TooMany("v".into())]);
}
