//! Compiles an expression as it is read, from left to right. Never calls itself: groups that are
//! open wait in a list.

use super::refusal::Refusal;
use super::program::{Instruction, WORD};
use alloc::vec::Vec;
use core::str::Chars;

/// How long a program may be.
const MOST: usize = 2_000;
/// How often something may be repeated, unless it is without end.
const MOST_TIMES: u32 = 1_000;
const ENDLESS: u32 = u32::MAX;

const DIGIT: &[(u32, u32)] = &[(0x30, 0x39)];
/// WhiteSpace and LineTerminator (ECMAScript, 12.2 and 12.3).
const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0d),
    (0x20, 0x20),
    (0xa0, 0xa0),
    (0x1680, 0x1680),
    (0x2000, 0x200a),
    (0x2028, 0x2029),
    (0x202f, 0x202f),
    (0x205f, 0x205f),
    (0x3000, 0x3000),
    (0xfeff, 0xfeff),
];
const LINE_END: &[(u32, u32)] = &[(0x0a, 0x0a), (0x0d, 0x0d), (0x2028, 0x2029)];

type Read<T = ()> = Result<T, Refusal>;

pub(super) fn read(pattern: &str) -> Read<Vec<Instruction>> {
    let group = Group { start: 0, branch: 0 };
    let mut reader = Reader { rest: pattern.chars(), program: Vec::new(), group, outer: Vec::new(), atom: None };
    while let Some(letter) = reader.rest.next() {
        reader.term(letter)?;
    }
    reader.end_branch();
    if reader.outer.is_empty() { Ok(reader.program) } else { Err(Refusal::Syntax) }
}

struct Reader<'p> {
    rest: Chars<'p>,
    program: Vec<Instruction>,
    /// The innermost group, and those it is in.
    group: Group,
    outer: Vec<Group>,
    /// Where the instructions begin that a repetition would repeat, if there are some.
    atom: Option<usize>,
}

struct Group {
    start: usize,
    /// Where the instructions of the latest alternative begin; behind a jump, unless it is the first.
    branch: usize,
}

