// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a plan and its figures to files that other programs read.
//!
//! Never here: saving them (see `ui`), and numbers rounded for people: full precision, `null` where nothing is known.

pub mod figures_json;
pub mod objectives_json;
pub mod plan_json;

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, PrettyFormatter, Serializer};

/// A value as JSON text, indented for people, with an end of line.
fn pretty(value: &impl Serialize) -> String {
    let mut text = Vec::new();
    // Only maps with keys that are no texts, and writers that fail, could make this fail: there are none.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut text, Indented::default()));
    text.push(b'\n');
    String::from_utf8(text).unwrap_or_default()
}

/// serde_json's indented form, but for numbers: the standard library writes them, as it does on the page. Both write the
/// shortest digits that read back as the same number, each with ten kilobytes of tables.
#[derive(Default)]
struct Indented(PrettyFormatter<'static>);

/// Methods that do what [`PrettyFormatter`] does.
macro_rules! as_pretty {
    ($($name:ident($($argument:ident: $kind:ty)?);)*) => {$(
        fn $name<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $argument: $kind)?) -> io::Result<()> {
            self.0.$name(writer $(, $argument)?)
        }
    )*};
}

impl Formatter for Indented {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        write!(writer, "{value:?}")
    }

    as_pretty! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        begin_object_value();
        end_object_value();
    }
}
