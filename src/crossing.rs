// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a document comes from the reader, which works beside the page, to the page: as bytes, in pieces.
//!
//! First a head, from which figures are computed; then the objectives, which stay bytes until somebody looks at them (see
//! `list`), and where each ends; and of a large plan the rest, what its texts say, as soon as they are read. Both ends are
//! built together, so the bytes have no version and are never kept. Never here: a file format. What a person saves is
//! `export::plan_json`.

use borsh::{BorshSerialize, io};

use crate::import::ImportError;
use crate::list::{Bytes, List, Parts};
use crate::plan::Objective;
use crate::prepared::{Prepared, Rest};

/// The answer of the reader on its way: each of its pieces is asked for in turn.
#[derive(Debug)]
pub struct Answer {
    answer: Result<Prepared, ImportError>,
    objectives: List<Objective>,
    parts: Parts,
}

impl Answer {
    /// To be sent.
    pub fn new(answer: Result<Prepared, ImportError>) -> Self {
        let objectives = answer.as_ref().map(|prepared| prepared.objectives().as_bytes()).unwrap_or_default();
        Self { answer, objectives, parts: Parts::default() }
    }

    /// All but the objectives, or why there is no plan.
    pub fn head(&self) -> Vec<u8> {
        written(&mut |bytes| match &self.answer {
            Ok(prepared) => {
                true.serialize(bytes)?;
                prepared.pack(bytes)
            }
            Err(error) => (false, error).serialize(bytes),
        })
    }

    /// The next of the objectives; `None` after the last.
    pub fn part(&mut self) -> Option<Vec<u8>> {
        self.parts.next(&self.objectives)
    }

    /// Where each of them ends.
    pub fn ends(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.parts).ends()
    }

    /// What the texts say that were not read before; `None` where all were.
    pub fn rest(self) -> Option<Vec<u8>> {
        let rest = self.answer.ok()?.rest()?;
        Some(written(&mut |bytes| rest.pack(bytes)))
    }
}

/// What is written, as bytes.
fn written(write: &mut dyn FnMut(&mut Vec<u8>) -> io::Result<()>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing into memory does not fail, and no value of a plan is the one that borsh refuses: a number that is none.
    write(&mut bytes).expect("an answer can be written");
    bytes
}

/// The answer of which this is the head, still without its objectives (see [`Prepared::with_objectives`]); `None` where it
/// is none.
pub fn unpack(head: Vec<u8>) -> Option<Result<Prepared, ImportError>> {
    let mut bytes = Bytes::new(head);
    if bytes.read()? {
        return Prepared::unpack(bytes).map(Ok);
    }
    let error = bytes.read()?;
    bytes.get().is_empty().then_some(Err(error))
}

/// The rest that these bytes are; `None` where they are none.
pub fn unpack_rest(bytes: Vec<u8>) -> Option<Rest> {
    Rest::unpack(Bytes::new(bytes))
}
