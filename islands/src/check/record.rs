//! The record of a result that the villager keeps: which rules, which engine, which answers, what came
//! out. Anyone can work it out again from it, offline.
//!
//! ```text
//! YANGGUANG 1
//! pack demo-2026 3f9c…            id and hash of the rules
//! engine 0.1.0
//! a.place=350600000000            the answers, as they travel in the form
//! a.members=3
//! r LCUN…                         a letter a programme, in the order of the pack
//! ```

use eligibility::{Interview, Verdict};
use maud::{Markup, PreEscaped, html};

use super::{Book, Session};

const FIRST_LINE: &str = "YANGGUANG 1";
/// 128 bits name the rules well enough; a shorter record makes a coarser, safer code to scan.
const HASH_DIGITS: usize = 32;
pub const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// A record, its own or one that somebody brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub pack: String,
    pub hash: String,
    pub engine: String,
    pub answers: Vec<(String, String)>,
    pub results: String,
}

/// What working a record out again showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replayed {
    /// The same rules, and the same results.
    Same,
    /// The same rules, but the record says something else: it was changed.
    Different,
    /// The rules have changed since, or are of another year: these are today's results.
    OtherRules,
}

impl Record {
    pub fn of(book: &Book, session: &Session) -> Self {
        let pack = session.pack(book);
        Self {
            pack: pack.id.clone(),
            hash: pack.hash.chars().take(HASH_DIGITS).collect(),
            engine: ENGINE.to_owned(),
            answers: session.answers().to_vec(),
            results: letters(book, session),
        }
    }

    pub fn text(&self) -> String {
        let Self { pack, hash, engine, results, .. } = self;
        let mut text = format!("{FIRST_LINE}\npack {pack} {hash}\nengine {engine}\n");
        for (name, value) in &self.answers {
            for part in [name, "=", value, "\n"] {
                text.push_str(part);
            }
        }
        text + "r " + results + "\n"
    }

    /// Reads back what [`text`](Self::text) wrote; none if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
        if lines.next() != Some(FIRST_LINE) {
            return None;
        }
        let (pack, hash) = lines.next()?.strip_prefix("pack ")?.split_once(' ')?;
        let engine = lines.next()?.strip_prefix("engine ")?.to_owned();
        let (mut answers, mut results) = (Vec::new(), String::new());
        for line in lines {
            if let Some(letters) = line.strip_prefix("r ") {
                letters.clone_into(&mut results);
            } else {
                let (name, value) = line.split_once('=').filter(|it| it.0.starts_with("a."))?;
                answers.push((name.to_owned(), value.to_owned()));
            }
        }
        Some(Self { pack: pack.to_owned(), hash: hash.to_owned(), engine, answers, results })
    }

    /// Works it out again with the rules of the book.
    pub fn replay(&self, book: &Book) -> (Session, Replayed) {
        let session = Session::resumed(self.answers.clone());
        let pack = session.pack(book);
        let is_same_pack = pack.id == self.pack && pack.hash.starts_with(&self.hash);
        let replayed = match (is_same_pack, letters(book, &session) == self.results) {
            (false, _) => Replayed::OtherRules,
            (true, true) => Replayed::Same,
            (true, false) => Replayed::Different,
        };
        (session, replayed)
    }
}

fn letters(book: &Book, session: &Session) -> String {
    let interview = Interview::new(session.pack(book), &session.facts(book));
    let letter = |verdict| match verdict {
        Verdict::Likely => 'L',
        Verdict::Check => 'C',
        Verdict::Unlikely => 'U',
        Verdict::NeedInfo => 'N',
        Verdict::Already => 'A',
        Verdict::Superseded => 'S',
        Verdict::Closed => 'X',
        Verdict::Na => '-',
    };
    interview.judgements().iter().map(|it| letter(it.verdict)).collect()
}

/// The record as a file and as a code to scan.
pub fn keep_record(book: &Book, record: &Record) -> Markup {
    let text = record.text();
    html! {
        section.keep-record {
            h2 { (book.say("record.title")) }
            p { (book.say("record.help")) }
            p {
                a.button.button--quiet href={ "data:text/plain;charset=utf-8," (escaped(&text)) }
                    download="yangguang.txt" { (book.say("record.file")) }
                button.button.button--quiet.check__print type="button" data-print="1" {
                    (book.say("print"))
                }
            }
            details.keep-record__code {
                summary { (book.say("record.code")) }
                (code(book, &text))
            }
        }
    }
}

/// A QR code, or nothing where the text is too long for one that a phone can read.
pub fn code(book: &Book, text: &str) -> Markup {
    let Ok(code) = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M) else {
        return Markup::default();
    };
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == qrcode::Color::Dark {
            let (x, y) = ((place % width + 4).to_string(), (place / width + 4).to_string());
            for part in ["M", &x, " ", &y, "h1v1h-1z"] {
                path.push_str(part);
            }
        }
    }
    let side = width + 8;
    html! {
        (PreEscaped(format!(
            "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{}\" \
             shape-rendering=\"crispEdges\"><path class=\"qr__paper\" d=\"M0 0h{side}v{side}h-{side}z\"/>\
             <path class=\"qr__ink\" d=\"{path}\"/></svg>",
            book.say("record.code")
        )))
    }
}

/// As an address takes it: everything but letters, digits and a few signs in percent form.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                out.push(digit.to_ascii_uppercase());
            }
        }
    }
    out
}
