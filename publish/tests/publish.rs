// SPDX-License-Identifier: AGPL-3.0-or-later
//! The promise: plans lie beside the page as anybody may see them, by addresses that go on working.

use std::fs;
use std::path::{Path, PathBuf};

use traguardi::document::Document;
use traguardi::share::{Behind, Hosted, Level};
use traguardi_publish::{Entry, Order, PublishError, publish};

const PLAN: &str = r#"{"title": "Relazione <b>2021</b> & \"altro\"", "body": "Comune di Prova", "year": 2021, "objectives": [
    {"code": "01.02 S", "objective": "Rispondere entro 30 giorni", "responsible": "Anna Bianchi", "percent": 50, "staff_percent": 90},
    {"code": "01.03", "objective": "Riordinare l'archivio", "responsible": "Ugo Verdi", "outcome": "Raggiunto da Anna Bianchi"}]}"#;

/// A folder of its own for each test, with a page and a plan in it.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        drop(fs::remove_dir_all(&place));
        let fonts = place.join("dist/fonts");
        fs::create_dir_all(&fonts).expect("a folder");
        let real = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../index.html"))
            .expect("the page's own");
        fs::write(place.join("dist/index.html"), real).expect("written");
        fs::write(place.join("dist/traguardi-0a1b2c3d4e5f6071.js"), "1").expect("written");
        fs::write(fonts.join("a.woff2"), "font").expect("written");
        fs::write(place.join("Relazione 2021 – Città.json"), PLAN).expect("written");
        Self(place)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn order(&self, level: Level) -> Order {
        Order {
            page: self.path("dist"),
            site: self.path("site"),
            level,
            replaces: false,
            plans: vec![self.path("Relazione 2021 – Città.json")],
        }
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("there")
    }

    fn index(&self) -> Vec<Entry> {
        serde_json::from_str(&self.read("site/plans/index.json")).expect("an index")
    }
}

#[test]
fn a_plan_lies_beside_the_page_and_opens_by_its_address() {
    let place = Place::new("beside");
    let report = publish(&place.order(Level::default())).expect("published");
    let entry = &report.published[0].entry;
    assert_eq!(
        (entry.file.as_str(), entry.objectives, entry.year),
        ("relazione-2021-citta.json", 2, Some(2021))
    );
    let text = place.read("site/plans/relazione-2021-citta.json");
    let digest = traguardi::export::sha256::of(text.as_bytes());
    assert_eq!(entry.sha256, digest);
    for is_checked in [false, true] {
        let plan = Hosted::of(&entry.address(is_checked)).expect("a plan").expect("in the folder");
        assert_eq!(place.read(&format!("site/{}", plan.path)), text);
        assert_eq!(plan.sha256, is_checked.then(|| digest.clone()));
    }
    assert_eq!(Document::open(text.as_bytes(), "").expect("a plan").plan.objectives.len(), 2);
    // What it lacks is told.
    let behind = report.published[0].behind.as_deref().unwrap_or_default();
    assert_eq!(behind, [Behind::Names(2), Behind::CoveredTexts(1), Behind::StaffPercents(1)]);
    assert_eq!(place.index(), report.all);
    assert!(
        place.path("site/fonts/a.woff2").exists()
            && place.path("site/traguardi-0a1b2c3d4e5f6071.js").exists()
    );
    // The list of the page says the title as a text.
    let start = place.read("site/index.html");
    let item = "<li><a href=\"#plan=plans/relazione-2021-citta.json\">Relazione &lt;b&gt;2021&lt;/b&gt; &amp; &quot;altro&quot; · Comune di Prova</a></li>";
    assert!(start.contains(item), "{start}");
}

