//! One fact of many responses: a list of what there is, and a code for each response.
//!
//! Never knows what the values mean.

use std::collections::HashMap;
use std::sync::Arc;

/// Where there could be more pairs of two facts, only those that there are have a place: 2 MB.
const MOST_PAIRS: usize = 1 << 20;

/// Code 0 is nothing, code 1 the first value. Narrow where 255 values are enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub values: Arc<[String]>,
    pub codes: Codes,
    /// Of a question: the first place at which it was answered, from 0.
    pub place: u16,
    /// Whether every response has a value.
    is_full: bool,
}

impl Codes {
    pub fn get(&self, row: usize) -> u16 {
        match self {
            Self::Narrow(codes) => codes.get(row).copied().map_or(0, u16::from),
            Self::Wide(codes) => codes.get(row).copied().unwrap_or(0),
        }
    }

    /// One byte a code, or two, the lower first.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Narrow(codes) => codes.clone(),
            Self::Wide(codes) => codes.iter().flat_map(|code| code.to_le_bytes()).collect(),
        }
    }

    /// `None` where the bytes are not one or two for each response.
    pub fn read(bytes: Vec<u8>, responses: usize) -> Option<Self> {
        if bytes.len() == responses {
            return Some(Self::Narrow(bytes));
        }
        let wide = || bytes.chunks_exact(2).map(|pair| pair.try_into().map_or(0, u16::from_le_bytes)).collect();
        (bytes.len() == responses * 2).then(|| Self::Wide(wide()))
    }
}

impl Column {
    pub fn new(values: impl Into<Arc<[String]>>, codes: Codes, place: u16) -> Self {
        let is_full = match &codes {
            Codes::Narrow(codes) => !codes.contains(&0),
            Codes::Wide(codes) => !codes.contains(&0),
        };
        Self { values: values.into(), codes, place, is_full }
    }

    /// Two facts of the same responses as one: `20786 refunds`, of which either may be nothing.
    pub(super) fn paired(one: Option<&Self>, other: Option<&Self>, responses: usize) -> Self {
        let (mut values, mut codes) = (Vec::new(), Vec::with_capacity(responses));
        let code = |it: Option<&Self>, row: usize| it.map_or(0, |it| it.codes.get(row));
        let value = |it: Option<&Self>, code: u16| it.and_then(|it| it.value(code)).unwrap_or_default().to_owned();
        let mut name = |pair: (u16, u16)| {
            values.push([&value(one, pair.0), " ", &value(other, pair.1)].concat());
            u16::try_from(values.len()).unwrap_or(u16::MAX)
        };
        let pairs = (0..responses).map(|row| (code(one, row), code(other, row)));
        let [first, second] = [one, other].map(|it| it.map_or(1, |it| it.values.len() + 1));
        if first * second <= MOST_PAIRS {
            // Of each pair its code, or 0 as long as it was not met.
            let mut known = vec![0_u16; first * second];
            for pair in pairs {
                let Some(code) = known.get_mut(usize::from(pair.0) * second + usize::from(pair.1)) else { continue };
                *code = if *code == 0 { name(pair) } else { *code };
                codes.push(*code);
            }
        } else {
            let mut known: HashMap<(u16, u16), u16> = HashMap::new();
            codes.extend(pairs.map(|pair| *known.entry(pair).or_insert_with(|| name(pair))));
        }
        Self::new(values, Codes::Wide(codes), 0)
    }

    /// Of each row that has another value, that it is not meant.
    pub(super) fn leave_out_others(&self, value: &str, is_meant: &mut [bool]) {
        let wanted = self.values.iter().position(|it| it == value).and_then(|at| u16::try_from(at + 1).ok());
        match (&self.codes, wanted, wanted.and_then(|it| u8::try_from(it).ok())) {
            (Codes::Wide(codes), Some(wanted), _) => is_meant.iter_mut().zip(codes).for_each(|(it, code)| *it &= *code == wanted),
            (Codes::Narrow(codes), _, Some(wanted)) => is_meant.iter_mut().zip(codes).for_each(|(it, code)| *it &= *code == wanted),
            _ => is_meant.fill(false),
        }
    }

    /// The rows of each code: first of those that have nothing.
    pub(super) fn rows_by_code(&self) -> Vec<Vec<u32>> {
        let mut rows = vec![Vec::new(); self.values.len() + 1];
        let codes: &mut dyn Iterator<Item = usize> = match &self.codes {
            Codes::Narrow(codes) => &mut codes.iter().map(|code| usize::from(*code)),
            Codes::Wide(codes) => &mut codes.iter().map(|code| usize::from(*code)),
        };
        for (row, code) in (0_u32..).zip(codes) {
            rows.get_mut(code).into_iter().for_each(|it| it.push(row));
        }
        rows
    }

