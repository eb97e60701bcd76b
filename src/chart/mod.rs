// SPDX-License-Identifier: AGPL-3.0-or-later
//! From figures to a Scene: one drawing that serves the page, the keyboard, the tooltip, the table twin and the export.
//!
//! Never here: the browser, a colour (a Scene speaks in inks; the theme makes colours of them), a pixel density.
