//! What is found, and what is left alone.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const ID: &str = "11010519491231002X"; // The example of GB 11643-1999.

fn kinds(text: &str) -> Vec<PersonalData> {
    find(text).iter().map(|it| it.kind).collect()
}

/// A number of 18 signs with its right check digit.
fn resident_id(region: u32, born: jiff::civil::Date, order: u32) -> String {
    let digits = format!("{region:06}{}{order:03}", born.strftime("%Y%m%d"));
    "0123456789X"
        .chars()
        .map(|check| format!("{digits}{check}"))
        .find(|it| checks::is_resident_id(it.as_bytes()))
        .unwrap()
}

/// The digits with the Luhn digit that makes their sum right.
fn with_luhn(digits: &str) -> String {
    let is_right = |number: &str| {
        let sum: u32 = number
            .chars()
            .rev()
            .enumerate()
            .map(|(i, it)| {
                let digit = it.to_digit(10).unwrap();
                if i % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
            })
            .sum();
        sum.is_multiple_of(10)
    };
    (0..10).map(|it| format!("{digits}{it}")).find(|it| is_right(it)).unwrap()
}

proptest! {
    #[test]
    fn every_real_identity_number_is_found_where_it_stands(
        county in 0..10_000_u32,
        days in 0..36_000_i64,
        order in 0..1_000_u32,
        before in "[^0-9０-９\\-]{0,8}[人号:]",
        after in "[,。人]",
    ) {
        let born = date(1910, 1, 1).saturating_add(jiff::Span::new().days(days));
        let id = resident_id(420_000 + county, born, order);
        let text = format!("{before}{id}{after}");

        let found = find(&text);

        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].kind, PersonalData::ResidentId);
        prop_assert_eq!(&text[found[0].start..found[0].end], id);
    }

    #[test]
    fn every_mobile_number_is_found(number in "1[3-9][0-9]{9}") {
        prop_assert_eq!(kinds(&format!("打{number}找他")), [PersonalData::MobilePhone]);
    }

    #[test]
    fn every_unionpay_card_is_found(digits in "62[0-9]{13,16}") {
        let card = with_luhn(&digits);

        // One in many is a resident's number too, of Gansu.
        prop_assert_eq!(kinds(&card).len(), 1);
    }

    #[test]
    fn region_codes_are_left_alone_alone_and_in_lists(
        codes in prop::collection::vec("(1[1-5]|3[1-7]|5[0-4])[0-9]{4}[0-4][0-9]{5}", 1..6),
        between in "[,、 \n]",
    ) {
        prop_assert_eq!(find(&codes.join(&between)), []);
    }

    #[test]
    fn amounts_dates_and_document_numbers_are_left_alone(
        fen in 0..99_999_999_999_999_u64,
        days in 0..20_000_i64,
        number in 1..9_999_u32,
    ) {
        let day = date(2000, 1, 1).saturating_add(jiff::Span::new().days(days));
        let (yuan, rest) = (fen / 100, fen % 100);
        let text = format!(
            "{day}拨付{yuan}.{rest:02}元,另¥{yuan},共{yuan}元;{} 12:30 国乡振发〔{}〕{number}号",
            day.strftime("%Y年%m月%d日,%Y%m%d"),
            day.year(),
        );

        prop_assert_eq!(find(&text), [], "{}", text);
    }

    #[test]
    fn any_text_is_read_and_findings_stand_in_order(text in "[0-9０-９xXＸ \\-元¥.人a\n]{0,80}") {
        let mut end = 0;
        for it in find(&text) {
            prop_assert!(end <= it.start && it.start < it.end);
            prop_assert!(text.get(it.start..it.end).is_some());
            end = it.end;
        }
    }
}

#[test]
fn an_identity_number_is_found_however_it_is_spaced() {
    for text in [
        ID,
        "11010519491231002x",
        "110105 19491231 002X",
        "110105-1949-1231-002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105　19491231　002X",
        "身份证:11010519491231002X13800001111",
    ] {
        assert_eq!(kinds(text)[0], PersonalData::ResidentId, "{text}");
    }
}

#[test]
fn an_identity_number_with_a_wrong_sign_is_none() {
    assert_eq!(kinds("110105194912310021"), []);
    assert_eq!(kinds("11010519491331002X"), []);
    assert_eq!(kinds("99010519491231002X"), []);
}

#[test]
fn old_identity_numbers_need_a_real_birthday() {
    assert_eq!(kinds("110105491231002"), [PersonalData::ResidentId]);
    assert_eq!(kinds("110105 491231 002"), [PersonalData::ResidentId]);
    assert_eq!(kinds("110105491331002"), []);
}

#[test]
fn the_identity_number_in_a_disability_card_is_found() {
    let holder = resident_id(420_106, date(1980, 2, 29), 4);

    let text = format!("残疾证{holder}43");

    assert_eq!(kinds(&text), [PersonalData::ResidentId]);
}

#[test]
fn phones_are_found_as_people_write_them() {
    for text in [
        "138 0000 1111",
        "138-0000-1111",
        "+8613800001111",
        "+86 138 0000 1111",
        "１３８００００１１１１",
    ] {
        assert_eq!(kinds(text), [PersonalData::MobilePhone], "{text}");
    }
    assert_eq!(kinds("12317 12345 0596-2671234"), []);
    assert_eq!(kinds("每户1500-2000 300户"), []);
}

#[test]
fn cards_are_found_in_one_piece_and_in_fours() {
    let card = with_luhn("622202123456789012");

    let in_fours: Vec<_> =
        card.as_bytes().chunks(4).map(|it| str::from_utf8(it).unwrap()).collect();

    assert_eq!(kinds(&card), [PersonalData::BankCard]);
    assert_eq!(kinds(&in_fours.join(" ")), [PersonalData::BankCard]);
    assert_eq!(kinds(&with_luhn("955880123456789012")), [PersonalData::BankCard]);
}

#[test]
fn several_numbers_in_one_text_are_each_found() {
    let text = format!("{ID} 13800001111 {}", with_luhn("622202123456789012"));

    assert_eq!(
        kinds(&text),
        [PersonalData::ResidentId, PersonalData::MobilePhone, PersonalData::BankCard]
    );
}
