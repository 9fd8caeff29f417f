//! `yangguang screen --against OLD`: the look-back (回头看). Who comes out otherwise than by the old
//! rules, and should be looked at again, and why.

use std::io::{self, BufRead, Write};

use eligibility::household::HouseholdReader;
use eligibility::source::difference::Flips;
use eligibility::{Judge, Judgement, Pack, Verdict};

use super::screen::{Screening, head};

/// Writes the households that turned, and at the end on standard error how many turned from what to
/// what.
pub fn look_back<W: Write>(
    screening: &mut Screening<W>,
    new: &Pack,
    old: &Pack,
    input: impl BufRead,
) -> io::Result<()> {
    let (mut by_new, mut by_old) = (Judge::new(new), Judge::new(old));
    // The old rules may ask other questions, so they read the line for themselves.
    let old_reader = HouseholdReader::new(old);
    let mut flips = Flips::new(old, new);
    let mut text = String::new();
    screening.each(input, |it, line, household| {
        let Ok(before) = old_reader.read(line) else {
            return it.refuse("the old rules cannot read an answer of it");
        };
        let after = by_new.judge(&household.facts);
        let before = by_old.judge(&before.facts);
        flips.add(before, after);
        text.clear();
        head(&mut text, it.n_lines, household.id.as_deref());
        if changed(&mut text, (old, before), (new, after)) {
            it.out.write_all(text.as_bytes())?;
        }
        Ok(())
    })?;
    for flip in flips.iter() {
        let (from, to) = (flip.from.code(), flip.to.code());
        eprintln!("{}: {from} → {to}: {} households", flip.programme, flip.n_households);
    }
    Ok(())
}

/// Writes what changed for one household; false if nothing did.
fn changed(text: &mut String, old: (&Pack, &[Judgement]), new: (&Pack, &[Judgement])) -> bool {
    text.push_str(",\"changed\":{");
    let (mut n_changed, mut look_again) = (0, false);
    for (programme, after) in new.0.programmes.iter().zip(new.1) {
        let before = old.0.programme(&programme.id).map_or(Verdict::Na, |it| old.1[it].verdict);
        if before == after.verdict {
            continue;
        }
        if n_changed > 0 {
            text.push(',');
        }
        n_changed += 1;
        look_again |= is_help(before) != is_help(after.verdict) || after.verdict == Verdict::Likely;
        let parts = [
            "\"",
            &programme.id,
            "\":{\"from\":\"",
            before.code(),
            "\",\"to\":\"",
            after.verdict.code(),
            "\",\"reason\":\"",
            after.reason,
            "\"}",
        ];
        for part in parts {
            text.push_str(part);
        }
    }
    text.push_str("},\"look_again\":");
    text.push_str(if look_again { "true}\n" } else { "false}\n" });
    n_changed > 0
}

/// Help that is likely, or may be once somebody has looked.
fn is_help(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Likely | Verdict::Check)
}
