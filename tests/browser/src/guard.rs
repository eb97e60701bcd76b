// SPDX-License-Identifier: AGPL-3.0-or-later
//! Ends a browser that outlives the tests. Those that wait for another test are still there when a program of tests
//! ends, which runs nothing more of it then: a shell waits for that end, however it comes, and clears away.

use crate::browser::Driver;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Its input ends when the program of tests does.
const SCRIPT: &str = "read -r _; kill -s KILL -- \"-$1\"; rm -rf -- \"$2\"";

/// Waits for the end of the tests.
pub(crate) struct Guard(Child);

impl Guard {
    /// Guards a driver that leads a process group, and the folder of its profiles.
    ///
    /// # Panics
    /// If there is no shell.
    pub(crate) fn start(driver: &Driver, folder: &Path) -> Self {
        let child = Command::new("sh")
            .args(["-c", SCRIPT, "guard", &driver.group().to_string()])
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Whoever stops the tests at a terminal does not stop this.
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("sh does not start: {error}"));
        Self(child)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // The driver was ended by its own: there is nothing left to guard.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
