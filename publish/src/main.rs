// SPDX-License-Identifier: AGPL-3.0-or-later
//! `make publish`: lays plans beside the page, and says what went out and by which addresses it opens.
//!
//! Never here: anything sent anywhere. What becomes of the folder is up to whoever publishes it.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use traguardi::locale::{Language, share};
use traguardi::share::Level;
use traguardi_publish::{Order, Published, publish};

const USAGE: &str =
    "traguardi-publish --page dist --site site [--level no-names|figures|full] [--replace] PLAN…";

fn main() -> ExitCode {
    let order = match order(env::args().skip(1)) {
        Ok(order) => order,
        Err(what) => {
            eprintln!("✘ {what}\n  {USAGE}");
            return ExitCode::FAILURE;
        }
    };
    match publish(&order) {
        Ok(report) => {
            let words = share::words(Language::English);
            for file in &report.gone {
                println!("  plans/{file} is not there any more, and was taken out of the index.");
            }
            for file in &report.replaced {
                println!("  plans/{file} was the same plan at another level, and was taken away.");
            }
            for Published { entry: plan, messages, behind, checks } in &report.published {
                println!("\n  {} ({} objectives, {})", plan.title, plan.objectives, in_words(order.level));
                if *messages > 0 {
                    println!(
                        "    {messages} to check: open the page and look at “to check” under the title."
                    );
                }
                for behind in behind.iter().flatten() {
                    println!("    Not in it, or otherwise: {}.", (words.behind_item)(*behind));
                }
                for check in checks {
                    println!("    To check before: {}", (words.check_item)(check));
                }
                println!("    #{}", plan.address(false));
                println!("    #{}", plan.address(true));
            }
            println!("\n  All that is published:");
            for plan in &report.all {
                let level =
                    Level::from_code(&plan.level).map_or(plan.level.as_str(), |level| in_words(level));
                println!("    plans/{}: {} ({level})", plan.file, plan.title);
            }
            println!(
                "\n  {} in {}, with the page. Put its contents in any folder of any static host;",
                count(report.all.len()),
                order.site.display()
            );
            println!(
                "  the address of that folder, with what stands above after it, opens the plan. The second line of each"
            );
            println!("  opens this very file and no later one of its name; it takes a host with https.");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("✘ {error}");
            ExitCode::FAILURE
        }
    }
}

fn count(plans: usize) -> String {
    if plans == 1 { "One plan is".to_owned() } else { format!("{plans} plans are") }
}

fn in_words(level: Level) -> &'static str {
    match level {
        Level::Figures => "figures only",
        Level::WithoutNames => "without names",
        Level::Everything => "with the names of people and their staff percentages: they are personal data",
    }
}

fn order(mut arguments: impl Iterator<Item = String>) -> Result<Order, String> {
    let mut order = Order {
        page: PathBuf::from("dist"),
        site: PathBuf::from("site"),
        level: Level::default(),
        replaces: false,
        plans: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} lacks its value."));
        match argument.as_str() {
            "--page" => order.page = value()?.into(),
            "--site" => order.site = value()?.into(),
            "--level" => {
                let code = value()?;
                order.level = Level::from_code(&code).ok_or(format!("There is no level “{code}”."))?;
            }
            "--replace" => order.replaces = true,
            option if option.starts_with("--") => return Err(format!("{option} is not known.")),
            plan => order.plans.push(plan.into()),
        }
    }
    Ok(order)
}
