//! Reads the tables that counties keep, as CSV or XLSX, into records, and names everything that is wrong.