    /// Only these rows.
    pub(super) fn of_rows(&self, rows: &[u32]) -> Self {
        let codes = match &self.codes {
            Codes::Narrow(codes) => Codes::Narrow(taken(codes, rows)),
            Codes::Wide(codes) => Codes::Wide(taken(codes, rows)),
        };
        Self::new(Arc::clone(&self.values), codes, self.place)
    }

    /// Bytes of memory.
    pub fn size(&self) -> usize {
        match &self.codes {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len() * 2,
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// From now on there is nothing at this row.
    pub(super) fn clear(&mut self, row: usize) {
        self.is_full = false;
        match &mut self.codes {
            Codes::Narrow(codes) => codes.get_mut(row).into_iter().for_each(|code| *code = 0),
            Codes::Wide(codes) => codes.get_mut(row).into_iter().for_each(|code| *code = 0),
        }
    }

    pub fn value(&self, code: u16) -> Option<&str> {
        usize::from(code).checked_sub(1).and_then(|at| self.values.get(at)).map(String::as_str)
    }

    pub fn at(&self, row: usize) -> Option<&str> {
        self.value(self.codes.get(row))
    }
}

fn taken<Code: Copy + Default>(codes: &[Code], rows: &[u32]) -> Vec<Code> {
    rows.iter().map(|row| codes.get(*row as usize).copied().unwrap_or_default()).collect()
}

/// A column that grows. Rows that are skipped have nothing.
#[derive(Debug, Default)]
pub(super) struct Growing {
    values: Vec<String>,
    known: HashMap<String, u16>,
    codes: Vec<u16>,
    place: Option<u16>,
}

impl Growing {
    pub(super) fn push(&mut self, row: usize, value: &str, place: u16) {
        let code = match self.known.get(value) {
            Some(code) => *code,
            None => {
                self.values.push(value.to_owned());
                let code = u16::try_from(self.values.len()).unwrap_or(u16::MAX);
                self.known.insert(value.to_owned(), code);
                code
            }
        };
        self.codes.resize(row, 0);
        self.codes.push(code);
        self.place = Some(self.place.map_or(place, |it| it.min(place)));
    }

    pub(super) fn finished(mut self, responses: usize) -> Column {
        self.codes.resize(responses, 0);
        let codes = if self.values.len() <= usize::from(u8::MAX) {
            Codes::Narrow(self.codes.iter().map(|code| u8::try_from(*code).unwrap_or(0)).collect())
        } else {
            Codes::Wide(self.codes)
        };
        Column::new(self.values, codes, self.place.unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(values: impl Iterator<Item = usize>, responses: usize) -> Column {
        let mut growing = Growing::default();
        values.enumerate().filter(|(_, value)| *value > 0).for_each(|(row, value)| growing.push(row, &value.to_string(), 0));
        growing.finished(responses)
    }

    #[test]
    fn a_pair_is_told_apart_however_many_there_could_be() {
        for kinds in [3, 1_200] {
            let responses = kinds * 4;
            let one = column((0..responses).map(|row| row % kinds), responses);
            let other = column((0..responses).map(|row| row * 7 % kinds), responses);
            let both = Column::paired(Some(&one), Some(&other), responses);
            let of = |it: &Column, row| it.at(row).unwrap_or_default().to_owned();
            let expected = (0..responses).map(|row| format!("{} {}", of(&one, row), of(&other, row)));
            assert_eq!((0..responses).map(|row| of(&both, row)).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
            assert_eq!(both.values.len(), kinds, "each once");
            assert_eq!(of(&Column::paired(None, Some(&one), responses), 1), " 1");
        }
    }

    #[test]
    fn codes_are_a_byte_as_long_as_255_values_are_enough() {
        for (values, bytes_each) in [(1_usize, 1_usize), (255, 1), (256, 2), (65_535, 2)] {
            let mut growing = Growing::default();
            for row in 0..values {
                growing.push(row, &row.to_string(), 0);
            }
            let column = growing.finished(values);
            assert_eq!(column.codes.bytes().len(), values * bytes_each);
            assert_eq!(Codes::read(column.codes.bytes(), values), Some(column.codes.clone()));
            assert_eq!(column.at(values - 1), Some((values - 1).to_string().as_str()));
        }
    }

    #[test]
    fn what_was_skipped_and_what_was_cleared_is_nothing() {
        let mut growing = Growing::default();
        growing.push(1, "yes", 0);
        growing.push(3, "no", 0);
        let mut column = growing.finished(5);
        column.clear(3);
        let all: Vec<Option<&str>> = (0..5).map(|row| column.at(row)).collect();
        assert_eq!(all, [None, Some("yes"), None, None, None]);
        assert_eq!(Codes::read(vec![1, 2, 3], 2), None, "a byte too many");
    }
}
