//! The measures of the sheet, the same for the browser (`style/sheet.css`) and for the PDF. In points,
//! 72 to the inch; widths of columns in thousandths of the size of the letters.

/// A4.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// Ten millimetres.
pub const MARGIN: f32 = 28.35;
/// The letters of the table.
pub const TEXT: f32 = 8.0;
pub const LEADING: f32 = 10.8;
/// Above and below the text of a cell, together; the line is within it.
pub const CELL_GAP: f32 = 4.4;
/// Left and right of the text of a cell, each.
pub const CELL_SIDE: f32 = 3.0;
/// No cell has more lines: one long text must not push the other projects off the sheet.
pub const CELL_LINES: usize = 8;

/// What the text of each column may take: project and content, money, term, target and benefit,
/// who answers. With their sides they come to the width of the page without its margins.
pub const COLUMNS: [u32; 5] = [20_000, 12_000, 6_500, 15_000, 9_900];

/// The height for the rows of the table, in tenths of a point: what the page has besides everything
/// else, less a tenth, because browsers set type a little differently.
pub const ROOM: u32 = 4_800;

/// In tenths of a point.
pub fn row_height(n_lines: usize) -> u32 {
    u32::try_from(n_lines).unwrap_or(u32::MAX / 200).saturating_mul(108) + 44
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_take_the_width_of_the_page() {
        let text: u32 = COLUMNS.iter().sum();
        let sides = 10.0 * CELL_SIDE;
        let width = f64::from(text) / 1_000.0 * f64::from(TEXT) + f64::from(sides);

        assert!((width - f64::from(PAGE.0 - 2.0 * MARGIN)).abs() < 4.0, "{width}");
    }

    #[test]
    fn a_row_is_as_high_as_its_lines_and_the_gap() {
        let height = f64::from(LEADING) * 3.0 + f64::from(CELL_GAP);

        assert!((f64::from(row_height(3)) / 10.0 - height).abs() < 0.01, "{height}");
    }
}
