// SPDX-License-Identifier: AGPL-3.0-or-later
//! A large file that two readers read at once: what each does of it, and what comes of both.
//!
//! What comes of both is, to the last bit, what one reader would make of the whole; where that is not certain nothing does,
//! and one reads it (see `import::halves`). Never here: the browser, and who reads which half.

use crate::import;
use crate::prepared::{LARGE, Prepared};
use crate::taken::Taken;

/// How many bytes of a file say what stands before its objectives, if it is to have halves.
const HEAD: usize = 1 << 16;

/// The first half of a file.
#[derive(Debug)]
pub struct First {
    half: import::First,
    taken: Taken,
}

/// The second half of a file.
#[derive(Debug)]
pub struct Second {
    half: import::Second,
    taken: Taken,
}

/// Where the second half begins: an objective that is seen among the first of `bytes` from `middle` on.
fn seam(head: &[u8], bytes: &[u8], middle: usize, seen: usize) -> Option<usize> {
    let part = bytes.get(middle..)?;
    let head = &head[..head.len().min(HEAD)];
    Some(middle + import::seam(head, &part[..part.len().min(seen)])?)
}

impl First {
    /// Reads a file up to its middle, and beyond it to where an objective begins among the bytes that are `seen` by both
    /// readers. `None` where there can be no halves.
    pub fn read(bytes: &[u8], middle: usize, seen: usize) -> Option<Self> {
        let end = seam(bytes, bytes, middle, seen)?;
        let mut taken = Taken::default();
        let half = import::First::read(&bytes[..end], &mut taken)?;
        Some(Self { half, taken })
    }

    /// What the file holds; `None` where the halves are not those of one plan.
    pub fn join(self, second: Second, name: &str) -> Option<Prepared> {
        self.join_above(second, name, LARGE)
    }

    /// The same where a plan is large that has more than so many objectives.
    pub fn join_above(self, second: Second, name: &str, most: usize) -> Option<Prepared> {
        let Self { half, mut taken } = self;
        taken.append(second.taken, &half.seam());
        let import = half.join(second.half, &mut taken)?;
        Some(Prepared::of_taken(import, taken, name, most))
    }
}

impl Second {
    /// Reads the `bytes` of a file from its middle on, or rather from where an objective begins among those that are `seen`
    /// by both readers. The file begins with `head`. `None` where there can be no halves.
    pub fn read(head: &[u8], bytes: &[u8], seen: usize) -> Option<Self> {
        let start = seam(head, bytes, 0, seen)?;
        let mut taken = Taken::default();
        let half = import::Second::read(head, &bytes[start..], &mut taken)?;
        Some(Self { half, taken })
    }

    /// All of it as bytes, and apart from it the objectives in parts.
    pub fn pack(mut self) -> (Vec<u8>, Vec<Vec<u8>>) {
        let parts = self.taken.objectives.take_parts();
        // Writing into memory does not fail.
        (borsh::to_vec(&(&self.half, &self.taken)).unwrap_or_default(), parts)
    }

    /// What these bytes are; `None` where they are none.
    pub fn unpack(bytes: &[u8], parts: Vec<Vec<u8>>) -> Option<Self> {
        let (half, mut taken): (_, Taken) = borsh::from_slice(bytes).ok()?;
        taken.objectives.put_parts(parts)?;
        Some(Self { half, taken })
    }
}
