// SPDX-License-Identifier: AGPL-3.0-or-later
//! All browser tests, in one program: a Firefox that is kept from test to test is then started once or twice, and what
//! drives browsers is linked once. `cargo test -p traguardi-browser-tests share::` runs one file.

mod a_link_opens;
mod accessibility;
mod bad_files;
mod beyond;
mod charts;
mod corrections;
mod desk;
mod explain;
mod filters;
mod findings;
mod grid;
mod halves;
mod harness;
mod keyboard;
mod languages_and_themes;
mod large;
mod main_job;
mod method;
mod opening;
mod people;
mod print;
mod privacy;
mod progress;
mod published;
mod recent;
mod refused;
mod report;
mod room;
mod share;
mod sitting;
mod start;
mod table;
mod take_away;
mod timing;
mod view;
