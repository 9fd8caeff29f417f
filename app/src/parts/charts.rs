//! Charts that are tables: each row has its label, its bar and its number, so that nobody who cannot
//! see the bar misses anything. The bars are SVG; the numbers are the published ones.

use leptos::prelude::*;

/// One bar.
pub struct Bar {
    pub label: String,
    /// Length, in hundredths of the longest possible.
    pub percent: i64,
    /// The number with its unit.
    pub said: String,
    pub look: Look,
}

/// How a bar is drawn: never by colour alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    /// As printed by the source, but doubtful: hatched.
    Doubtful,
}

/// A table of bars. `headings`: what the rows are, what the numbers are.
pub fn bars(caption: String, headings: [String; 2], rows: Vec<Bar>) -> AnyView {
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|bar| {
            view! {
                <tr>
                    <th scope="row" class="bar-table__label">{bar.label}</th>
                    <td class="bar-table__bar" aria-hidden="true">{drawn(bar.percent, bar.look)}</td>
                    <td class="bar-table__number">{bar.said}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let [what, number] = headings;
    view! {
        <table class="bar-table">
            <caption>{caption}</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{what}</th><td></td><th scope="col">{number}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A bar inside its whole, such as what is done inside what was planned.
pub fn drawn(percent: i64, look: Look) -> AnyView {
    let width = percent.clamp(0, 100).to_string();
    let class = if look == Look::Doubtful { "bar__fill bar__fill--doubtful" } else { "bar__fill" };
    let hatch = (look == Look::Doubtful).then(|| {
        let stroke = |it: i32| format!("M{} 20 L{} 0", it * 4 - 4, it * 4 + 4);
        let strokes = (0..30).map(stroke).collect::<Vec<_>>().join(" ");
        view! {
            <svg x="0" y="0" width=width.clone() height="16" viewBox=format!("0 0 {width} 16")>
                <path class="bar__hatch" d=strokes/>
            </svg>
        }
    });
    view! {
        <svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" focusable="false">
            <rect class="bar__track" width="100" height="16"/>
            <rect class=class width=width.clone() height="16"/>
            {hatch}
        </svg>
    }
    .into_any()
}
