//! The quick way through a roster and the careful way through one household are two; they say the
//! same of everybody.

use eligibility::{Facts, Judge, Pack, judge};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::support::{gaps, household, library, pack, with_gaps};

/// Random households. With a `most_gap` of 1 some answers are not known; with 2 some may still come.
fn households(pack: &Pack, n: usize, most_gap: u8) -> Vec<Facts> {
    let mut runner = TestRunner::deterministic();
    let strategy = (household(pack), gaps(pack));
    let mut random = || {
        let (whole, gaps) = strategy.new_tree(&mut runner).unwrap().current();
        let gaps: Vec<u8> = gaps.into_iter().map(|it| it.min(most_gap)).collect();
        with_gaps(pack, &whole, &gaps)
    };
    (0..n).map(|_| random()).collect()
}

#[track_caller]
fn assert_judged_alike(pack: &Pack, households: &[Facts]) {
    let mut roster = Judge::new(pack);
    for facts in households {
        let (quick, careful) = (roster.judge(facts), judge(pack, facts));
        for (programme, (quick, careful)) in pack.programmes.iter().zip(quick.iter().zip(&careful))
        {
            assert_eq!(quick, careful, "{} {}: {facts:?}", pack.id, programme.id);
        }
    }
}

#[test]
fn a_household_of_a_roster_gets_what_it_gets_alone() {
    let pack = pack("demo-2026-border");

    assert_judged_alike(&pack, &households(&pack, 3_000, 0));
    assert_judged_alike(&pack, &households(&pack, 3_000, 1));
}

#[test]
fn so_does_one_with_answers_still_to_come() {
    let pack = pack("demo-2026-border");

    assert_judged_alike(&pack, &households(&pack, 500, 2));
}

#[test]
fn so_it_is_with_every_pack() {
    let library = library();
    for head in library.heads().unwrap() {
        let pack = library.compile(&head.id, None).unwrap().pack;

        assert_judged_alike(&pack, &households(&pack, 500, 1));
    }
}
