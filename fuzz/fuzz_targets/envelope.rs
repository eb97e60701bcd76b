// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any text as a fragment, and any bytes as what was packed, with a check that fits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use traguardi::share::{self, codec::Codec, envelope};

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = (share::open(text), share::view(text), share::found_in(text));
    }
    // Nothing at all is said to be nothing.
    if data.is_empty() {
        return;
    }
    for codec in Codec::ALL {
        let fragment = envelope::write(codec, data);
        let read = envelope::read(&fragment).expect("whole").expect("data");
        assert_eq!((read.codec, read.packed.as_slice()), (codec, data));
        let _ = share::open(&fragment);
    }
});
