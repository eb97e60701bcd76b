// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a report is made of: elements of a few kinds, texts, drawings. One tree serves the file and the paper.
//!
//! Whoever writes it out or puts it on the page can make nothing but what is named here: no script, no style, no address
//! but a place in the report itself. Never here: a text that is markup.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::export::chart_svg::{Font, base64, font_faces};
use crate::locale::Language;

/// Kinds with the names that they have in HTML.
macro_rules! named {
    ($(#[$about:meta])* $kind:ident, $of:literal: $($one:ident $name:literal),+ $(,)?) => {
        $(#[$about])*
        #[allow(missing_docs)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
        pub enum $kind {
            $($one,)+
        }

        impl $kind {
            #[doc = $of]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$one => $name,)+
                }
            }
        }
    };
}

named! {
    /// The elements there are.
    Tag, "The name of the element.":
    A "a", Article "article", Bdi "bdi", Blockquote "blockquote", Caption "caption", Code "code", Dd "dd",
    Div "div", Dl "dl", Dt "dt", Figcaption "figcaption", Figure "figure", H1 "h1", H2 "h2", H3 "h3",
    H4 "h4", Header "header", Img "img", Li "li", Mark "mark", Nav "nav", Ol "ol", P "p", Section "section",
    Span "span", Strong "strong", Table "table", Tbody "tbody", Td "td", Th "th", Thead "thead", Tr "tr",
    Ul "ul",
}

named! {
    /// The attributes there are.
    Attribute, "The name of the attribute.":
    Alt "alt", Class "class", Dir "dir", Hidden "aria-hidden", Href "href", Id "id",
    Labelledby "aria-labelledby", Lang "lang", Role "role", Scope "scope", Src "src", Tabindex "tabindex",
}

/// What a drawing is at an address.
const DRAWING: &str = "data:image/svg+xml;base64,";

impl Attribute {
    /// Whether it may have this value: an address is a place in the report, or a drawing that is in it.
    pub fn allows(self, value: &str) -> bool {
        match self {
            Self::Href => value.starts_with('#'),
            Self::Src => value.starts_with(DRAWING),
            _ => true,
        }
    }
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Node {
    /// A text, as it is.
    Text(String),
    /// An element, with what is in it.
    Element(Element),
    /// A drawing of our own, as an SVG element.
    Drawing {
        /// The element.
        svg: String,
        /// What it shows, in words.
        alt: String,
    },
}

/// An element.
#[derive(Debug, Clone, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Element {
    /// Which one.
    pub tag: Tag,
    /// Its attributes.
    pub attributes: Vec<(Attribute, String)>,
    /// What is in it.
    pub inside: Vec<Node>,
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// An element with this in it.
pub fn element(tag: Tag, inside: Vec<Node>) -> Element {
    Element { tag, attributes: Vec::new(), inside }
}

/// An element with one text in it.
pub fn said(tag: Tag, text: impl Into<Node>) -> Element {
    element(tag, vec![text.into()])
}

/// A text, which turns no writing around it.
pub fn quoted(text: &str) -> Node {
    said(Tag::Bdi, text).into()
}

impl Element {
    /// The same with an attribute.
    pub fn with(mut self, attribute: Attribute, value: impl Into<String>) -> Self {
        self.attributes.push((attribute, value.into()));
        self
    }

    /// The same with a name by which other parts of the report lead to it.
    pub fn named(self, name: &str) -> Self {
        self.with(Attribute::Id, format!("{NAMES}{name}"))
    }

    /// The same leading to what has a name.
    pub fn leading_to(self, name: &str) -> Self {
        self.with(Attribute::Href, format!("#{NAMES}{name}"))
    }

    /// The same, called what stands in the part of this name.
    pub fn called(self, name: &str) -> Self {
        self.with(Attribute::Labelledby, format!("{NAMES}{name}"))
    }

