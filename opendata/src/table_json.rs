//! A table as JSON: what it is, then one row a line, each with every key, null where there is nothing.

use crate::json::{Json, Object};
use crate::table::Sheet;

pub fn write(sheet: &Sheet<'_>, about: Object) -> Vec<u8> {
    let n_rows = i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX);
    let head = Json::from(about.with("table", sheet.table.id).with("n_rows", n_rows));
    let mut to = String::new();
    head.write(&mut to);
    to.pop(); // the rows go on inside the object
    to.push_str(",\n\"rows\":[");
    for (n, row) in sheet.rows.iter().enumerate() {
        to.push_str(if n > 0 { ",\n" } else { "\n" });
        let mut object = Object::new();
        for (column, cell) in sheet.table.columns.iter().zip(row) {
            object.put(column.id, Json::from(cell));
        }
        Json::from(object).write(&mut to);
    }
    to.push_str("\n]}\n");
    to.into_bytes()
}
