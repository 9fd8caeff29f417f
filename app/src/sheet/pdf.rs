//! `/r/{code}/notice-sheet.pdf`: the same sheet as PDF, with the letters that it uses embedded.

use anyhow::{Context, anyhow};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use krilla::Document;
use krilla::color::luma;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use qrcode::{Color, EcLevel, QrCode};
use ttf_parser::Face;

use super::content::Sheet;
use super::fit::lines;
use super::font::FontFile;
use super::layout::{CELL_GAP, CELL_SIDE, COLUMNS, LEADING, MARGIN, PAGE, TEXT};
use super::page::none;
use crate::site::error::PageError;
use crate::site::page::page;
use crate::site::visit::Visit;

/// The side of the code to scan with its quiet zone, 30 mm.
const CODE: f32 = 85.0;

pub async fn show(visit: Visit, Path(code): Path<String>) -> Response {
    let drawn = async {
        let Some(font) = visit.portal.settings.font.clone() else { return Ok(None) };
        let sheet = Sheet::load(&visit, &code).await?;
        let language = visit.language().tag();
        let drawing = tokio::task::spawn_blocking(move || write(&sheet, &font, language));
        let pdf = drawing.await.map_err(|error| PageError::Internal(error.into()))??;
        Ok::<_, PageError>(Some(pdf))
    };
    match drawn.await {
        Ok(Some(pdf)) => sent(&visit, &code, pdf),
        Ok(None) => {
            page(&visit, async { Ok(none(&visit, &code).with_status(StatusCode::NOT_FOUND)) }).await
        }
        Err(error) => crate::site::page::error_page(&visit, &error),
    }
}

fn sent(visit: &Visit, code: &str, pdf: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(pdf));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let name = format!("inline; filename=\"notice-{digits}-{}.pdf\"", visit.release_number());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// One page of A4.
///
/// # Errors
/// The font has gone or is broken.
fn write(sheet: &Sheet, file: &FontFile, language: &str) -> anyhow::Result<Vec<u8>> {
    let data = file.read()?;
    let face = Face::parse(&data, file.index).context("understand the font")?;
    let font =
        Font::new(data.clone().into(), file.index).ok_or_else(|| anyhow!("the font is broken"))?;
    let mut document = Document::new();
    let metadata = Metadata::new().title(sheet.title.clone()).language(language.to_owned());
    document.set_metadata(metadata);
    let (width, height) = PAGE;
    let settings = PageSettings::from_wh(width, height).context("A4 is a size")?;
    let mut page = document.start_page_with(settings);
    {
        let mut pen = Pen { surface: page.surface(), font, face: &face, top: MARGIN };
        pen.sheet(sheet)?;
    }
    page.finish();
    document.finish().map_err(|error| anyhow!("write the PDF: {error:?}"))
}

/// Writes downwards from the top.
struct Pen<'s, 'a, 'f> {
    surface: Surface<'s>,
    font: Font,
    face: &'a Face<'f>,
    top: f32,
}