    /// The same of some classes, called otherwise than any of the page's, on which a report may stand.
    pub fn class(self, classes: &str) -> Self {
        let classes: Vec<_> = classes.split_whitespace().map(|class| format!("{CLASSES}{class}")).collect();
        self.with(Attribute::Class, classes.join(" "))
    }
}

/// The same for the page to put on paper, where a drawing is a picture, with these fonts in it.
pub fn for_paper(nodes: &mut [Node], fonts: &[Font]) {
    let faces = font_faces(fonts);
    let style = if faces.is_empty() { faces } else { format!("<style>{faces}</style>") };
    put_pictures(nodes, &style);
}

fn put_pictures(nodes: &mut [Node], style: &str) {
    for node in nodes {
        match node {
            Node::Element(element) => put_pictures(&mut element.inside, style),
            Node::Drawing { svg, alt } => {
                let svg = match svg.split_once('>') {
                    Some((start, rest)) => format!("{start}>{style}{rest}"),
                    None => std::mem::take(svg),
                };
                let mut address = DRAWING.to_owned();
                base64(&mut address, svg.as_bytes());
                let image = element(Tag::Img, Vec::new()).with(Attribute::Src, address);
                *node = image.with(Attribute::Alt, std::mem::take(alt)).into();
            }
            Node::Text(_) => {}
        }
    }
}

/// What stands before every name: a report may stand on the page, which has names of its own.
const NAMES: &str = "report-";

/// What stands before every class.
const CLASSES: &str = "r-";

/// A table of so many rows stays on one sheet; a longer one would leave half a sheet empty before it.
const SHORT: usize = 8;

/// What is scrolled sideways where a screen is narrow, by keys as well, called what stands in the part of this name.
pub fn scrolled(name: &str, inside: Node) -> Element {
    let all = element(Tag::Div, vec![inside]).class("scroll").with(Attribute::Role, "group");
    all.with(Attribute::Tabindex, "0").called(name)
}

/// What a cell of a table says.
pub struct Cell {
    /// The text.
    pub text: String,
    /// Its language, where it is another than the report's.
    pub language: Option<Language>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, language: None }
    }
}

/// A table of a name: its caption, its heads, its rows. The first cell of a row that says something is its head; columns
/// from `numbers` on hold numbers.
pub fn table(
    name: &str,
    caption: &str,
    heads: &[&str],
    numbers: usize,
    rows: Vec<Vec<impl Into<Cell>>>,
) -> Element {
    let class = |at: usize| match at {
        // Codes stand before names.
        0 if numbers == 2 && heads.len() > 2 => "narrow",
        at if at >= numbers => "number",
        _ => "",
    };
    let head = |(at, text): (usize, &&str)| {
        said(Tag::Th, *text).with(Attribute::Scope, "col").class(class(at)).into()
    };
    let cell = |at: usize, Cell { text, language }: Cell, is_head: bool| -> Node {
        let said = said(Tag::Bdi, text.as_str());
        let said = match language {
            Some(language) => said.with(Attribute::Lang, language.tag()),
            None => said,
        };
        let inside = if text.is_empty() { Vec::new() } else { vec![said.into()] };
        match is_head {
            true => element(Tag::Th, inside).with(Attribute::Scope, "row").class(class(at)).into(),
            false => element(Tag::Td, inside).class(class(at)).into(),
        }
    };
    let row = |cells: Vec<Cell>| -> Node {
        // A row without a code is headed by its name.
        let head = cells.iter().position(|cell| !cell.text.is_empty());
        let cells = cells.into_iter().enumerate().map(|(at, one)| cell(at, one, head == Some(at)));
        element(Tag::Tr, cells.collect()).into()
    };
    let class = if rows.len() <= SHORT { "short" } else { "" };
    let rows = rows.into_iter().map(|cells| row(cells.into_iter().map(Into::into).collect()));
    let heads = element(Tag::Tr, heads.iter().enumerate().map(head).collect());
    let table = element(
        Tag::Table,
        vec![
            said(Tag::Caption, caption).named(name).into(),
            element(Tag::Thead, vec![heads.into()]).into(),
            element(Tag::Tbody, rows.collect()).into(),
        ],
    )
    .class(class);
    scrolled(name, table.into())
}

/// Names with their values.
pub fn facts(all: impl IntoIterator<Item = (String, Vec<Node>)>) -> Element {
    let fact = |(name, value): (String, Vec<Node>)| -> Node {
        element(Tag::Div, vec![said(Tag::Dt, name).into(), element(Tag::Dd, value).into()]).into()
    };
    element(Tag::Dl, all.into_iter().map(fact).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_nowhere_else() {
        assert!(Attribute::Href.allows("#objectives") && !Attribute::Href.allows("https://example.org/"));
        assert!(
            !Attribute::Src.allows("https://example.org/a.svg") && !Attribute::Src.allows("data:text/html,x")
        );
        let drawing = Node::Drawing { svg: "<svg a=\"b\"><g/></svg>".into(), alt: "what it shows".into() };
        let mut nodes = vec![element(Tag::Figure, vec![drawing]).into()];
        for_paper(&mut nodes, &[]);
        let Node::Element(Element { inside, .. }) = &nodes[0] else { panic!("a figure") };
        let Node::Element(image) = &inside[0] else { panic!("a picture") };
        assert!(image.attributes.iter().all(|(attribute, value)| attribute.allows(value)));
    }
}
