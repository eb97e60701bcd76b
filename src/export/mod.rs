// SPDX-License-Identifier: AGPL-3.0-or-later
//! From a plan and its figures to files that other programs read.
//!
//! Never here: saving them (see `ui`), and numbers rounded for people: full precision, `null` where nothing is known.
