//! Every pack in `packs/` can be read, on its first day and its last.

use crate::support::library;

#[test]
fn every_pack_can_be_read_on_its_first_day_and_its_last() {
    let library = library();
    let heads = library.heads().unwrap();
    assert!(heads.len() >= 10, "{}", heads.len());

    for head in heads {
        for on in [&head.valid_from, &head.valid_to] {
            if let Err(errors) = library.compile(&head.id, Some(on)) {
                let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
                panic!("{} on {on}: {}", head.id, errors.join("\n"));
            }
        }
    }
}

#[test]
fn the_place_and_the_day_select_the_pack() {
    let library = library();
    let heads = library.heads().unwrap();
    let in_force = |region, on| library.in_force(&heads, region, on).map_err(|it| it.to_string());

    assert_eq!(in_force("000000000000", "2026-11-22").as_deref(), Ok("demo-2026"));
    assert_eq!(in_force("451481103203", "2026-11-22").as_deref(), Ok("pingxiang-2026"));
    assert_eq!(in_force("450100000000", "2026-11-22").as_deref(), Ok("demo-2026-border"));
    assert_eq!(in_force("150525000000", "2015-06-01").as_deref(), Ok("tongliao-2015"));
    assert_eq!(in_force("110100000000", "2014-06-01").as_deref(), Ok("hist-2014"));
    assert_eq!(
        in_force("110100000000", "2019-06-01"),
        Err("no rules are in force for 110100000000 on 2019-06-01".into())
    );
}
