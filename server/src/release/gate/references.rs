//! Everything that a record points to must be in the release too.

use std::collections::HashSet;

use store::published::ReleaseContent;

use crate::release::fault::Fault;

/// Records that point to nothing. `regions` are the codes of all places.
pub fn check(content: &ReleaseContent, regions: &HashSet<&str>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let projects: HashSet<&str> = content.projects.iter().map(|it| it.id.as_str()).collect();
    let funds: HashSet<&str> = content.funds.iter().map(|it| it.id.as_str()).collect();
    let contracts: HashSet<&str> = content.contracts.iter().map(|it| it.id.as_str()).collect();
    let sources: HashSet<&str> = content.sources.iter().map(|it| it.id.as_str()).collect();
    let mut find = |place: String, what: &str, id: Option<&str>, known: &HashSet<&str>| {
        if let Some(id) = id.filter(|it| !known.contains(it)) {
            faults.push(Fault::new(place, format!("there is no {what} {id:?} in this release")));
        }
    };
    for it in &content.projects {
        find(format!("project {}", it.id), "place", Some(&it.region_code), regions);
    }
    for it in &content.funds {
        let place = format!("fund {}", it.id);
        find(place.clone(), "place", Some(&it.region_code), regions);
        find(place, "project", it.project_id.as_deref(), &projects);
    }
    for it in &content.contracts {
        find(format!("contract {}", it.id), "project", Some(&it.project_id), &projects);
    }
    for it in &content.payments {
        let place = format!("payment {}", it.id);
        find(place.clone(), "project", Some(&it.project_id), &projects);
        find(place.clone(), "contract", it.contract_id.as_deref(), &contracts);
        find(place, "fund", it.fund_id.as_deref(), &funds);
    }
    for it in &content.notices {
        let place = format!("notice {}", it.id);
        find(place.clone(), "place", Some(&it.region_code), regions);
        find(place, "project", it.project_id.as_deref(), &projects);
    }
    for it in &content.figures {
        let place = format!("figure {}", it.id);
        find(place.clone(), "place", Some(&it.region_code), regions);
        find(place, "source", Some(&it.source_id), &sources);
    }
    for it in &content.counts {
        find(
            format!("count {}/{}", it.region_code, it.name),
            "place",
            Some(&it.region_code),
            regions,
        );
    }
    faults
}
