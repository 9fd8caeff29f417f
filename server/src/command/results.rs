//! The results of a household as programs read them: the fields of `packs/golden.json`, and a few more.

use eligibility::{Judgement, Pack, Verdict};

/// Writes the results as one JSON object, programme by programme in the order of the pack.
///
/// Written by hand, because a roster of a million households goes through here: every text in it is a
/// code of the pack, which needs no escaping.
pub fn write(out: &mut String, pack: &Pack, judgements: &[Judgement], settled: &[Option<Verdict>]) {
    out.push('{');
    let each = pack.programmes.iter().zip(judgements).zip(settled);
    for (index, ((programme, judgement), settled)) in each.enumerate() {
        if index > 0 {
            out.push(',');
        }
        key(out, &programme.id);
        one(out, judgement);
        if let Some(settled) = settled {
            out.push(',');
            key(out, "settled");
            text(out, settled.code());
        }
        out.push('}');
    }
    out.push('}');
}

fn one(out: &mut String, judgement: &Judgement) {
    out.push('{');
    key(out, "verdict");
    text(out, judgement.verdict.code());
    out.push(',');
    key(out, "reason");
    text(out, judgement.reason);
    out.push(',');
    key(out, "amount_yuan");
    number(out, judgement.amount_yuan());
    out.push(',');
    key(out, "amount_kind");
    match judgement.amount_kind {
        Some(kind) => text(out, kind.code()),
        None => out.push_str("null"),
    }
    if let Some((least, most)) = judgement.yuan.filter(|(least, most)| least != most) {
        out.push(',');
        key(out, "amount_min");
        number(out, Some(least));
        out.push(',');
        key(out, "amount_max");
        number(out, Some(most));
    }
    if let Some(kind) = judgement.kind {
        out.push(',');
        key(out, "type");
        text(out, kind);
    }
    if let Some(month) = judgement.month_yuan() {
        out.push(',');
        key(out, "month_yuan");
        number(out, Some(month));
    }
}

fn key(out: &mut String, name: &str) {
    text(out, name);
    out.push(':');
}

fn text(out: &mut String, text: &str) {
    out.push('"');
    out.push_str(text);
    out.push('"');
}

fn number(out: &mut String, number: Option<i64>) {
    match number {
        Some(number) => out.push_str(&number.to_string()),
        None => out.push_str("null"),
    }
}
