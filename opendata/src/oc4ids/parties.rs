//! Who takes part in a project: units, firms and sources of money. Never a person or a household.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::published::Payment;

use super::Record;
use crate::address::party_id;
use crate::codes::{HOUSEHOLDS, LOAN, PAYEE_KIND, SOURCE, chinese};
use crate::json::Object;

/// Everyone that is referred to, once, with all that they do.
pub fn parties(record: &Record<'_>) -> Vec<Object> {
    let mut roles: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut add = |name, role| {
        roles.entry(name).or_default().insert(role);
    };
    let unit = record.project.duty_unit_zh.as_str();
    add(unit, "publicAuthority");
    for it in record.project.money.iter().filter(|it| it.source != LOAN) {
        add(chinese(SOURCE, &it.source), "funder");
    }
    for it in &record.contracts {
        add(unit, "procuringEntity");
        add(&it.supplier_zh, "supplier");
    }
    for it in &record.payments {
        add(unit, "payer");
        add(payee(it), "payee");
    }
    let named = roles.into_iter().filter(|(name, _)| !name.trim().is_empty());
    named
        .map(|(name, roles)| {
            let roles: Vec<&str> = roles.into_iter().collect();
            Object::new().with("id", party_id(name)).with("name", name).with("roles", roles)
        })
        .collect()
}

/// A party by name; nothing where there is no name.
pub fn reference(name: &str) -> Object {
    if name.trim().is_empty() {
        return Object::new();
    }
    Object::new().with("id", party_id(name)).with("name", name)
}

/// A source of money as a party.
pub fn party(source: &str) -> Object {
    reference(chinese(SOURCE, source))
}

/// Households are one payee by a name of our own, whatever was written.
pub fn payee(payment: &Payment) -> &str {
    if payment.payee_kind == HOUSEHOLDS {
        chinese(PAYEE_KIND, HOUSEHOLDS)
    } else {
        &payment.payee_zh
    }
}
