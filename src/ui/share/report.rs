// SPDX-License-Identifier: AGPL-3.0-or-later
//! A report of what goes out at the level that was chosen: saved as a file, or printed.
//!
//! Never here: what is in it (see `report`, in the desk), and how it comes on paper (see `paper`).

use leptos::prelude::*;

use super::Sharing;
use crate::desk::{Order, Task, value};
use crate::export::FileKind;
use crate::locale::desk::desk as desk_words;
use crate::locale::report::{ReportWords, words};
use crate::locale::take_away::words as take_away_words;
use crate::report::Report;
use crate::ui::button::button;
use crate::ui::{browser, desk, history, paper, save, take_away};

impl Sharing {
    /// The ways to have a report.
    pub(super) fn report(self) -> AnyView {
        let own: &ReportWords = words(self.language);
        let download = move |_| self.make_report(false);
        view! {
            <section class="share-report" aria-labelledby="share-report-title">
                <h3 id="share-report-title">{own.title}</h3>
                <p class="fine">{own.help}</p>
                <div class="buttons">
                    <button type="button" class="button" data-download="report-html" on:click=download>{own.download}</button>
                    {button("button", "print-report", own.print, move || self.make_report(true))}
                </div>
                <p role="status">{move || self.reporting.get()}</p>
            </section>
        }
        .into_any()
    }

    /// Has a report made, for paper or as a file.
    fn make_report(self, is_for_paper: bool) {
        let (level, document) = (self.level.get_untracked(), self.document.get_value());
        self.reporting.set(words(self.language).making.to_owned());
        let task = if is_for_paper { Task::Report(level) } else { Task::ReportHtml(level) };
        let order = self.order(task);
        let name = self.file_name(&format!("report-{}", level.code()), FileKind::Html);
        browser::spawn(async move {
            let fonts = take_away::fonts(true).await;
            let order = Order { text: history::place(), fonts, ..order };
            let made = desk::make(&order, &document).await.ok();
            let said = match (made, is_for_paper) {
                (Some(bytes), true) => match value::<Report>(bytes.to_vec()) {
                    Some(report) => paper::print(&report).await.map(|()| String::new()),
                    None => None,
                },
                (Some(bytes), false) => save::file_of(&bytes, FileKind::Html).map(|file| {
                    save::save(&name, &file);
                    (take_away_words(self.language).saved)(&name)
                }),
                (None, _) => None,
            };
            // The dialog may be closed by now.
            let not_made = || {
                let desk = desk_words(self.language);
                [words(self.language).not_made, desk.not_made_why, desk.not_made_todo].join(" ")
            };
            self.reporting.try_set(said.unwrap_or_else(not_made));
            self.page.settle(None);
        });
    }
}
