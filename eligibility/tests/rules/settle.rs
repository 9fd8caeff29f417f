//! A roster is settled as each household alone is, only sooner.

use eligibility::{Settler, judge, settled};
use proptest::prelude::*;
use std::sync::LazyLock;

use crate::support::{gaps, household, pack, with_gaps};

static PACK: LazyLock<eligibility::Pack> = LazyLock::new(|| pack("demo-2026-border"));

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_household_of_a_roster_is_settled_as_it_is_alone(
        whole in household(&PACK),
        gaps in gaps(&PACK),
        few in proptest::collection::vec(0..10_u8, PACK.facts.len()),
    ) {
        let gaps: Vec<u8> = gaps.iter().zip(&few).map(|(it, few)| it * u8::from(*few == 0)).collect();
        let facts = with_gaps(&PACK, &whole, &gaps);
        let alone: Vec<_> = (0..PACK.programmes.len()).map(|it| settled(&PACK, &facts, it)).collect();

        let mut roster = Settler::new(&PACK);

        prop_assert_eq!(roster.settle(&facts, &judge(&PACK, &facts)), alone);
    }
}
