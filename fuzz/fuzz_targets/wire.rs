// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes as a wire. What is read of them can be sent again and comes out the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardi::share::wire;

fuzz_target!(|data: &[u8]| {
    if let Ok(content) = wire::decode(data) {
        assert_eq!(wire::decode(&wire::encode(&content)).as_ref(), Ok(&content));
    }
});
