// SPDX-License-Identifier: AGPL-3.0-or-later
//! How a document comes from the reader, which works beside the page, to the page: as bytes.
//!
//! The reader does all that needs no page: figures can be computed as soon as the bytes are here, and objectives stay
//! bytes until somebody looks at them (see `list`). Both ends are built together, so the bytes have no version and are
//! never kept. Never here: a file format. What a person saves is `export::plan_json`.

use borsh::{BorshSerialize, io};

use crate::document::Prepared;
use crate::import::ImportError;
use crate::list::Bytes;

/// The answer of the reader as bytes. `room` is about how many they will be: a large answer that has to move while it
/// grows takes twice the memory.
pub fn pack(answer: &Result<Prepared, ImportError>, room: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(room);
    // Writing into memory does not fail, and no value of a plan is the one that borsh refuses: a number that is none.
    write(answer, &mut bytes).expect("an answer can be written");
    bytes
}

fn write(answer: &Result<Prepared, ImportError>, bytes: &mut Vec<u8>) -> io::Result<()> {
    match answer {
        Ok(prepared) => {
            true.serialize(bytes)?;
            prepared.pack(bytes)
        }
        Err(error) => (false, error).serialize(bytes),
    }
}

/// The answer that these bytes are; `None` where they are none.
pub fn unpack(bytes: Vec<u8>) -> Option<Result<Prepared, ImportError>> {
    let mut bytes = Bytes::new(bytes);
    if bytes.read()? {
        return Prepared::unpack(bytes).map(Ok);
    }
    let error = bytes.read()?;
    bytes.get().is_empty().then_some(Err(error))
}
