//! Why the records of the second release differ from the first's: a reason for each, except for
//! contracts and payments that are new, which speak for themselves.

use std::collections::{BTreeMap, HashSet};

use disclosure::difference::{What, difference};
use store::published::{ChangeReason, Project, RecordKind, ReleaseContent};

/// In the order of kinds and ids, without those that `given` names.
pub fn reasons(
    before: &ReleaseContent,
    after: &ReleaseContent,
    given: Vec<ChangeReason>,
) -> Vec<ChangeReason> {
    let mut reasons = given;
    let named: HashSet<String> = reasons.iter().map(|it| it.id.clone()).collect();
    let mut add = |kind: RecordKind, id: &str, said: [&str; 2]| {
        if !named.contains(id) {
            reasons.push(reason(kind, id, said));
        }
    };
    for (id, said) in projects(before, after) {
        add(RecordKind::Project, id, [&said[0], &said[1]]);
    }
    for (id, is_new) in differing(&before.funds, &after.funds, |it| &it.id) {
        let said = if is_new {
            ["新拨的钱。", "Newly allocated."]
        } else {
            ["补记公开的日期。", "The day it was made public is now recorded."]
        };
        add(RecordKind::Fund, id, said);
    }
    for (id, _) in differing(&before.notices, &after.notices, |it| &it.id) {
        add(RecordKind::Notice, id, ["新公示。", "A new posting."]);
    }
    let contracts = differing(&before.contracts, &after.contracts, |it| &it.id);
    for (id, _) in contracts.into_iter().filter(|(_, is_new)| !is_new) {
        add(RecordKind::Contract, id, ["合同有变更，见变更记录。", "Changed; see the record."]);
    }
    for change in difference(before, after).changes {
        if change.change != What::Added && is_counted(change.kind) {
            let said = [
                "三个月里有新识别、消除风险、修缮和减少的户。",
                "In three months households were taken in, became safe, or left.",
            ];
            add(change.kind, &change.id, said);
        }
    }
    reasons.sort_by(|one, other| (one.kind, &one.id).cmp(&(other.kind, &other.id)));
    reasons
}

/// What the register gives.
fn is_counted(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Count | RecordKind::Unit)
}

fn reason(kind: RecordKind, id: &str, [zh, en]: [&str; 2]) -> ChangeReason {
    ChangeReason {
        kind,
        id: id.into(),
        reason_zh: zh.into(),
        reason_en: en.into(),
        complaint: None,
    }
}

/// The ids of records that are new, or other than before, and whether they are new.
fn differing<'a, T: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    id: fn(&T) -> &String,
) -> Vec<(&'a str, bool)> {
    let known: BTreeMap<&str, &T> = before.iter().map(|it| (id(it).as_str(), it)).collect();
    after
        .iter()
        .filter_map(|it| match known.get(id(it).as_str()) {
            None => Some((id(it).as_str(), true)),
            Some(known) => (*known != it).then_some((id(it).as_str(), false)),
        })
        .collect()
}

fn projects<'a>(before: &ReleaseContent, after: &'a ReleaseContent) -> Vec<(&'a str, [String; 2])> {
    let known: BTreeMap<&str, &Project> =
        before.projects.iter().map(|it| (it.id.as_str(), it)).collect();
    after
        .projects
        .iter()
        .filter_map(|it| {
            let said = match known.get(it.id.as_str()) {
                None => ["新入库的项目。".into(), "Newly listed.".into()],
                Some(known) if *known == it => return None,
                Some(known) => what_changed(known, it),
            };
            Some((it.id.as_str(), said))
        })
        .collect()
}

fn what_changed(before: &Project, after: &Project) -> [String; 2] {
    let sum = |project: &Project, part: fn(&store::published::ProjectMoney) -> i64| {
        project.money.iter().map(part).sum::<i64>()
    };
    let mut zh = String::new();
    let mut en: Vec<&str> = Vec::new();
    let mut say = |one: &str, other: &'static str| {
        zh.push_str(one);
        en.push(other);
    };
    if before.stage != after.stage {
        match after.stage.as_str() {
            "approved" => say("项目批了。", "It was approved."),
            "building" => say("开工了。", "Work began."),
            "finished" => say("完工了。", "Work ended."),
            _ => say("验收了。", "It was accepted."),
        }
    }
    if sum(before, |it| it.allocated_fen) != sum(after, |it| it.allocated_fen) {
        say("拨了新的钱。", "More was allocated.");
    }
    if sum(before, |it| it.paid_fen) != sum(after, |it| it.paid_fen) {
        say("付了新的钱。", "More was paid.");
    }
    if zh.is_empty() {
        return ["补充了记录。".into(), "Records were added.".into()];
    }
    [zh, en.join(" ")]
}
