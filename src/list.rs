// SPDX-License-Identifier: AGPL-3.0-or-later
//! A list of things that came from the reader as bytes: each becomes a value when it is first asked for.
//!
//! A plan of a hundred thousand objectives is open as soon as its figures are, and of its texts only those are made
//! that somebody looks at. Whoever wants all of them as a slice gets all of them, which takes as long as it always did.
//! A list that was never bytes is one of values from the start. Never here: what the things are.

mod packing;

pub use packing::{Packing, Parts};

use std::fmt;
use std::ops::{Deref, Index, Range};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use borsh::{BorshDeserialize, BorshSerialize, io};
use rustc_hash::FxHashSet;

/// Names that are there thousands of times and held once.
#[derive(Debug, Default)]
pub struct Names(FxHashSet<Arc<str>>);

impl Names {
    /// The same name, held once.
    pub fn share(&mut self, name: &mut Arc<str>) {
        match self.0.get(&**name) {
            Some(one) => *name = one.clone(),
            None => drop(self.0.insert(name.clone())),
        }
    }
}

/// A thing that a list can hold as bytes.
pub trait Item: BorshSerialize + BorshDeserialize + Default {
    /// Has its names held once.
    fn share(&mut self, _: &mut Names) {}
}

/// Columns of numbers as bytes: all of a column at once, where one number after the other takes ten times as long.
pub mod numbers {
    use borsh::{BorshDeserialize, BorshSerialize, io};

    /// Writes them.
    pub fn write<W: io::Write>(numbers: &[u32], writer: &mut W) -> io::Result<()> {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        bytes.serialize(writer)
    }

    /// Reads them.
    pub fn read<R: io::Read>(reader: &mut R) -> io::Result<Vec<u32>> {
        let bytes = Vec::<u8>::deserialize_reader(reader)?;
        Ok(traguardi_kernel::numbers(&bytes))
    }
}

/// A column of numbers.
#[derive(BorshSerialize, BorshDeserialize)]
pub(crate) struct Numbers(
    #[borsh(serialize_with = "numbers::write", deserialize_with = "numbers::read")] pub Vec<u32>,
);

/// Lists of numbers as two columns of them: how long each is, and all of them in a row.
pub(crate) mod lists {
    use borsh::io;

    use super::numbers;

    /// Writes them.
    pub fn write<W: io::Write, L: AsRef<[u32]>>(lists: &[L], writer: &mut W) -> io::Result<()> {
        let lists = || lists.iter().map(AsRef::as_ref);
        let lengths: Vec<u32> = lists().map(|list| list.len() as u32).collect();
        numbers::write(&lengths, writer)?;
        numbers::write(&lists().flatten().copied().collect::<Vec<_>>(), writer)
    }

