//! The table of a picture: what a page shows below it and what its CSV file holds.

use leptos::prelude::*;

use super::cell::Cell;
use crate::site::visit::Visit;

/// Headed columns and rows of cells.
pub struct Table {
    pub caption: String,
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// A line of a table.
pub struct Row {
    pub cells: Vec<Cell>,
    /// It adds up those above it.
    pub is_sum: bool,
}

impl Row {
    pub fn part(cells: Vec<Cell>) -> Self {
        Self { cells, is_sum: false }
    }
}

impl Table {
    /// Rows whose money and counts are added up under `label`. The first `n_labels` cells of a row say
    /// what it is.
    pub fn summed(
        caption: String,
        columns: Vec<String>,
        n_labels: usize,
        rows: Vec<Vec<Cell>>,
        label: String,
    ) -> Self {
        let mut sum = vec![Cell::Text(label)];
        sum.resize(n_labels, Cell::Text(String::new()));
        for column in n_labels..columns.len() {
            let total = rows.iter().map(|row| match row[column] {
                Cell::Fen(n) | Cell::Count(n) => n,
                Cell::Text(_) => 0,
            });
            let is_count = rows.iter().any(|row| matches!(row[column], Cell::Count(_)));
            let total = total.sum();
            sum.push(if is_count { Cell::Count(total) } else { Cell::Fen(total) });
        }
        let sum = Row { cells: sum, is_sum: true };
        let rows = rows.into_iter().map(Row::part).chain([sum]).collect();
        Self { caption, columns, rows }
    }

    /// As a file for spreadsheets, with the mark by which they know UTF-8, and the release in each row.
    pub fn csv(&self, visit: &Visit, release: i64, as_of: &str) -> String {
        let mut text = String::from("\u{feff}");
        let heads = self.columns.iter().cloned();
        let heads =
            heads.chain(["picture.csv.release", "picture.csv.as_of"].map(|it| visit.say(it)));
        line(&mut text, heads);
        for row in &self.rows {
            let cells = row.cells.iter().map(Cell::plain);
            line(&mut text, cells.chain([release.to_string(), as_of.to_owned()]));
        }
        text
    }

    /// Below its picture; `labelled` is the id of the heading it stands under.
    pub fn draw(&self, labelled: &str) -> AnyView {
        let heads: Vec<AnyView> = self
            .columns
            .iter()
            .map(|it| view! { <th scope="col">{it.clone()}</th> }.into_any())
            .collect();
        let rows: Vec<AnyView> = self.rows.iter().map(row).collect();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-labelledby=labelled.to_owned()>
                <table class="table">
                    <caption>{self.caption.clone()}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

fn row(row: &Row) -> AnyView {
    let cells: Vec<AnyView> = row
        .cells
        .iter()
        .enumerate()
        .map(|(place, cell)| {
            let said = cell.said();
            if place == 0 {
                view! { <th scope="row">{said}</th> }.into_any()
            } else {
                view! { <td>{said}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr class=row.is_sum.then_some("table__sum")>{cells}</tr> }.into_any()
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells
        .map(|it| {
            let is_plain = !it.contains([',', '"', '\n', '\r']);
            if is_plain { it } else { format!("\"{}\"", it.replace('"', "\"\"")) }
        })
        .collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}
