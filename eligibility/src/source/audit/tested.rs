//! Lines that no case comes to.

use super::{Finding, Kind, Severity, Subject, cases, unreadable};
use crate::Reach;

pub fn findings(subject: &Subject, reach: &[Vec<Reach>]) -> Vec<Finding> {
    let report = match cases::run(subject.library, subject.id()) {
        Ok(report) => report,
        Err(errors) => return errors.into_iter().map(unreadable).collect(),
    };
    let (pack, places) = (&subject.compiled.pack, &subject.compiled.places);
    let mut findings = Vec::new();
    for (index, programme) in pack.programmes.iter().enumerate() {
        if places.is_over[index] {
            continue;
        }
        for (line, (file, at)) in places.lines[index].iter().enumerate() {
            if report.n_cases_at(file, *at) > 0 || reach[index][line] == Reach::Never {
                continue;
            }
            let rule = &programme.lines[line];
            let message = format!("no case tests \"{} {}\"", rule.verdict.code(), rule.reason);
            let (file, line) = (file.clone(), *at);
            let severity = Severity::Warning;
            findings.push(Finding { kind: Kind::UntestedLine, severity, file, line, message });
        }
    }
    findings
}
