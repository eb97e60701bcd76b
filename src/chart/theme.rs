// SPDX-License-Identifier: AGPL-3.0-or-later
//! The colours of inks, for drawings that leave the page: files and snapshots. The page itself has them in its style
//! sheet, under the same names.
//!
//! The hues are those of design-tokens-italia; marks keep 3:1 and texts 4.5:1 against the surface in both themes (a
//! test measures it). Never here: a shape.

use super::ink::Ink;

/// A colour as sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// As CSS and SVG write it: `#0066cc`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// This colour at a strength of 0 to 1 over another.
    pub fn over(self, ground: Self, strength: f32) -> Self {
        let mix = |a: u8, b: u8| (f32::from(a) * strength + f32::from(b) * (1.0 - strength)).round() as u8;
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }

    /// The contrast with another colour, 1 to 21 (WCAG 2.1, "contrast ratio").
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// A colour for each ink.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    colours: [Rgb; Ink::ALL.len()],
}

impl Theme {
    /// The colour of an ink.
    pub fn colour(&self, ink: Ink) -> Rgb {
        self.colours[ink as usize]
    }

    /// Dark on light, and for paper.
    pub const LIGHT: Self = Self {
        colours: [
            Rgb(0x1a, 0x1a, 0x1a), // Text
            Rgb(0x4d, 0x5d, 0x6c), // TextMuted
            Rgb(0xd9, 0xda, 0xdb), // Grid
            Rgb(0x76, 0x85, 0x94), // Axis
            Rgb(0xff, 0xff, 0xff), // Surface
            Rgb(0x00, 0x66, 0xcc), // Accent
            Rgb(0x4d, 0x8f, 0xd6), // AccentMuted
            Rgb(0x00, 0x7a, 0x52), // Achieved
            Rgb(0xb3, 0x6b, 0x00), // PartiallyAchieved
            Rgb(0xcc, 0x33, 0x4d), // NotAchieved
            Rgb(0x5c, 0x6f, 0x82), // Suspended
            Rgb(0x6b, 0x4f, 0xa0), // Postponed
            Rgb(0x6b, 0x5a, 0x4d), // Cancelled
            Rgb(0x00, 0x73, 0xa8), // InProgress
            Rgb(0x66, 0x70, 0x7a), // NotMeasurable
            Rgb(0x76, 0x85, 0x94), // NotStated
        ],
    };

    /// Light on dark.
    pub const DARK: Self = Self {
        colours: [
            Rgb(0xf0, 0xf4, 0xf8), // Text
            Rgb(0xb4, 0xc2, 0xcf), // TextMuted
            Rgb(0x33, 0x47, 0x5a), // Grid
            Rgb(0x7d, 0x92, 0xa5), // Axis
            Rgb(0x17, 0x24, 0x2f), // Surface
            Rgb(0x7a, 0xb8, 0xff), // Accent
            Rgb(0x4a, 0x87, 0xc9), // AccentMuted
            Rgb(0x4c, 0xc7, 0x9a), // Achieved
            Rgb(0xf0, 0xb0, 0x50), // PartiallyAchieved
            Rgb(0xff, 0x8a, 0x9c), // NotAchieved
            Rgb(0xa3, 0xb5, 0xc7), // Suspended
            Rgb(0xbd, 0xa6, 0xea), // Postponed
            Rgb(0xc9, 0xb3, 0xa3), // Cancelled
            Rgb(0x6c, 0xc3, 0xea), // InProgress
            Rgb(0xa8, 0xb3, 0xbd), // NotMeasurable
            Rgb(0x8f, 0xa1, 0xb2), // NotStated
        ],
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A drawing that is taken away looks as it did on the page. `AccentMuted` is stronger than there, for paper.
    #[test]
    fn inks_are_those_of_the_page() {
        let styles = concat!(include_str!("../../style/tokens.css"), include_str!("../../style/charts.css"));
        let value = |name: &str| {
            let (_, rest) = styles.split_once(&format!("{name}: ")).expect("a name in the style sheets");
            rest.split(';').next().unwrap_or_default().trim().to_owned()
        };
        for ink in Ink::ALL.into_iter().filter(|ink| *ink != Ink::AccentMuted) {
            let class = format!(".{} {{ --ink", ink.class());
            let variable = value(&class);
            let name = variable.trim_start_matches("var(").trim_end_matches(')');
            let colours = [Theme::LIGHT, Theme::DARK].map(|theme| theme.colour(ink).hex());
            assert_eq!(value(name), format!("light-dark({}, {})", colours[0], colours[1]), "{ink:?}");
        }
    }

    #[test]
    fn inks_are_seen_and_texts_are_read_in_both_themes() {
        for (name, theme) in [("light", Theme::LIGHT), ("dark", Theme::DARK)] {
            let surface = theme.colour(Ink::Surface);
            for ink in Ink::ALL {
                let least = match ink {
                    Ink::Surface | Ink::Grid => continue,
                    Ink::Text | Ink::TextMuted | Ink::Achieved => 4.5,
                    _ => 3.0,
                };
                let found = theme.colour(ink).contrast(surface);
                assert!(found >= least, "{ink:?} in {name}: {found}");
            }
        }
    }

    #[test]
    fn texts_are_read_on_the_strongest_shade() {
        use crate::chart::Finish;
        use crate::reading::Status;
        for theme in [Theme::LIGHT, Theme::DARK] {
            for status in Status::ALL {
                let ground = theme.colour(Ink::of(status));
                let shade = Finish::Shade(Finish::SHADES).strength();
                let ground = ground.over(theme.colour(Ink::Surface), shade);
                let found = theme.colour(Ink::Text).contrast(ground);
                assert!(found >= 4.5, "{status:?}: {found}");
            }
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-3);
        assert!((Rgb(0x77, 0x77, 0x77).contrast(white) - 4.48).abs() < 0.01);
    }
}