impl Pen<'_, '_, '_> {
    fn sheet(&mut self, sheet: &Sheet) -> anyhow::Result<()> {
        self.paragraph(&sheet.title, 15.0, 20.0);
        self.paragraph(&sheet.about, 8.5, 11.5);
        self.paragraph(&sheet.period, 10.0, 14.0);
        self.paragraph(&sheet.households, 8.5, 11.5);
        self.paragraph(&sheet.ask, 8.5, 11.5);
        self.top += 3.0;
        self.row(&sheet.headings);
        for row in &sheet.rows {
            self.row(row);
        }
        self.line(self.top, MARGIN, PAGE.0 - MARGIN);
        self.top += 3.0;
        if let Some(rest) = &sheet.rest {
            self.paragraph(rest, 9.0, 12.0);
        }
        if !sheet.funds.is_empty() {
            self.top += 3.0;
            self.paragraph(&sheet.funds_title, 9.0, 12.5);
            for fund in &sheet.funds {
                self.paragraph(fund, TEXT, LEADING);
            }
        }
        self.foot(sheet)
    }

    /// Contacts on the left and the code to scan on the right, at the bottom of the page.
    fn foot(&mut self, sheet: &Sheet) -> anyhow::Result<()> {
        let top = PAGE.1 - MARGIN - CODE - LEADING;
        let side = PAGE.0 - MARGIN - CODE;
        self.top = top;
        self.line(top, MARGIN, PAGE.0 - MARGIN);
        self.top += 3.0;
        let room = side - MARGIN - 8.0;
        for contact in sheet.contacts.iter().chain([&sheet.scan]) {
            self.within(contact, 9.0, 12.5, MARGIN, room);
        }
        self.within(&sheet.address, 7.0, 9.0, MARGIN, room);
        self.code(&sheet.address, side, top + 3.0)
    }

    fn paragraph(&mut self, text: &str, size: f32, leading: f32) {
        self.within(text, size, leading, MARGIN, PAGE.0 - 2.0 * MARGIN);
    }

    fn within(&mut self, text: &str, size: f32, leading: f32, left: f32, width: f32) {
        for line in self.broken(text, size, width) {
            self.text(&line, size, left, self.top + leading * 0.8);
            self.top += leading;
        }
    }

    fn row(&mut self, cells: &[String; COLUMNS.len()]) {
        let top = self.top;
        self.line(top, MARGIN, PAGE.0 - MARGIN);
        let mut left = MARGIN;
        let mut n_lines = 1;
        for (cell, width) in cells.iter().zip(COLUMNS) {
            let width = points(width) * TEXT / 1_000.0;
            let lines = self.broken(cell, TEXT, width);
            for (n, line) in lines.iter().enumerate() {
                let n = u16::try_from(n).unwrap_or(u16::MAX);
                let base = top + CELL_GAP / 2.0 + LEADING * (f32::from(n) + 0.8);
                self.text(line, TEXT, left + CELL_SIDE, base);
            }
            n_lines = n_lines.max(lines.len());
            left += width + 2.0 * CELL_SIDE;
        }
        let n_lines = f32::from(u16::try_from(n_lines).unwrap_or(u16::MAX));
        self.top += n_lines * LEADING + CELL_GAP;
    }

    fn broken(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width of the page in thousandths of its letters is small and above zero"
        )]
        let width = (width / size * 1_000.0).max(1.0) as u32;
        lines(text, width, &|it| self.advance(it))
    }

    /// In thousandths of the size.
    fn advance(&self, letter: char) -> u32 {
        let glyph = self.face.glyph_index(letter).unwrap_or_default();
        let units = u32::from(self.face.glyph_hor_advance(glyph).unwrap_or(0));
        units * 1_000 / u32::from(self.face.units_per_em().max(1))
    }

    fn text(&mut self, text: &str, size: f32, left: f32, base: f32) {
        let glyphs: Vec<KrillaGlyph> = text
            .char_indices()
            .map(|(at, letter)| {
                let glyph = self.face.glyph_index(letter).unwrap_or_default();
                let advance = points(self.advance(letter)) / 1_000.0;
                let range = at..at + letter.len_utf8();
                KrillaGlyph::new(
                    GlyphId::new(u32::from(glyph.0)),
                    advance,
                    0.0,
                    0.0,
                    0.0,
                    range,
                    None,
                )
            })
            .collect();
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(black()));
        let start = Point::from_xy(left, base);
        self.surface.draw_glyphs(start, &glyphs, self.font.clone(), text, size, false);
    }

    fn line(&mut self, top: f32, from: f32, to: f32) {
        let mut path = PathBuilder::new();
        path.move_to(from, top);
        path.line_to(to, top);
        if let Some(path) = path.finish() {
            let grey = luma::Color::new(150).into();
            self.surface.set_fill(None);
            self.surface.set_stroke(Some(Stroke { paint: grey, width: 0.5, ..Stroke::default() }));
            self.surface.draw_path(&path);
        }
    }

    fn code(&mut self, address: &str, left: f32, top: f32) -> anyhow::Result<()> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M)
            .context("make the code to scan")?;
        let n = code.width();
        // Four modules of quiet on each side.
        let module = CODE / f32::from(u16::try_from(n + 8).context("a code is small")?);
        let mut path = PathBuilder::new();
        for (place, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let at = |it: usize| f32::from(u16::try_from(it + 4).unwrap_or(u16::MAX)) * module;
                let (x, y) = (left + at(place % n), top + at(place / n));
                // A hair wider, so that no seams show between modules.
                let side = module * 1.01;
                let square = Rect::from_xywh(x, y, side, side).context("a module has a size")?;
                path.push_rect(square);
            }
        }
        let path = path.finish().context("a code has modules")?;
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(black()));
        self.surface.draw_path(&path);
        Ok(())
    }
}

fn black() -> Fill {
    Fill { paint: luma::Color::black().into(), rule: FillRule::NonZero, ..Fill::default() }
}

#[expect(clippy::cast_precision_loss, reason = "widths of a sheet are far below 2^24")]
fn points(it: u32) -> f32 {
    it as f32
}
