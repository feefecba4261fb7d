//! What an expression is compiled to, and a text's way through it.

use alloc::{vec, vec::Vec};

/// One step of a program; the program ends, and has matched, behind the last one. Distances count
/// from the instruction itself, so that a part of a program can be moved and repeated as it is;
/// they wrap around, so that one can lead back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Instruction {
    /// Takes a character between two, both included.
    Range(u32, u32),
    /// Takes a character that is in one of so many ranges, which follow; or, negated, in none.
    Class { negated: bool, ranges: usize },
    /// Goes on there.
    Jump(usize),
    /// Goes on with the next one and also there.
    Split(usize),
    /// Goes on before the first character.
    Start,
    /// Goes on behind the last character.
    End,
    /// Goes on between a word and what is none; or, negated, elsewhere.
    Boundary { negated: bool },
}

/// Letters, digits and the low line.
pub(super) const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5a), (0x5f, 0x5f), (0x61, 0x7a)];

/// A program in all the states that a text has led it to.
pub(super) struct Run<'r> {
    program: &'r [Instruction],
    /// Where to go on for the next character: those instructions that the last one led to, then
    /// those that are reached from there.
    pub(super) states: Vec<usize>,
    /// Where to go on for the one after it.
    next: Vec<usize>,
    /// For each instruction, for which character it was last carried out, counted from 1.
    last: Vec<usize>,
    count: usize,
    before: Option<char>,
}

impl<'r> Run<'r> {
    pub(super) fn new(program: &'r [Instruction]) -> Self {
        let last = vec![0; program.len() + 1];
        Self { program, states: Vec::new(), next: Vec::new(), last, count: 0, before: None }
    }

    /// Takes the next character, `None` at the end of the text. Whether the program matches what
    /// stands before it, from wherever.
    pub(super) fn reaches_end(&mut self, after: Option<char>) -> bool {
        core::mem::swap(&mut self.states, &mut self.next);
        self.next.clear();
        self.count += 1;
        // A match may begin here too.
        self.states.push(0);
        let mut index = 0;
        while let Some(at) = self.states.get(index).copied() {
            index += 1;
            match self.last.get_mut(at) {
                Some(last) if *last != self.count => *last = self.count,
                _ => continue,
            }
            let Some(instruction) = self.program.get(at) else { return true };
            let goes_on = match *instruction {
                Instruction::Jump(distance) => {
                    self.states.push(at.wrapping_add(distance));
                    false
                }
                Instruction::Split(distance) => {
                    self.states.push(at.wrapping_add(distance));
                    true
                }
                Instruction::Start => self.before.is_none(),
                Instruction::End => after.is_none(),
                Instruction::Boundary { negated } => (is_word(self.before) == is_word(after)) == negated,
                Instruction::Range(..) => self.take(at, 1, false, after),
                Instruction::Class { negated, ranges } => self.take(at + 1, ranges, negated, after),
            };
            if goes_on {
                self.states.push(at + 1);
            }
        }
        self.before = after;
        false
    }
}

impl Run<'_> {
    /// Goes on behind these ranges if the character is in one of them or, negated, in none. False:
    /// before the next character there is nothing to go on with.
    fn take(&mut self, from: usize, ranges: usize, negated: bool, letter: Option<char>) -> bool {
        let behind = from + ranges;
        let ranges = self.program.get(from..behind).unwrap_or_default();
        if let Some(letter) = letter.map(u32::from) && ranges.iter().any(|range| range.has(letter)) != negated {
            self.next.push(behind);
        }
        false
    }
}

impl Instruction {
    fn has(&self, letter: u32) -> bool {
        matches!(self, Self::Range(low, high) if *low <= letter && letter <= *high)
    }
}

fn is_word(letter: Option<char>) -> bool {
    let letter = letter.map_or(0, u32::from);
    WORD.iter().any(|(low, high)| *low <= letter && letter <= *high)
}
