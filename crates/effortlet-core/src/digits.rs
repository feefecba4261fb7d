//! Whole numbers in decimal. Never by std's own formatting, which weighs 3 KB in a widget.

use alloc::string::String;

/// Of a number as it is read: without zeros before it.
pub fn digits(number: u32) -> String {
    let mut text = String::new();
    let width = number.checked_ilog10().map_or(1, |power| power + 1);
    push(&mut text, number.into(), width);
    text
}

/// The last `width` digits of a number that is not negative.
pub(crate) fn push(text: &mut String, number: i64, width: u32) {
    if width > 1 {
        push(text, number / 10, width - 1);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_no_zeros_before_it() {
        for number in [0, 7, 9, 10, 99, 100, 2_000, 65_535, u32::MAX] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
