// SPDX-License-Identifier: AGPL-3.0-or-later
//! How what was read of a file comes from the reader, which works beside the page, to the page: as bytes.
//!
//! Both ends are built together, so the bytes have no version and are never kept. Never here: a file format. What a
//! person saves is `export::plan_json`.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::document::Read;
use crate::import::ImportError;

/// The answer of the reader as bytes.
pub fn pack(answer: &Result<Read, ImportError>) -> Vec<u8> {
    // Writing into memory does not fail.
    borsh::to_vec(answer).unwrap_or_default()
}

/// The answer that these bytes are; `None` where they are none.
pub fn unpack(bytes: &[u8]) -> Option<Result<Read, ImportError>> {
    let mut answer: Result<Read, ImportError> = borsh::from_slice(bytes).ok()?;
    if let Ok(read) = &mut answer {
        share_names(read);
    }
    Some(answer)
}

/// A name that is there thousands of times is held once, as it was where it came from.
fn share_names(read: &mut Read) {
    let mut known: FxHashSet<Arc<str>> = FxHashSet::default();
    let mut share = |name: &mut Arc<str>| match known.get(&**name) {
        Some(one) => *name = one.clone(),
        None => drop(known.insert(name.clone())),
    };
    for objective in read.import.plan.objectives_mut() {
        let mission = objective.mission.iter_mut().filter_map(|mission| mission.name.as_mut());
        let programme = objective.programme.iter_mut().filter_map(|programme| programme.name.as_mut());
        let people = objective.responsible.names.iter_mut().chain(&mut objective.support.names);
        mission.chain(programme).chain(people).for_each(&mut share);
    }
}
