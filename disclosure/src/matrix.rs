//! Counts in rows of equal length.

/// Rows of `width` counts each, one after the other.
pub(crate) struct Matrix {
    pub width: usize,
    pub cells: Vec<u32>,
}

impl Matrix {
    pub fn zeros(n_rows: usize, width: usize) -> Self {
        Self { width, cells: vec![0; n_rows * width] }
    }

    pub fn row(&self, row: usize) -> &[u32] {
        &self.cells[row * self.width..(row + 1) * self.width]
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [u32] {
        &mut self.cells[row * self.width..(row + 1) * self.width]
    }

    /// The sums of the groups of columns, one a group.
    pub fn sums(&self, groups: &[Vec<usize>]) -> Self {
        let mut cells = Vec::with_capacity(self.cells.len() / self.width.max(1) * groups.len());
        for row in self.cells.chunks_exact(self.width) {
            cells.extend(groups.iter().map(|group| group.iter().map(|&it| row[it]).sum::<u32>()));
        }
        Self { width: groups.len(), cells }
    }

    /// Some neighbouring columns.
    pub fn columns(&self, columns: std::ops::Range<usize>) -> Self {
        let rows = self.cells.chunks_exact(self.width);
        let cells = rows.flat_map(|row| &row[columns.clone()]).copied().collect();
        Self { width: columns.len(), cells }
    }
}
