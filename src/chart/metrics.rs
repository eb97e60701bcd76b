// SPDX-License-Identifier: AGPL-3.0-or-later
//! How wide a text is in Titillium Web, without a font at hand: the advance of each character, from a table.
//!
//! The tables are the `hmtx` advances of `titillium-web-{latin,latin-ext}-{400,600}-normal.woff2` of the npm package
//! `@fontsource/titillium-web`, in thousandths of an em (the font has 1,000 units per em), read with fontTools through
//! the font's own character map. A character the font lacks has the advance of a wide letter, so that a text shown in
//! a fallback font still finds room. Kerning is left out: it mostly draws letters together, and a label may be
//! narrower than its place.
//!
//! Never here: a font file, a browser, a guess that makes a text narrower than it is.

/// The weights in which charts write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600.
    SemiBold,
}

impl Weight {
    /// The number that CSS and SVG write.
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }
}

/// How far capitals and figures rise above the baseline, in ems.
pub const CAP_HEIGHT: f32 = 0.692;
/// How far a line of text rises above its baseline, in ems: ascenders, and accents on lower case.
pub const ASCENT: f32 = 0.76;
/// How far it falls below, in ems.
pub const DESCENT: f32 = 0.24;

/// The width of a text, in the unit of `size`.
///
/// ```
/// use traguardi::chart::metrics::{Weight, width};
/// assert_eq!(width("100", 10.0, Weight::Regular), 16.8);
/// ```
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|c| f32::from(advance(c, weight))).sum::<f32>() * size / 1000.0
}

/// The advance of a character, in thousandths of an em.
pub fn advance(c: char, weight: Weight) -> u16 {
    let (ascii, latin) = match weight {
        Weight::Regular => (&ASCII_REGULAR, &LATIN_REGULAR),
        Weight::SemiBold => (&ASCII_SEMI_BOLD, &LATIN_SEMI_BOLD),
    };
    let code = c as usize;
    if let Some(&known) = code.checked_sub(0x20).and_then(|i| ascii.get(i)) {
        return known;
    }
    if let Some(&known) = code.checked_sub(0xa0).and_then(|i| latin.get(i)) {
        return known;
    }
    if let Ok(i) = PUNCTUATION.binary_search_by_key(&c, |entry| entry.0) {
        return match weight {
            Weight::Regular => PUNCTUATION[i].1,
            Weight::SemiBold => PUNCTUATION[i].2,
        };
    }
    match code {
        // Combining accents, zero-width and directional marks.
        0x300..=0x36f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfe00..=0xfe0f => 0,
        // Controls, which are drawn as nothing.
        ..0x20 | 0x7f..0xa0 => 0,
        // Greek, Cyrillic, Hebrew, Arabic and their like: about as wide as a wide Latin letter.
        0x180..0x2000 => 720,
        // Ideographs, emoji, signs: a full em and a little.
        _ => 1100,
    }
}

/// U+0020 to U+007E, weight 400.
#[rustfmt::skip]
const ASCII_REGULAR: [u16; 95] = [
    220, 247, 373, 560, 560, 560, 688, 208, 264, 264, 420, 560, 223, 438, 216, 412, 560, 560, 560, 560,
    560, 560, 560, 560, 560, 560, 217, 248, 560, 560, 560, 447, 977, 596, 616, 544, 645, 553, 526, 616,
    675, 246, 289, 569, 479, 840, 676, 660, 593, 660, 616, 542, 526, 644, 582, 886, 558, 538, 536, 329,
    436, 329, 560, 632, 236, 501, 526, 436, 529, 505, 331, 514, 537, 219, 219, 479, 231, 836, 537, 528,
    527, 526, 346, 465, 351, 531, 481, 762, 452, 483, 455, 352, 230, 352, 560,
];

/// U+0020 to U+007E, weight 600.
#[rustfmt::skip]
const ASCII_SEMI_BOLD: [u16; 95] = [
    220, 266, 395, 560, 560, 560, 696, 225, 289, 289, 423, 560, 246, 421, 239, 443, 560, 560, 560, 560,
    560, 560, 560, 560, 560, 560, 239, 266, 560, 560, 560, 441, 975, 599, 612, 544, 641, 553, 529, 613,
    676, 269, 296, 583, 475, 850, 686, 656, 591, 656, 618, 543, 526, 650, 594, 911, 564, 549, 534, 344,
    471, 344, 560, 625, 254, 507, 536, 442, 540, 508, 346, 525, 546, 241, 242, 499, 253, 838, 546, 530,
    537, 535, 361, 469, 358, 543, 491, 768, 464, 492, 454, 357, 252, 357, 560,
];

