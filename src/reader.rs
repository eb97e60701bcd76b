// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reader: a program of its own that reads files beside the page, in a worker.
//!
//! The page answers while it works, and a file that is too much for it takes nothing down: the page starts another one.
//! `reader.js` hands it the bytes of a file, and its answer to the page (see `ui/reader.rs`). Never here: anything of a
//! browser. It can ask for nothing, and send nothing but three numbers: how far it is.

#[cfg(target_arch = "wasm32")]
mod worker {
    use std::cell::RefCell;

    use traguardi::crossing::Answer;
    use traguardi::document::{PRACTICE, PRACTICE_LINK, REHEARSALS};
    use traguardi::halves::{First, Second};
    use traguardi::prepared::Prepared;
    use traguardi::progress::Progress;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        /// In `reader.js`: tells the page how far it is.
        fn progress(of_texts: bool, share: f64, objectives: u32);
    }

    /// Passes on how far it is.
    pub fn tell(told: Progress) {
        progress(told.of_texts, told.share, told.objectives);
    }

    /// Has memory ready for reading so many bytes: growing it a little at a time, thousands of times, takes as long as
    /// reading does. What is not used costs nothing, and where so much is not to be had it grows as it must.
    fn make_room(bytes: usize) {
        const TIMES: usize = 4;
        let mut room: Vec<u8> = Vec::new();
        drop(room.try_reserve_exact(bytes.saturating_mul(TIMES)));
        // Memory that was had once stays; without this, the compiler would see that nothing is done with it.
        drop(std::hint::black_box(room));
    }

    thread_local! {
        /// What was read last, piece by piece on its way to the page.
        static ANSWER: RefCell<Option<Answer>> = const { RefCell::new(None) };
    }

    /// Reads a file, as far as figures need it: all of the answer but its objectives.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8], name: &str) -> Vec<u8> {
        make_room(bytes.len());
        let answer = Answer::new(Prepared::begin(bytes, name));
        let head = answer.head();
        ANSWER.set(Some(answer));
        head
    }

    thread_local! {
        /// The half of a file that was read.
        static FIRST: RefCell<Option<First>> = const { RefCell::new(None) };
        static SECOND: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
    }

    /// Reads the first half of a file of so many bytes, if it can be read in halves: see [`First::read`].
    #[wasm_bindgen]
    pub fn first(bytes: &[u8], middle: usize, seen: usize, size: usize) -> bool {
        make_room(size);
        let first = First::read(bytes, middle, seen);
        let is_read = first.is_some();
        FIRST.set(first);
        is_read
    }

    /// Reads the second half, for another reader: all of it but its objectives (see [`Second::read`]).
    #[wasm_bindgen]
    pub fn second(head: &[u8], bytes: &[u8], seen: usize) -> Option<Vec<u8>> {
        make_room(bytes.len());
        let (second, parts) = Second::read(head, bytes, seen)?.pack();
        SECOND.set(parts);
        Some(second)
    }

    /// A part of the objectives of the second half, from the last on; none after the first.
    #[wasm_bindgen]
    pub fn hand_over() -> Option<Vec<u8>> {
        SECOND.with_borrow_mut(Vec::pop)
    }

    /// Takes such a part, from the first on.
    #[wasm_bindgen]
    pub fn take_over(part: Vec<u8>) {
        SECOND.with_borrow_mut(|parts| parts.push(part));
    }

    /// What both halves are together, as [`read`] says it; nothing where they are none of one plan.
    #[wasm_bindgen]
    pub fn join(second: &[u8], name: &str) -> Option<Vec<u8>> {
        let second = Second::unpack(second, SECOND.take())?;
        let answer = Answer::new(Ok(FIRST.take()?.join(second, name)?));
        let head = answer.head();
        ANSWER.set(Some(answer));
        Some(head)
    }

    /// The next of its objectives; none after the last.
    #[wasm_bindgen]
    pub fn part() -> Option<Vec<u8>> {
        ANSWER.with_borrow_mut(|answer| answer.as_mut()?.part())
    }

    /// Where each of them ends.
    #[wasm_bindgen]
    pub fn ends() -> Vec<u8> {
        ANSWER.with_borrow_mut(|answer| answer.as_mut().map(Answer::ends)).unwrap_or_default()
    }

    /// Reads the texts that are still to be read, if any are: the last piece.
    #[wasm_bindgen]
    pub fn rest() -> Option<Vec<u8>> {
        ANSWER.take()?.rest()
    }

    /// The head of the answer to each plan that is read for exercise, by its number; none after the last.
    #[wasm_bindgen]
    pub fn rehearse(at: usize) -> Option<Vec<u8>> {
        REHEARSALS.get(at).map(|text| read(text.as_bytes(), ""))
    }

    /// Reads a plan of some objectives, for exercise, now and then in halves, or one that a link carries: what a browser has
    /// run often enough it compiles to run fast.
    #[wasm_bindgen]
    pub fn practise(step: usize) {
        let [head, record, tail] = PRACTICE;
        let text = match step % 8 {
            0 => PRACTICE_LINK.to_owned(),
            _ => [head, &vec![record; 64].join(","), tail].concat(),
        };
        let (bytes, middle) = (text.as_bytes(), text.len() / 2);
        if step % 2 == 1
            && first(bytes, middle, middle, 0)
            && let Some(half) = second(bytes, &bytes[middle..], middle)
        {
            drop((join(&half, ""), part(), ends()));
        }
        drop((read(bytes, ""), part(), ends()));
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        traguardi::progress::listen(worker::tell);
    }
}
