//! How many connections the process can afford, by the descriptors it may have. Never opens one.

use std::num::NonZeroU32;

/// Database, log, listener and runtime: five connections of three files each, and some to spare.
const OUR_OWN: u64 = 64;

/// A connection itself, and a file that is sent over it.
const EACH: u64 = 2;

/// What a system allows at least, where it does not say.
const USUAL_LIMIT: u64 = 1_024;

/// At most `most`, as far as the limit of descriptors can be raised.
pub(super) fn connections(most: NonZeroU32) -> usize {
    let wanted = u64::from(most.get()) * EACH + OUR_OWN;
    let limit = rlimit::increase_nofile_limit(wanted).unwrap_or(USUAL_LIMIT);
    let affordable = affordable(limit, most);
    if affordable < u64::from(most.get()) {
        tracing::warn!(limit, connections = affordable, "the limit of descriptors allows fewer connections than asked for");
    }
    usize::try_from(affordable).unwrap_or(usize::MAX)
}

fn affordable(limit: u64, most: NonZeroU32) -> u64 {
    (limit.saturating_sub(OUR_OWN) / EACH).clamp(1, u64::from(most.get()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_leave_descriptors_for_files_and_the_database() {
        let most = NonZeroU32::new(4_096).unwrap();
        assert_eq!([0, 256, 1_024, 8_256, 1_048_576].map(|limit| affordable(limit, most)), [1, 96, 480, 4_096, 4_096]);
    }
}
