// SPDX-License-Identifier: AGPL-3.0-or-later
//! Traguardi, the map of the crate.
