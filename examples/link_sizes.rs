// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long the links of some plans are, level by level, beside the same wire under plain deflate:
//! `cargo run --release --example link_sizes -- PLAN…`

use miniz_oxide::deflate::compress_to_vec;
use traguardi::document::Document;
use traguardi::share::{self, Content, Level, wire};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{:<34}{:>11}  {:<10}{:>8}{:>9}{:>9}", "plan", "objectives", "level", "wire", "deflate", "link");
    for path in std::env::args().skip(1) {
        let document = Document::open(&std::fs::read(&path)?, &path)?;
        let name = path.rsplit('/').next().unwrap_or(&path);
        for level in Level::ALL {
            let content = Content::new(&document, level);
            let wire = wire::encode(&content);
            // In the letters of a link, of which three bytes take four; without the version and the check.
            let deflate = compress_to_vec(&wire, 9).len().div_ceil(3) * 4;
            let link = share::make(&content).map(|link| link.len().to_string());
            let link = link.unwrap_or_else(|_| "too much".to_owned());
            let objectives = document.import.plan.objectives.len();
            println!(
                "{name:<34}{objectives:>11}  {:<10}{:>8}{deflate:>9}{link:>9}",
                level.code(),
                wire.len()
            );
        }
    }
    Ok(())
}
