//! Counts outside the protected tables: beneficiaries that are not rounded, official totals of small
//! places.

use store::published::ReleaseContent;

use super::texts::is_small;
use crate::release::fault::Fault;

/// Counts of households that do not come from the protecting method.
pub fn check(content: &ReleaseContent) -> Vec<Fault> {
    let mut faults = Vec::new();
    for project in &content.projects {
        let benefited = project.details.n_benefited_households;
        let counts = [Some(project.n_beneficiary_households), benefited];
        for n in counts.into_iter().flatten().filter(|it| it % 5 != 0) {
            faults.push(Fault::new(
                format!("project {}", project.id),
                format!("its number of households is not rounded ({n})"),
            ));
        }
    }
    for table in &content.counts {
        for (class, n) in table.cells.iter().filter(|(_, n)| **n % 5 != 0 || **n < 0) {
            faults.push(Fault::new(
                format!("count {}/{}", table.region_code, table.name),
                format!("{class} is not rounded ({n})"),
            ));
        }
    }
    let is_count = |unit: &str| unit.contains('户') || unit.contains('人');
    let small = content.figures.iter().filter(|it| is_small(&it.region_code));
    for figure in small.filter(|it| is_count(&it.unit_zh)) {
        faults.push(Fault::new(
            format!("figure {}", figure.id),
            "an official total of households or people is shown only of a county and above",
        ));
    }
    faults
}
