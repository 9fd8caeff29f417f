//! Writes SVG. Colours stand as attributes, for the file alone, and each shape has a class, by which a
//! page paints it in its own colours. Nothing needs colour to be told apart: kinds differ in hatching,
//! outline and shape, and every one has its word and number.

use std::fmt::Write;

/// How wide every picture is, in pixels: a phone's width, so that its text stays readable there.
pub const WIDTH: i64 = 360;

const INK: &str = "#16181d";
const GREY: &str = "#4a5059";
const ACTUAL: &str = "#0b5c4b";
const PLAN: &str = "#c9d6d2";

/// How a shape is filled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// What is there.
    Solid,
    /// What was planned: light, with an outline.
    Light,
    /// What is on its way: hatched.
    Hatched,
    /// Money flowing between stops.
    Flow,
    /// Money that is not paid, or that nobody accounts for.
    FlowHatched,
}

/// A picture as it grows.
pub struct Drawing {
    /// Makes the names of its patterns its own among others on a page.
    id: &'static str,
    text: String,
}

impl Drawing {
    pub fn new(id: &'static str) -> Self {
        let mut text = String::new();
        let pattern = |name: &str, width: &str| {
            format!(
                "<pattern id=\"{id}-{name}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><path class=\"picture__hatch\" d=\"M0 0V5\" \
                 stroke=\"{ACTUAL}\" stroke-width=\"{width}\"/></pattern>"
            )
        };
        let _ = write!(text, "<defs>{}{}</defs>", pattern("dense", "4"), pattern("thin", "1.5"));
        Self { id, text }
    }

    pub fn finish(self) -> String {
        self.text
    }

    fn fill(&self, fill: Fill) -> String {
        match fill {
            Fill::Solid => format!("class=\"picture__solid\" fill=\"{ACTUAL}\""),
            Fill::Light => {
                format!("class=\"picture__light\" fill=\"{PLAN}\" stroke=\"{GREY}\"")
            }
            Fill::Hatched => {
                format!(
                    "class=\"picture__edge\" fill=\"url(#{}-dense)\" stroke=\"{GREY}\"",
                    self.id
                )
            }
            Fill::Flow => format!(
                "class=\"picture__flow\" fill=\"{PLAN}\" fill-opacity=\"0.7\" stroke=\"{GREY}\" \
                 stroke-width=\"0.4\""
            ),
            Fill::FlowHatched => format!(
                "class=\"picture__edge\" fill=\"url(#{}-thin)\" stroke=\"{GREY}\" \
                 stroke-width=\"0.4\"",
                self.id
            ),
        }
    }

    /// All in hundredths of a pixel; `said` is what a pointer resting on it shows.
    pub fn rect(&mut self, [x, y, width, height]: [i64; 4], fill: Fill, said: &str) {
        let fill = self.fill(fill);
        let _ = write!(
            self.text,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {fill}>{}</rect>",
            px(x),
            px(y),
            px(width),
            px(height),
            title(said)
        );
    }

    pub fn path(&mut self, d: &str, fill: Fill, said: &str) {
        let fill = self.fill(fill);
        let _ = write!(self.text, "<path d=\"{d}\" {fill}>{}</path>", title(said));
    }

    /// A line through points, whole or dashed.
    pub fn line(&mut self, points: &[(i64, i64)], is_dashed: bool) {
        let points: Vec<String> =
            points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
        let dash = if is_dashed { " stroke-dasharray=\"5 3\"" } else { "" };
        let _ = write!(
            self.text,
            "<polyline points=\"{}\" class=\"picture__line\" fill=\"none\" stroke=\"{ACTUAL}\" \
             stroke-width=\"2\"{dash}/>",
            points.join(" ")
        );
    }

    /// An axis or a ruling.
    pub fn rule(&mut self, [x, y, to_x, to_y]: [i64; 4]) {
        let _ = write!(
            self.text,
            "<path d=\"M{} {}L{} {}\" class=\"picture__rule\" stroke=\"{GREY}\" \
             stroke-width=\"0.5\"/>",
            px(x),
            px(y),
            px(to_x),
            px(to_y)
        );
    }

    /// Text that begins at a point; a halo keeps it readable on a shape.
    pub fn label(&mut self, x: i64, y: i64, text: &str) {
        self.text_at(x, y, text, "start", false);
    }

    pub fn strong(&mut self, x: i64, y: i64, text: &str) {
        self.text_at(x, y, text, "start", true);
    }

    pub fn label_to(&mut self, x: i64, y: i64, text: &str) {
        self.text_at(x, y, text, "end", false);
    }

    fn text_at(&mut self, x: i64, y: i64, text: &str, anchor: &str, is_strong: bool) {
        let weight = if is_strong { " font-weight=\"600\"" } else { "" };
        let anchor = if anchor == "end" { " text-anchor=\"end\"" } else { "" };
        let _ = write!(
            self.text,
            "<text x=\"{}\" y=\"{}\" class=\"picture__text\" fill=\"{INK}\" stroke=\"#ffffff\" \
             stroke-width=\"3\" paint-order=\"stroke\"{anchor}{weight}>{}</text>",
            px(x),
            px(y),
            escaped(text)
        );
    }
}

fn title(said: &str) -> String {
    if said.is_empty() { String::new() } else { format!("<title>{}</title>", escaped(said)) }
}

/// Hundredths as pixels: `1250` → `12.5`.
pub fn px(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        it if it % 10 == 0 => format!("{sign}{whole}.{}", it / 10),
        it => format!("{sign}{whole}.{it:02}"),
    }
}

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_written_as_short_as_they_are() {
        for (hundredths, text) in
            [(0, "0"), (1200, "12"), (1250, "12.5"), (1205, "12.05"), (-5, "-0.05")]
        {
            assert_eq!(px(hundredths), text);
        }
    }

    #[test]
    fn what_would_be_markup_is_text() {
        let mut drawing = Drawing::new("x");
        drawing.label(0, 0, "<b> & \"c\"");

        assert!(drawing.finish().contains("&lt;b&gt; &amp; &quot;c&quot;</text>"));
    }
}