#[test]
fn names_go_out_only_where_that_is_asked_for() {
    let place = Place::new("names");
    for level in Level::ALL {
        let site = place.path(level.code());
        let report = publish(&Order { site: site.clone(), ..place.order(level) }).expect("published");
        let entry = &report.published[0].entry;
        let text = fs::read_to_string(site.join("plans").join(&entry.file)).expect("there");
        for name in ["Bianchi", "Verdi", "90"] {
            assert_eq!(text.contains(name), level == Level::Everything, "{name} in {}", level.code());
        }
        let opened = Document::open(text.as_bytes(), &entry.file).expect("opens");
        assert_eq!((opened.is_figures(), entry.level.as_str()), (level == Level::Figures, level.code()));
        let words = fs::read_to_string(site.join("index.html")).expect("there");
        assert_eq!(words.contains("Comune di Prova"), level != Level::Figures, "{}", level.code());
    }
}

#[test]
fn what_was_published_stays() {
    let place = Place::new("stays");
    publish(&place.order(Level::default())).expect("published");
    // The same again is the same; and a new page takes the place of the old one.
    fs::remove_file(place.path("dist/traguardi-0a1b2c3d4e5f6071.js")).expect("there");
    fs::write(place.path("dist/traguardi-1a1b2c3d4e5f6072.js"), "2").expect("written");
    publish(&place.order(Level::default())).expect("the same plan");
    assert!(
        !place.path("site/traguardi-0a1b2c3d4e5f6071.js").exists()
            && place.path("site/traguardi-1a1b2c3d4e5f6072.js").exists()
    );
    // Another plan joins it, above it, being of a later year.
    let other = PLAN.replace("2021", "2022");
    fs::write(place.path("2022.json"), &other).expect("written");
    let order = Order { plans: vec![place.path("2022.json")], ..place.order(Level::default()) };
    let years: Vec<_> = publish(&order).expect("published").all.iter().map(|plan| plan.year).collect();
    assert_eq!(years, [Some(2022), Some(2021)]);
    // Another one of the same name does not take its place unasked, and nothing is written.
    let before = (place.read("site/plans/2022.json"), place.read("site/plans/index.json"));
    fs::write(place.path("2022.json"), other.replace("50", "60")).expect("written");
    assert!(matches!(publish(&order), Err(PublishError::Published(file)) if file == "2022.json"));
    assert_eq!((place.read("site/plans/2022.json"), place.read("site/plans/index.json")), before);
    publish(&Order { replaces: true, ..order.clone() }).expect("asked for");
    assert_ne!(place.read("site/plans/2022.json"), before.0);
    // What was taken away is no more in the list.
    fs::remove_file(place.path("site/plans/2022.json")).expect("there");
    let report = publish(&Order { plans: vec![], ..order }).expect("published");
    assert_eq!((report.gone, report.all.len()), (vec!["2022.json".to_owned()], 1));
}

#[test]
fn what_cannot_be_published_is_told_and_nothing_is_written() {
    let place = Place::new("told");
    let order = place.order(Level::default());
    fs::write(place.path("vuoto.json"), " ").expect("written");
    fs::write(place.path("---.json"), PLAN).expect("written");
    fs::create_dir_all(place.path("altro")).expect("a folder");
    fs::write(place.path("altro/relazione 2021 citta.json"), PLAN).expect("written");
    fs::write(place.path("altro/index.html"), "<p>another site</p>").expect("written");
    let with = |name: &str| Order { plans: vec![order.plans[0].clone(), place.path(name)], ..order.clone() };
    let of = |order: Order| publish(&order).expect_err("not published");
    assert!(matches!(of(with("vuoto.json")), PublishError::NoPlan { words, .. } if words.contains("empty")));
    assert!(matches!(of(with("nowhere.json")), PublishError::File { .. }));
    assert!(matches!(of(with("---.json")), PublishError::NoName(_)));
    assert!(matches!(of(with("altro/relazione 2021 citta.json")), PublishError::SameName { .. }));
    assert!(matches!(of(Order { site: place.path("altro"), ..order.clone() }), PublishError::NoSite(_)));
    assert!(matches!(of(Order { page: place.path("altro"), ..order.clone() }), PublishError::NoPage(_)));
    assert!(!place.path("site").exists() && !place.path("altro/plans").exists());
    publish(&order).expect("published");
    fs::write(place.path("site/plans/index.json"), "[").expect("written");
    assert!(matches!(of(order), PublishError::Index { .. }));
}