impl Reader<'_> {
    fn term(&mut self, letter: char) -> Read {
        let repeated = self.atom.take();
        let (least, most) = match letter {
            '*' => (0, ENDLESS),
            '+' => (1, ENDLESS),
            '?' => (0, 1),
            '{' => self.times()?,
            _ => return self.mark(letter),
        };
        self.repeat(repeated.ok_or(Refusal::Syntax)?, least, most)
    }

    /// What takes no character, and is not repeated.
    fn mark(&mut self, letter: char) -> Read {
        let instruction = match letter {
            '^' => Instruction::Start,
            '$' => Instruction::End,
            '\\' if self.takes("b") => Instruction::Boundary { negated: false },
            '\\' if self.takes("B") => Instruction::Boundary { negated: true },
            '|' => return self.begin_branch(),
            '(' => {
                let start = self.program.len();
                self.outer.push(core::mem::replace(&mut self.group, Group { start, branch: start }));
                let known = !self.takes("?") || self.takes(":");
                return if known { Ok(()) } else { Err(Refusal::Unknown) };
            }
            _ => return self.atom(letter),
        };
        self.put(&[instruction])
    }

    /// What may be repeated.
    fn atom(&mut self, letter: char) -> Read {
        let mut at = self.program.len();
        match letter {
            '}' | ']' => return Err(Refusal::Syntax),
            ')' => {
                self.end_branch();
                let outer = self.outer.pop().ok_or(Refusal::Syntax)?;
                at = core::mem::replace(&mut self.group, outer).start;
            }
            '[' => self.class()?,
            '.' => {
                self.ranges(LINE_END, false)?;
                self.seal(at, true)?;
            }
            _ => {
                self.member(letter)?;
                self.seal(at, false)?;
            }
        }
        self.atom = Some(at);
        Ok(())
    }

    /// What has been read of the group becomes one alternative, what follows another.
    fn begin_branch(&mut self) -> Read {
        self.end_branch();
        let alternative = self.lift(self.group.start);
        self.put(&[Instruction::Split(alternative.len() + 2)])?;
        self.put(&alternative)?;
        self.put(&[Instruction::Jump(1)])?;
        self.group.branch = self.program.len();
        Ok(())
    }

    /// Now that the latest alternative is complete, the one before it goes on behind it.
    fn end_branch(&mut self) {
        let Group { start, branch } = self.group;
        let length = self.program.len() - branch;
        if branch > start && let Some(jump) = self.program.get_mut(branch - 1) {
            *jump = Instruction::Jump(length + 1);
        }
    }

    /// What stands behind `{`.
    fn times(&mut self) -> Read<(u32, u32)> {
        let least = self.number()?;
        let most = match self.takes(",") {
            false => least,
            true if self.rest.as_str().starts_with('}') => ENDLESS,
            true => self.number()?,
        };
        if self.takes("}") && least <= most { Ok((least, most)) } else { Err(Refusal::Syntax) }
    }

    fn number(&mut self) -> Read<u32> {
        let mut number = None;
        while let Some(digit) = self.rest.clone().next().and_then(|letter| letter.to_digit(10)) {
            self.rest.next();
            let longer = number.unwrap_or(0) * 10 + digit;
            if longer > MOST_TIMES {
                return Err(Refusal::Large);
            }
            number = Some(longer);
        }
        number.ok_or(Refusal::Syntax)
    }

    /// Lazily or not makes no difference to whether there is a match.
    fn repeat(&mut self, atom: usize, least: u32, most: u32) -> Read {
        self.takes("?");
        let body = self.lift(atom);
        let length = body.len();
        for _ in 0..least {
            self.put(&body)?;
        }
        let endless = most == ENDLESS;
        let optional = if endless { u32::from(least == 0) } else { most - least };
        for _ in 0..optional {
            self.put(&[Instruction::Split(length + 1)])?;
            self.put(&body)?;
        }
        // Back to the last one.
        if endless { self.put(&[Instruction::Split(0_usize.wrapping_sub(length))]) } else { Ok(()) }
    }

    /// What stands behind `[`.
    fn class(&mut self) -> Read {
        let at = self.program.len();
        let negated = self.takes("^");
        loop {
            match self.rest.next() {
                None => return Err(Refusal::Syntax),
                Some(']') => break,
                Some(letter) => self.class_part(letter)?,
            }
        }
        if self.program.len() == at { Err(Refusal::Syntax) } else { self.seal(at, negated) }
    }

    fn class_part(&mut self, letter: char) -> Read {
        let at = self.program.len();
        self.member(letter)?;
        let rest = self.rest.as_str();
        if rest.starts_with("-]") || !self.takes("-") {
            return Ok(());
        }
        let last = self.rest.next().ok_or(Refusal::Syntax)?;
        self.member(last)?;
        let [Instruction::Range(low, one), Instruction::Range(other, high)] = *self.lift(at) else {
            return Err(Refusal::Syntax);
        };
        let ordered = low == one && other == high && low <= high;
        if ordered { self.put(&[Instruction::Range(low, high)]) } else { Err(Refusal::Syntax) }
    }

    /// A character, or what stands for some behind a backslash.
    fn member(&mut self, letter: char) -> Read {
        if letter != '\\' {
            return self.put(&[Instruction::Range(letter.into(), letter.into())]);
        }
        let escaped = self.rest.next().ok_or(Refusal::Syntax)?;
        let set = match escaped.to_ascii_lowercase() {
            'd' => DIGIT,
            'w' => WORD,
            's' => SPACE,
            _ => {
                let letter = match escaped {
                    't' => '\t',
                    'n' => '\n',
                    'r' => '\r',
                    _ if escaped.is_ascii_punctuation() => escaped,
                    _ => return Err(Refusal::Unknown),
                };
                return self.put(&[Instruction::Range(letter.into(), letter.into())]);
            }
        };
        self.ranges(set, escaped.is_ascii_uppercase())
    }

    /// These ranges, or all that is between them.
    fn ranges(&mut self, set: &[(u32, u32)], others: bool) -> Read {
        let mut behind = 0;
        for (low, high) in set {
            let (from, to) = if others { (behind, low - 1) } else { (*low, *high) };
            self.put(&[Instruction::Range(from, to)])?;
            behind = high + 1;
        }
        if others { self.put(&[Instruction::Range(behind, char::MAX.into())]) } else { Ok(()) }
    }

    /// Makes one instruction of the ranges from there on.
    fn seal(&mut self, at: usize, negated: bool) -> Read {
        let ranges = self.lift(at);
        if negated || ranges.len() > 1 {
            self.put(&[Instruction::Class { negated, ranges: ranges.len() }])?;
        }
        self.put(&ranges)
    }

    /// Takes this text if it stands next.
    fn takes(&mut self, text: &str) -> bool {
        let rest = self.rest.as_str().strip_prefix(text);
        self.rest = rest.map_or_else(|| self.rest.clone(), str::chars);
        rest.is_some()
    }

    fn put(&mut self, instructions: &[Instruction]) -> Read {
        if self.program.len() + instructions.len() > MOST {
            return Err(Refusal::Large);
        }
        self.program.extend_from_slice(instructions);
        Ok(())
    }

    /// Takes back what was put from there on.
    fn lift(&mut self, at: usize) -> Vec<Instruction> {
        let lifted = self.program.get(at..).unwrap_or_default().to_vec();
        self.program.truncate(at);
        lifted
    }
}
