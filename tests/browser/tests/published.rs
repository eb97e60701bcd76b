// SPDX-License-Identifier: AGPL-3.0-or-later
//! Plans beside the page open by a short address, are listed at its start, and nobody's address has the page fetch
//! anything else.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use traguardi::share::Level;
use traguardi_browser_tests::*;
use traguardi_publish::{Entry, Order, publish};

/// Lays a site with the example in it, and serves it.
fn lay(page: &Page) -> (PathBuf, Entry) {
    let folder = page.lay("published", b"").with_extension("site");
    drop(fs::remove_dir_all(&folder));
    let order = Order {
        page: root().join("dist"),
        site: folder.clone(),
        level: Level::WithoutNames,
        replaces: false,
        plans: vec![fixture("comune-di-valdarco-2025.json")],
    };
    let entry = publish(&order).expect("published").published.remove(0).entry;
    page.site().serve_instead(&folder);
    (folder, entry)
}

in_both_browsers! {
    fn the_page_lists_what_is_published_and_opens_it(page) {
        let (_, entry) = lay(page);
        page.open("it");
        assert_eq!(page.texts("[data-published] a"), ["Relazione sulla performance 2025 · Comune di Valdarco"]);
        page.assert_accessible("the start with a published plan");
        page.click("[data-published] a");
        page.wait_state("ready");
        let plain = entry.address(false);
        page.wait_fragment(&format!("{plain}&lang=it"));
        assert!(page.headline().starts_with("20 su 36 raggiunti"), "{}", page.headline());
        // It stays the address of the plan, with the view and the language.
        page.filter("mission:01");
        page.wait_fragment(&format!("{plain}&view=1&mission=01&lang=it"));
        let before = page.headline();
        page.reload();
        page.wait_state("ready");
        assert_eq!(page.headline(), before);
        page.after_revision(|| page.click("[data-action='close']"));
        assert_eq!(page.fragment(), "");
        page.assert_nothing_noted();
    }

    fn a_short_link_is_shared_and_opens_what_it_was_made_for(page) {
        let (folder, entry) = lay(page);
        page.open_link("en", &format!("{}&view=1&mission=01&lang=it", entry.address(true)));
        page.wait_state("ready");
        assert_eq!(page.js("return document.documentElement.lang", vec![]), json!("it"));
        let before = page.headline();
        page.click("[data-action='share']");
        page.wait_visible("[data-share-short]");
        page.wait_visible("[data-share-link]");
        page.assert_accessible("sharing a published plan");
        let link = page.text("[data-share-short]");
        assert_eq!(link, format!("{}#{}&view=1&mission=01&lang=it", page.site().url(), entry.address(true)));
        page.click("[data-action='share-close']");
        page.goto("about:blank");
        page.goto(&link);
        page.wait_state("ready");
        assert_eq!(page.headline(), before);
        // The plan is another by now.
        let file = folder.join("plans").join(&entry.file);
        let text = fs::read_to_string(&file).expect("there");
        fs::write(&file, text.replacen("2025", "2024", 1)).expect("written");
        page.goto("about:blank");
        page.goto(&link);
        page.wait_state("error");
        assert!(page.text("[data-problem] h2").contains("non è più quello del link"), "{}", page.text("[data-problem]"));
        // Without the check it opens as it is now.
        page.open_link("it", &entry.address(false));
        page.wait_state("ready");
        page.assert_nothing_noted();
    }

    fn nothing_else_is_fetched_and_what_is_open_stays(page) {
        let (_, entry) = lay(page);
        page.open_link("it", &entry.address(false));
        page.wait_state("ready");
        let (before, address) = (page.headline(), format!("{}&lang=it", entry.address(false)));
        page.wait_fragment(&address);
        for (fragment, said) in [
            ("plan=https://altro.example/2021.json", "non è tra i piani pubblicati qui"),
            ("plan=//altro.example/2021.json", "non è tra i piani pubblicati qui"),
            ("plan=plans/../index.html", "non è tra i piani pubblicati qui"),
            ("plan=example.json", "non è tra i piani pubblicati qui"),
            ("plan=plans/manca.json", "non si trova"),
            ("plan=plans/index.json&sha256=abc", "incompleto"),
            (&format!("plan=plans/{}&sha256={}", entry.file, "0".repeat(64)), "non è più quello del link"),
        ] {
            page.follow(fragment);
            page.wait_state("error");
            assert!(page.text("[data-problem] h2").contains(said), "{fragment}: {}", page.text("[data-problem]"));
            // What is open stays, and so does its address.
            page.wait_fragment(&address);
            assert_eq!(page.headline(), before);
            page.after_revision(|| page.click("[data-action='dismiss']"));
        }
        // An address of another page is not fetched from here; one of this page opens.
        page.paste("body", "https://altro.example/traguardi/#plan=plans/2021.json");
        page.wait_state("error");
        assert!(page.text("[data-problem] h2").contains("un’altra pagina"), "{}", page.text("[data-problem]"));
        page.after_revision(|| page.click("[data-action='dismiss']"));
        page.paste("body", &format!("{}#{}&view=1&mission=01", page.site().url(), entry.address(false)));
        page.wait_fragment(&format!("{}&view=1&mission=01&lang=it", entry.address(false)));
        let asked = page.site().asked();
        let plans: Vec<_> = asked.iter().filter(|name| name.contains("plan") || name.contains("example.json")).collect();
        let own = [format!("plans/{}", entry.file), "plans/manca.json".to_owned()];
        assert!(plans.iter().all(|name| own.contains(name)), "{plans:?}");
        // That a file is missing is the browser's own word.
        page.take_noted();
    }

    fn a_published_plan_comes_back_as_it_is_published_now(page) {
        let (folder, entry) = lay(page);
        let file = folder.join("plans").join(&entry.file);
        let text = fs::read_to_string(&file).expect("there");
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.click("[data-published] a");
        page.wait_state("ready");
        page.filter("mission:01");
        let kept = || std::thread::sleep(std::time::Duration::from_millis(2500));
        kept();
        // It was brought up to date since: what is looked at stays, and the plan is the new one.
        fs::write(&file, text.replace("Relazione sulla performance 2025", "Relazione rivista")).expect("written");
        page.reload();
        page.wait_state("ready");
        assert!(page.text(".plan-title").contains("Relazione rivista"), "{}", page.text(".plan-title"));
        assert!(page.is_pressed("mission:01"));
        kept();
        // It is kept once, and the next time from the list.
        page.after_revision(|| page.click("[data-action='close']"));
        kept();
        page.reload();
        page.wait_state("empty");
        assert_eq!(page.texts("[data-action='recent-open']"), ["Relazione rivista"]);
        page.click("[data-action='recent-open']");
        page.wait_state("ready");
        assert_eq!(page.text("[data-notice='recent']"), "");
        // Changed here, it is a copy, and says so.
        page.click("[data-action='method']");
        page.after_revision(|| page.click("[data-method='bands:85-70']"));
        kept();
        fs::write(&file, &text).expect("written");
        page.reload();
        page.wait_state("ready");
        assert!(page.text(".plan-title").contains("Relazione rivista"), "{}", page.text(".plan-title"));
        assert!(page.text("[data-notice='recent']").contains("copia ricordata"), "{}", page.text("[data-notice='recent']"));
        page.assert_accessible("a copy of a published plan");
        page.assert_nothing_noted();
    }

    fn where_a_host_sends_something_else_what_is_kept_opens(page) {
        let (folder, entry) = lay(page);
        page.open("it");
        page.click("[data-action='recent-keep']");
        page.click("[data-published] a");
        page.wait_state("ready");
        page.filter("mission:01");
        std::thread::sleep(std::time::Duration::from_millis(2500));
        // As hosts do for what they do not have.
        fs::copy(folder.join("index.html"), folder.join("plans").join(&entry.file)).expect("written");
        page.reload();
        page.wait_state("ready");
        assert!(page.is_pressed("mission:01"));
        assert!(page.text("[data-notice='recent']").contains("copia ricordata"), "{}", page.text("[data-notice='recent']"));
        assert_eq!(page.count("[data-problem]"), 0);
        page.assert_nothing_noted();
    }

    fn a_host_that_wants_to_know_who_asks_gives_its_plans(page) {
        let (_, entry) = lay(page);
        page.site().harm(&entry.file, Harm::Unless("allowed=1"));
        page.open_link("it", &entry.address(false));
        page.wait_state("error");
        page.js("document.cookie = 'allowed=1'", vec![]);
        page.open_link("it", &entry.address(false));
        page.wait_state("ready");
        page.js("document.cookie = 'allowed=; max-age=0'", vec![]);
        // That a file is missing is the browser's own word.
        page.take_noted();
    }

    fn a_short_link_survives_mail_and_opens_as_a_sitting(page) {
        let (_, entry) = lay(page);
        for address in [entry.address(false), entry.address(true)] {
            page.open_link("it", &format!("{address})."));
            page.wait_state("ready");
            page.wait_fragment(&format!("{address}&lang=it"));
            page.wait_js("it is told", "return !!document.querySelector('[data-diagnostic=\"link-tidied\"]')");
            page.goto("about:blank");
        }
        // The address of this page, however it is written.
        page.open("it");
        page.paste("body", &format!("{}index.html#{}", page.site().url(), entry.address(false)));
        page.wait_state("ready");
        page.open_link("it", &format!("{}&projector=1&lang=it", entry.address(false)));
        page.wait_state("ready");
        page.wait_visible(".sitting .stage");
        page.wait_js("it is said once", "return !location.href.includes('projector')");
    }
}
