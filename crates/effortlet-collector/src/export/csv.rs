//! Rows of CSV (RFC 4180) that a spreadsheet shows and never runs.

use super::formula::begins_formula;
use super::row::Cell;
use effortlet_core::time::Timestamp;

/// Excel takes a file for UTF-8 only where it begins so.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What a table begins with.
pub(super) fn begin(titles: Vec<Cell>) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.as_bytes().to_vec();
    row(&mut out, titles);
    out
}

/// The title of a column is a cell like any other.
pub(super) fn row(out: &mut Vec<u8>, row: Vec<Cell>) {
    let cells: Vec<String> = row.into_iter().map(written).collect();
    out.extend_from_slice(cells.join(",").as_bytes());
    out.extend_from_slice(b"\r\n");
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(at) => Timestamp(at).rfc3339(),
    }
}

/// An apostrophe before it says that it is text.
fn harmless(text: String) -> String {
    if begins_formula(&text) { format!("'{text}") } else { text }
}

fn quoted(text: &str) -> String {
    if text.contains(['"', ',', ';', '\r', '\n', '\'']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_is_one() {
        for (text, expected) in [
            ("5", "5"),
            ("Less text", "Less text"),
            ("a, b", "\"a, b\""),
            ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "\"'=1+1\""),
            ("+40", "\"'+40\""),
            ("-2", "\"'-2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            (" =1", "\"' =1\""),
            ("\t=1", "\"'\t=1\""),
            ("\"=1", "\"'\"\"=1\""),
            ("＝1", "\"'＝1\""),
            ("\u{feff}=1", "\"'\u{feff}=1\""),
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
        ] {
            let out = begin([text, "end"].map(|text| Cell::Text(text.to_owned())).into());
            assert_eq!(String::from_utf8(out).unwrap(), format!("\u{feff}{expected},end\r\n"), "{text:?}");
        }
    }

    #[test]
    fn numbers_and_moments_are_plain() {
        let mut out = Vec::new();
        row(&mut out, vec![Cell::Number(-5), Cell::Moment(0)]);
        assert_eq!(String::from_utf8(out).unwrap(), "-5,1970-01-01T00:00:00.000Z\r\n");
    }
}
