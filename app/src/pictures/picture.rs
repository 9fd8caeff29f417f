//! One picture: what it shows, of which place, drawn, and its table.

use store::published::Release;

use super::Table;
use super::drawing::{WIDTH, escaped};
use crate::parts::days;
use crate::site::visit::Visit;

/// What a picture shows. [`Kind::Places`] is a table only: boundaries for a map are not at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sankey,
    Loans,
    Bars,
    Line,
    Places,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Sankey, Self::Loans, Self::Bars, Self::Line, Self::Places];

    /// As it stands in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sankey => "sankey",
            Self::Loans => "loans",
            Self::Bars => "bars",
            Self::Line => "line",
            Self::Places => "places",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

pub struct Picture {
    pub kind: Kind,
    /// With the name of the place.
    pub title: String,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub description: String,
    /// None where the table is all there is.
    pub drawn: Option<Drawn>,
    pub table: Table,
}

pub struct Drawn {
    /// The shapes, without their frame.
    pub shapes: String,
    /// In pixels.
    pub height: i64,
}

/// Lines of text above and below the shapes, in pixels.
const HEAD: i64 = 44;
const FOOT: i64 = 40;

impl Picture {
    /// The whole file. It names its release and day wherever it is taken to.
    pub fn svg(&self, visit: &Visit, release: &Release) -> Option<String> {
        let drawn = self.drawn.as_ref()?;
        let (id, height) = (self.kind.code(), HEAD + drawn.height + FOOT);
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        let line = |y: i64, size: i64, text: &str| {
            format!(
                "<text x=\"4\" y=\"{y}\" font-size=\"{size}\" class=\"picture__text\" \
                 fill=\"#16181d\">{}</text>",
                escaped(text)
            )
        };
        let site = visit.say("site.name");
        let unit = visit.say("picture.unit");
        Some(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
             width=\"{WIDTH}\" height=\"{height}\" class=\"picture\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" font-family=\"sans-serif\" font-size=\"12\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>\
             <rect class=\"picture__page\" width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\
             {}{}<g transform=\"translate(4 {HEAD})\">{}</g>{}{}</svg>",
            line(16, 14, &self.title),
            line(34, 11, &unit),
            drawn.shapes,
            line(HEAD + drawn.height + 18, 10, &provenance(visit, release)),
            line(HEAD + drawn.height + 33, 10, &site),
        ))
    }
}

/// `截至 2026年9月30日 · 第 1 次公开 · 演示数据`
pub fn provenance(visit: &Visit, release: &Release) -> String {
    let day = days::said_text(visit, &release.as_of);
    let number = release.number.to_string();
    let of = visit.fill("picture.of_release", &[("number", &number), ("day", &day)]);
    format!("{of} · {}", visit.say("site.demo_badge"))
}