/// U+00A0 to U+017F: Latin-1 and Latin Extended-A, weight 400.
#[rustfmt::skip]
const LATIN_REGULAR: [u16; 224] = [
    220, 228, 560, 560, 560, 560, 234, 499, 236, 645, 386, 539, 560, 0, 645, 236, 560, 560, 280, 280,
    268, 560, 593, 217, 263, 280, 380, 539, 534, 529, 550, 441, 596, 596, 596, 596, 596, 596, 876, 544,
    553, 553, 553, 553, 246, 246, 246, 246, 647, 676, 660, 660, 660, 660, 660, 560, 660, 644, 644, 644,
    644, 538, 599, 574, 501, 501, 501, 501, 501, 501, 804, 436, 505, 505, 505, 505, 219, 219, 219, 219,
    548, 537, 528, 528, 528, 528, 528, 560, 528, 531, 531, 531, 531, 483, 527, 483, 596, 501, 596, 503,
    596, 500, 544, 436, 544, 436, 544, 436, 544, 436, 645, 575, 647, 529, 553, 505, 553, 505, 553, 505,
    553, 506, 553, 505, 616, 514, 616, 514, 616, 514, 616, 514, 675, 537, 686, 537, 246, 219, 246, 219,
    246, 219, 246, 219, 246, 219, 650, 650, 289, 219, 568, 479, 650, 479, 231, 479, 231, 494, 270, 650,
    650, 483, 310, 676, 537, 676, 537, 676, 537, 650, 676, 538, 660, 528, 660, 528, 660, 528, 925, 857,
    616, 346, 616, 346, 616, 346, 542, 465, 542, 465, 542, 465, 542, 465, 0, 351, 526, 432, 529, 354,
    644, 531, 644, 531, 644, 531, 644, 531, 644, 531, 645, 531, 886, 762, 538, 483, 538, 536, 455, 536,
    455, 536, 455, 650,
];

/// U+00A0 to U+017F: Latin-1 and Latin Extended-A, weight 600.
#[rustfmt::skip]
const LATIN_SEMI_BOLD: [u16; 224] = [
    220, 248, 560, 560, 560, 560, 256, 509, 254, 644, 403, 574, 560, 0, 644, 254, 560, 560, 280, 280,
    268, 560, 596, 239, 264, 280, 403, 575, 542, 536, 556, 437, 599, 599, 599, 599, 599, 599, 873, 544,
    553, 553, 553, 553, 269, 269, 269, 269, 644, 686, 656, 656, 656, 656, 656, 560, 656, 650, 650, 650,
    650, 549, 597, 595, 507, 507, 507, 507, 507, 507, 793, 442, 508, 508, 508, 508, 241, 241, 241, 241,
    559, 546, 530, 530, 530, 530, 530, 560, 530, 543, 543, 543, 543, 492, 536, 492, 599, 507, 599, 508,
    599, 506, 544, 442, 544, 442, 544, 442, 544, 442, 641, 625, 644, 540, 553, 508, 553, 508, 553, 508,
    553, 509, 553, 508, 613, 525, 613, 525, 613, 525, 613, 525, 676, 546, 685, 546, 269, 241, 269, 241,
    269, 241, 269, 241, 269, 241, 650, 650, 296, 242, 581, 499, 650, 476, 253, 475, 253, 496, 331, 650,
    650, 482, 350, 686, 546, 686, 546, 686, 546, 650, 686, 546, 656, 530, 656, 530, 656, 530, 912, 844,
    618, 361, 618, 361, 618, 361, 543, 469, 543, 469, 543, 469, 543, 469, 0, 358, 526, 463, 529, 360,
    650, 543, 650, 543, 650, 543, 650, 543, 650, 543, 651, 543, 911, 768, 549, 492, 549, 534, 454, 534,
    454, 534, 454, 650,
];

/// Punctuation and signs, by code point, with the advance at weight 400 and at 600.
#[rustfmt::skip]
const PUNCTUATION: [(char, u16, u16); 19] = [
    ('\u{2010}', 438, 421), ('\u{2011}', 438, 421), ('\u{2013}', 631, 622), ('\u{2014}', 1131, 1122),
    ('\u{2018}', 219, 242), ('\u{2019}', 216, 238), ('\u{201a}', 218, 239), ('\u{201c}', 373, 413),
    ('\u{201d}', 377, 412), ('\u{201e}', 359, 394), ('\u{2020}', 478, 479), ('\u{2022}', 473, 460),
    ('\u{2026}', 725, 748), ('\u{202f}', 220, 220), ('\u{2039}', 301, 311), ('\u{203a}', 301, 311),
    ('\u{20ac}', 560, 560), ('\u{2122}', 677, 668), ('\u{2212}', 560, 560),
];
