//! Which lines somebody comes to: a household that does, or the proof that nobody can.

use eligibility::{Judge, Pack, Reach, reach, reach_line};
use proptest::prelude::*;
use std::sync::LazyLock;

use crate::edited::edited;
use crate::support::{gaps, household, library, pack, with_gaps};

static PACK: LazyLock<Pack> = LazyLock::new(|| pack("demo-2026"));
static NEVER: LazyLock<Vec<(usize, usize)>> = LazyLock::new(|| never(&PACK));

fn never(pack: &Pack) -> Vec<(usize, usize)> {
    let reach = reach(pack);
    let each = reach.iter().enumerate().flat_map(|(programme, lines)| {
        lines.iter().enumerate().map(move |(line, reach)| (programme, line, reach))
    });
    each.filter(|it| *it.2 == Reach::Never).map(|it| (it.0, it.1)).collect()
}

#[test]
fn every_line_of_every_pack_is_decided_and_every_witness_comes_to_its_line() {
    let library = library();
    for head in library.heads().unwrap() {
        let pack = library.compile(&head.id, None).unwrap().pack;
        let mut judge = Judge::new(&pack);
        for (programme, lines) in reach(&pack).iter().enumerate() {
            for (line, reach) in (0_u16..).zip(lines) {
                let id = &pack.programmes[programme].id;
                match reach {
                    Reach::By(facts) => assert_eq!(judge.judge(facts)[programme].line, Some(line)),
                    Reach::Never => {}
                    Reach::Undecided(n) => panic!("{} {id} {line}: {n} parts", head.id),
                }
            }
        }
    }
}

#[test]
fn in_the_national_pack_nobody_comes_to_six_lines() {
    let names: Vec<(&str, usize)> = NEVER
        .iter()
        .map(|(programme, line)| (PACK.programmes[*programme].id.as_str(), *line))
        .collect();

    // A house that is unsafe is always a reason to look at the family, so nobody is left over; with
    // extreme-poverty support every yuan is paid; and the border allowance is switched off.
    assert_eq!(
        names,
        [
            ("weifang", 12),
            ("mediaid", 4),
            ("bianmin", 1),
            ("bianmin", 2),
            ("bianmin", 3),
            ("bianmin", 4)
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_household_comes_to_a_line_that_is_proved_to_be_out_of_reach(
        whole in household(&PACK),
        gaps in gaps(&PACK),
    ) {
        let gaps: Vec<u8> = gaps.into_iter().map(|it| it.min(1)).collect();
        let facts = with_gaps(&PACK, &whole, &gaps);

        let judgements = eligibility::judge(&PACK, &facts);

        for (programme, line) in NEVER.iter() {
            prop_assert_ne!(judgements[*programme].line.map(usize::from), Some(*line));
        }
    }
}

/// Whether a line put before another in a programme is reached.
fn put_before(programme: &str, before: &str, line: &str) -> Reach {
    let file = format!("programmes/{programme}.toml");
    let library = edited(&file, before, &format!("{line}\n{before}"));
    let compiled = library.compile("demo-2026", None).unwrap();
    let index = compiled.pack.programme(programme).unwrap();
    let text = library.text(&file).unwrap();
    let at = text.lines().position(|it| it == line).unwrap() + 1;
    let place = compiled.places.lines[index].iter().position(|(_, it)| *it == at).unwrap();
    reach_line(&compiled.pack, index, place, 4_000)
}

#[test]
fn two_numbers_that_exclude_each_other_are_proved_to() {
    // Below the dibao line is below the edge line, which the lines before take; and among eleven
    // people three elders or children and six severely disabled are too few.
    let poor = put_before(
        "edge",
        "otherwise                                                          ",
        "low_social and total_social > 0 -> CHECK work_car",
    );
    let many = put_before(
        "tekun",
        "unknown(low_social)",
        "members > 10 and age60 + age_u16 < 4 and severe < 7 -> CHECK assets",
    );

    assert_eq!(poor, Reach::Never);
    assert_eq!(many, Reach::Never);
}

#[test]
fn a_narrow_way_to_a_line_is_found() {
    // Only with exactly eleven people, three elders and eight children.
    let line = "members = 11 and age60 = 3 and age_u16 = 8 and wage = 77 -> CHECK assets";

    assert!(matches!(put_before("tekun", "unknown(low_social)", line), Reach::By(_)));
}