    /// Reads them.
    pub fn read<R: io::Read, L: for<'l> From<&'l [u32]>>(reader: &mut R) -> io::Result<Vec<L>> {
        let lengths = numbers::read(reader)?;
        let all = numbers::read(reader)?;
        let mut rest = &*all;
        let mut next = |length: u32| {
            let (list, after) = rest.split_at_checked(length as usize)?;
            rest = after;
            Some(list.into())
        };
        let lists: Option<Vec<L>> = lengths.into_iter().map(&mut next).collect();
        lists.filter(|_| rest.is_empty()).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// Columns of yes and no as bytes.
pub mod flags {
    use borsh::{BorshDeserialize, BorshSerialize, io};

    /// Writes them.
    pub fn write<W: io::Write>(flags: &[bool], writer: &mut W) -> io::Result<()> {
        flags.iter().map(|flag| u8::from(*flag)).collect::<Vec<u8>>().serialize(writer)
    }

    /// Reads them.
    pub fn read<R: io::Read>(reader: &mut R) -> io::Result<Vec<bool>> {
        let bytes = Vec::<u8>::deserialize_reader(reader)?;
        Ok(bytes.into_iter().map(|byte| byte != 0).collect())
    }
}

/// Columns of large numbers as bytes.
pub mod large_numbers {
    use borsh::{BorshDeserialize, BorshSerialize, io};

    /// Writes them.
    pub fn write<W: io::Write>(numbers: &[i64], writer: &mut W) -> io::Result<()> {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        bytes.serialize(writer)
    }

    /// Reads them.
    pub fn read<R: io::Read>(reader: &mut R) -> io::Result<Vec<i64>> {
        let bytes = Vec::<u8>::deserialize_reader(reader)?;
        Ok(traguardi_kernel::large_numbers(&bytes))
    }
}

/// A list of things, some of which may still be bytes. Cheap to clone: what is shared is never changed.
pub struct List<T> {
    inner: Arc<Inner<T>>,
}

struct Inner<T> {
    /// All of them, once somebody wanted them all.
    all: OnceLock<Vec<T>>,
    packed: Option<Packed<T>>,
}

/// Things as bytes.
struct Packed<T> {
    keeper: Box<dyn Keeper>,
    /// Where each ends, from the start of what is kept.
    ends: Vec<u32>,
    /// Those that were asked for.
    made: Vec<OnceLock<Box<T>>>,
    names: Mutex<Names>,
}

/// Who keeps the bytes of a list: of objectives in the page, the browser does, so that opening need not copy them.
pub trait Keeper: Send + Sync {
    /// The bytes of a range; fewer where it has not so many.
    fn fetch(&self, range: Range<usize>) -> Vec<u8>;

    /// By which number it can be asked for all of them where they are, if that is outside of this memory.
    fn number(&self) -> Option<u32> {
        None
    }
}

/// For tests, and wherever else the bytes are at hand.
impl Keeper for Vec<u8> {
    fn fetch(&self, range: Range<usize>) -> Vec<u8> {
        self.get(range).unwrap_or_default().to_vec()
    }
}

/// How many bytes are fetched at once where all are wanted, and about how many a list is packed in parts of.
const PART: usize = 1 << 22;

/// A part of bytes that several lists share.
#[derive(Debug, Clone)]
pub struct Bytes {
    all: Arc<Vec<u8>>,
    from: usize,
    to: usize,
}

impl Bytes {
    /// All of these.
    pub fn new(all: Vec<u8>) -> Self {
        let to = all.len();
        Self { all: Arc::new(all), from: 0, to }
    }

    /// The bytes.
    pub fn get(&self) -> &[u8] {
        self.all.get(self.from..self.to).unwrap_or_default()
    }

    /// The first so many of them, which are taken away; `None` if there are not so many.
    pub fn take(&mut self, count: usize) -> Option<Self> {
        let at = self.from.checked_add(count).filter(|at| *at <= self.to)?;
        let taken = Self { to: at, ..self.clone() };
        self.from = at;
        Some(taken)
    }

    /// The value that they begin with, which is taken away; `None` if it is none.
    pub fn read<T: BorshDeserialize>(&mut self) -> Option<T> {
        let mut rest = self.get();
        let value = T::deserialize(&mut rest).ok()?;
        self.from = self.to - rest.len();
        Some(value)
    }
}

impl Keeper for Bytes {
    fn fetch(&self, range: Range<usize>) -> Vec<u8> {
        self.get().get(range).unwrap_or_default().to_vec()
    }
}

impl<T: Item> Packed<T> {
    /// Where the bytes of one are.
    fn range(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    /// How many bytes all of them are.
    fn length(&self) -> usize {
        self.ends.last().map_or(0, |end| *end as usize)
    }

    fn make(&self, at: usize) -> T {
        self.value(&self.keeper.fetch(self.range(at)))
    }

    /// All of them. Their bytes are fetched in parts: asking for each would take longer than making it.
    fn make_all(&self) -> Vec<T> {
        let (mut part, mut from) = (Vec::new(), 0);
        let last = self.length();
        let one = |at: usize| {
            let range = self.range(at);
            if range.end > from + part.len() {
                from = range.start;
                part = self.keeper.fetch(from..range.end.max(last.min(from + PART)));
            }
            self.value(part.get(range.start - from..range.end - from).unwrap_or_default())
        };
        (0..self.ends.len()).map(one).collect()
    }

    /// Of no bytes, the default. The reader wrote them a moment ago, in another memory of the same programs: they are what
    /// it wrote.
    fn value(&self, mut bytes: &[u8]) -> T {
        let mut value = T::deserialize(&mut bytes).unwrap_or_default();
        value.share(&mut self.names.lock().unwrap_or_else(PoisonError::into_inner));
        value
    }

    fn list(keeper: Box<dyn Keeper>, ends: Vec<u32>) -> List<T> {
        let made = ends.iter().map(|_| OnceLock::new()).collect();
        let packed = Packed { keeper, ends, made, names: Mutex::default() };
        List { inner: Arc::new(Inner { all: OnceLock::new(), packed: Some(packed) }) }
    }
}

impl<T: Item> List<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.inner.packed {
            Some(packed) => packed.ends.len(),
            None => self.inner.all.get().map_or(0, Vec::len),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The one at a place, and no other.
    pub fn get(&self, at: usize) -> Option<&T> {
        let Inner { all, packed } = &*self.inner;
        match (all.get(), packed) {
            (Some(all), _) => all.get(at),
            (None, Some(packed)) => Some(packed.made.get(at)?.get_or_init(|| Box::new(packed.make(at)))),
            (None, None) => None,
        }
    }

    /// Whether two are the same list, and not only alike.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    /// Whether none of them is only bytes any more.
    pub fn is_whole(&self) -> bool {
        self.inner.all.get().is_some()
    }

    /// All of them as values of their own; where nobody else has the list, without copying any.
    pub fn into_vec(self) -> Vec<T>
    where
        T: Clone,
    {
        match Arc::try_unwrap(self.inner) {
            Ok(Inner { all, packed }) => {
                all.into_inner().or_else(|| Some(packed?.make_all())).unwrap_or_default()
            }
            Err(inner) => Self { inner }.to_vec(),
        }
    }

    /// All of them, to be changed; where others share the list, they keep it as it was.
    pub fn to_mut(&mut self) -> &mut Vec<T>
    where
        T: Clone,
    {
        let is_own = self.inner.packed.is_none() && Arc::get_mut(&mut self.inner).is_some();
        if !is_own {
            *self = self.to_vec().into();
        }
        let inner = Arc::get_mut(&mut self.inner).and_then(|inner| inner.all.get_mut());
        // Made a line ago.
        inner.expect("a list of its own")
    }

    /// Its things as bytes, for [`List::kept_by`]: those in which they came, so that none becomes a value; or, of one that
    /// never was bytes, new ones.
    pub fn bytes(&self) -> (Vec<u8>, Vec<u8>) {
        let list = self.as_bytes();
        let Some(packed) = &list.inner.packed else { return Default::default() };
        (packed.keeper.fetch(0..packed.length()), Parts::of(&packed.ends).ends())
    }

    /// The list as one that is bytes, as it is if it came so.
    pub fn as_bytes(&self) -> Self {
        if self.inner.packed.is_some() {
            return self.clone();
        }
        let mut packing = Packing::default();
        self.iter().for_each(|item| packing.push(item));
        packing.list()
    }

    /// The number by which somebody outside of this memory keeps the bytes, and where each thing ends, as bytes.
    pub fn kept_outside(&self) -> Option<(u32, Vec<u8>)> {
        let packed = self.inner.packed.as_ref()?;
        Some((packed.keeper.number()?, Parts::of(&packed.ends).ends()))
    }

    /// The list as bytes; one that came as bytes as these.
    pub fn pack(&self, into: &mut Vec<u8>) -> io::Result<()> {
        if let Some(packed) = &self.inner.packed {
            let bytes = packed.keeper.fetch(0..packed.length());
            into.extend((bytes.len() as u64).to_le_bytes());
            into.extend(bytes);
            return numbers::write(&packed.ends, into);
        }
        let mut ends = Vec::with_capacity(self.len());
        let (head, begin) = (into.len(), into.len() + 8);
        into.resize(begin, 0);
        let mut nothing = Vec::new();
        T::default().serialize(&mut nothing)?;
        for item in self.iter() {
            let from = into.len();
            item.serialize(into)?;
            // What says nothing takes no bytes.
            if into.get(from..) == Some(&*nothing) {
                into.truncate(from);
            }
            let end = u32::try_from(into.len() - begin).map_err(|_| io::ErrorKind::OutOfMemory)?;
            ends.push(end);
        }
        let length = (into.len() - begin) as u64;
        into[head..begin].copy_from_slice(&length.to_le_bytes());
        Numbers(ends).serialize(into)
    }

    /// The list that bytes begin with, which are taken away; `None` if they are none.
    pub fn unpack(from: &mut Bytes) -> Option<Self> {
        let length: u64 = from.read()?;
        let bytes = from.take(usize::try_from(length).ok()?)?;
        let Numbers(ends) = from.read()?;
        let whole = ends.is_sorted() && u64::from(ends.last().copied().unwrap_or_default()) == length;
        whole.then(|| Packed::list(Box::new(bytes), ends))
    }

    /// The list of which somebody keeps so many bytes, and these say where each ends; `None` if they are none.
    pub fn kept_by(keeper: Box<dyn Keeper>, length: usize, ends: Vec<u8>) -> Option<Self> {
        let mut ends = Bytes::new(ends);
        let Numbers(all) = ends.read()?;
        let last = all.last().map_or(0, |end| *end as usize);
        let whole = ends.get().is_empty() && all.is_sorted() && last == length;
        whole.then(|| Packed::list(keeper, all))
    }
}

impl<T: Item> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        let Inner { all, packed } = &*self.inner;
        all.get_or_init(|| packed.as_ref().map(Packed::make_all).unwrap_or_default())
    }
}

impl<T: Item> Index<usize> for List<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        self.get(at).expect("a place in the list")
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(all: Vec<T>) -> Self {
        Self { inner: Arc::new(Inner { all: OnceLock::from(all), packed: None }) }
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        Self { inner: self.inner.clone() }
    }
}

impl<T: Item + PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || **self == **other
    }
}

impl<T: Item + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// Written out in full, for comparing and keeping; what crosses is [`List::pack`]ed.
impl<T: Item> BorshSerialize for List<T> {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        (**self).serialize(writer)
    }
}

impl<T: Item> BorshDeserialize for List<T> {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        Vec::deserialize_reader(reader).map(Into::into)
    }
}
