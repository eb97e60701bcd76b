// SPDX-License-Identifier: AGPL-3.0-or-later
//! The short link to a plan that lies beside the page: its address there, with the view.
//!
//! Never here: a link that carries a plan.

use leptos::prelude::*;

use super::Sharing;
use crate::locale::hosted::words;
use crate::share::{Hosted, join};
use crate::ui::button::button;
use crate::ui::{history, take_away};
use crate::view::address;

impl Sharing {
    /// The short link and a button that copies it, where the plan was opened from beside the page.
    pub(super) fn short(self) -> Option<AnyView> {
        let document = self.document.get_value();
        let data = document.address.as_ref().map(|address| address.data.clone())?;
        Hosted::of(&data)?.ok()?;
        let view = self.addressed(address::write(&self.page.view(), &document));
        let link = format!("{}#{}", history::place(), join(&data, &view));
        let own = words(self.language);
        let shown = link.clone();
        let (page, copied, refused) = (self.page, self.own.copied, self.own.not_copied);
        let copy = move || take_away::copy_text(page, &link, copied, refused);
        Some(
            view! {
                <section class="share-short">
                    <h3>{own.short}</h3>
                    <p class="fine">{own.short_why}</p>
                    <p class="share-link" data-share-short tabindex="0" translate="no">{shown}</p>
                    {button("button", "share-copy-short", own.copy_short, copy)}
                </section>
            }
            .into_any(),
        )
    }
}
