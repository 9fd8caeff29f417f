//! What a made-up project makes: as many as planned, and when it is over, as many as there are.

use store::published::Output;

use super::{chance::Chance, project_template::ProjectTemplate};

/// Units that can be had in parts; all others come whole.
const MEASURES: [&str; 6] = ["公里", "米", "亩", "平方米", "立方米", "千瓦"];

/// Of ten finished projects one falls short, and one in thirty does more.
pub fn output(id: &str, template: &ProjectTemplate, n: u32, is_over: bool) -> Output {
    let mut chance = Chance::of(&format!("output {id}"));
    let planned_milli = i64::from(n) * 1000;
    let percent = match chance.below(100) {
        0..10 => chance.within(80, 97),
        10..13 => chance.within(102, 110),
        _ => 100,
    };
    // A tenth of a kilometre, else whole units.
    let step = if template.unit_zh == "公里" { 100 } else { 1000 };
    let is_measured = MEASURES.contains(&template.unit_zh.as_str());
    let actual = planned_milli * i64::from(percent) / 100 / step * step;
    let actual = if is_measured || actual < planned_milli { actual } else { planned_milli };
    Output {
        name_zh: template.output_zh.clone(),
        name_en: template.output_en.clone(),
        unit_zh: template.unit_zh.clone(),
        unit_en: template.unit_en.clone(),
        planned_milli,
        actual_milli: is_over.then_some(actual.max(step)),
    }
}

pub fn is_short(output: &Output) -> bool {
    output.actual_milli.is_some_and(|actual| actual < output.planned_milli)
}