#[test]
fn a_page_is_never_laid_onto_itself() {
    let place = Place::new("apart");
    let before = place.read("dist/index.html");
    fs::create_dir_all(place.path("dist/fonts/more")).expect("a folder");
    let mut sites = vec!["dist", "dist/", "dist/site", "dist/fonts", "dist/not/there", "", "nowhere/../dist"];
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink(place.path("dist"), place.path("link")).expect("a link");
        sites.extend(["link", "link/site"]);
    }
    for site in sites {
        let order = Order { site: place.path(site), ..place.order(Level::default()) };
        let error = publish(&order).expect_err("not published");
        let is_told = matches!(error, PublishError::SamePlace(_) | PublishError::File { .. });
        assert!(is_told, "{site}: {error}");
        assert_eq!(place.read("dist/index.html"), before, "{site}");
        assert!(!place.path("dist/plans").exists() && !place.path("dist/site").exists(), "{site}");
    }
    // Beside it, by whatever way.
    let order = Order { site: place.path("dist/../beside"), ..place.order(Level::default()) };
    publish(&order).expect("published");
    assert!(place.path("beside/index.html").exists());
}

#[test]
fn a_plan_does_not_stay_online_at_a_level_that_was_a_mistake() {
    let place = Place::new("levels");
    publish(&place.order(Level::Everything)).expect("published");
    let order = place.order(Level::Figures);
    let error = publish(&order).expect_err("the plan with names would stay");
    let is_told = matches!(&error, PublishError::OtherLevel { there, level, .. }
        if there == "relazione-2021-citta.json" && level == "full");
    assert!(is_told, "{error}");
    assert!(place.path("site/plans/relazione-2021-citta.json").exists());
    let report = publish(&Order { replaces: true, ..order }).expect("asked for");
    assert!(!place.path("site/plans/relazione-2021-citta.json").exists());
    let of = |all: &[Entry]| all.iter().map(|plan| plan.file.clone()).collect::<Vec<_>>();
    assert_eq!(of(&report.all), ["relazione-2021-citta.txt"]);
    assert_eq!(report.replaced, ["relazione-2021-citta.json"]);
    assert_eq!(of(&place.index()), ["relazione-2021-citta.txt"]);
    assert!(!place.read("site/index.html").contains("citta.json"));
}

#[test]
fn the_name_of_a_file_names_nobody() {
    let place = Place::new("file-names");
    let order = |name: &str, level: Level| {
        fs::write(place.path(name), PLAN).expect("written");
        Order { plans: vec![place.path(name)], ..place.order(level) }
    };
    for name in ["Relazione Bianchi.json", "relazione_anna_bianchi.json", "BIANCHI-2021.json"] {
        for level in [Level::Figures, Level::WithoutNames] {
            let error = publish(&order(name, level)).expect_err("not published");
            assert!(matches!(&error, PublishError::Named { .. }), "{name}: {error}");
        }
    }
    assert!(!place.path("site").exists());
    publish(&order("Relazione Bianchi.json", Level::Everything)).expect("with names");
    publish(&order("Relazione di Sant'Anna.json", Level::WithoutNames))
        .expect("a saint is nobody of the plan");
}

#[test]
fn only_programs_of_the_page_are_taken_away() {
    let place = Place::new("programs");
    publish(&place.order(Level::default())).expect("published");
    let own = [
        "traguardi-f349d4ac4572d22a.js",
        "traguardi-reader-9faefea04ca82ab2_bg.wasm",
        "traguardi-desk-9faefea04ca82ab.js",
    ];
    let others = [
        "traguardi.txt",
        "traguardi-guida.html",
        "traguardi-2021.js",
        "traguardi-9faefea04ca82ab2.pdf",
        "traguardi-logo-9faefea04ca82ab2.js",
    ];
    for name in own.iter().chain(&others) {
        fs::write(place.path("site").join(name), "x").expect("written");
    }
    publish(&place.order(Level::default())).expect("again");
    let is_there = |name: &str| place.path("site").join(name).exists();
    assert!(own.iter().all(|name| !is_there(name)), "old programs go");
    for name in others {
        assert!(is_there(name), "{name}");
    }
}
