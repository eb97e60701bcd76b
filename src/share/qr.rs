// SPDX-License-Identifier: AGPL-3.0-or-later
//! A link as a QR code (ISO/IEC 18004): its squares, as a path to be drawn.
//!
//! Never here: a colour; a code that no phone reads.

use borsh::{BorshDeserialize, BorshSerialize};
use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone around a code, in squares, as the standard wants it.
const QUIET: i32 = 4;

/// So many squares of a side can be told apart by a phone that sees the code on a wall.
const READ_FROM_AFAR: u32 = 80;

/// The squares of a code.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Qr {
    /// How many squares a side has, with the quiet zone.
    pub side: u32,
    /// The dark ones, as the path of an SVG in squares.
    pub path: String,
}

impl Qr {
    /// The code of a text; `None` where it is more than a code can hold (2,953 bytes).
    ///
    /// ```
    /// let code = traguardi::share::qr::Qr::new("https://example.org/#1.p.AAAA.BBBBBB").unwrap();
    /// assert!(code.path.starts_with("M4 4h7v1h-7z"));
    /// ```
    pub fn new(text: &str) -> Option<Self> {
        // A little more redundancy costs nothing where the next size is reached anyway: the library raises it then.
        let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low).ok()?;
        let mut path = String::new();
        for y in 0..code.size() {
            let mut x = 0;
            while x < code.size() {
                let from = x;
                while x < code.size() && code.get_module(x, y) {
                    x += 1;
                }
                if x > from {
                    let length = x - from;
                    path.push_str(&format!("M{} {}h{length}v1h-{length}z", from + QUIET, y + QUIET));
                }
                x += 1;
            }
        }
        Some(Self { side: (code.size() + 2 * QUIET) as u32, path })
    }

    /// Whether a phone reads it off a projector, or only close to a screen.
    pub fn is_read_from_afar(&self) -> bool {
        self.side <= READ_FROM_AFAR
    }
}
