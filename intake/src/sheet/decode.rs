//! Turns the bytes of a CSV file into UTF-8, whatever Excel or WPS saved it as.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

const CHUNK: usize = 64 << 10;

/// What ends the decoded text: a row of its own that no table has. If the last row is another one,
/// a quotation mark was opened and never closed.
pub const END: &str = "\u{4}";

/// The encoding that leaves the fewest characters unreadable. UTF-8 if there are none in it: no
/// Chinese text in GB18030 of more than a few characters is by chance also good UTF-8.
pub fn detect(reader: &mut (impl Read + Seek)) -> io::Result<&'static Encoding> {
    reader.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    reader.by_ref().take(3).read_to_end(&mut start)?;
    match start[..] {
        [0xff, 0xfe, ..] => return Ok(UTF_16LE),
        [0xfe, 0xff, ..] => return Ok(UTF_16BE),
        _ => {}
    }
    let n_wrong = count_wrong(reader, UTF_8)?;
    if n_wrong == 0 || count_wrong(reader, GB18030)? >= n_wrong {
        return Ok(UTF_8);
    }
    Ok(GB18030)
}

/// How many sequences of bytes are no characters in the encoding.
fn count_wrong(reader: &mut (impl Read + Seek), encoding: &'static Encoding) -> io::Result<u64> {
    reader.seek(SeekFrom::Start(0))?;
    let mut reader = BufReader::with_capacity(CHUNK, reader);
    let mut decoder = encoding.new_decoder();
    let mut out = String::with_capacity(CHUNK * 4);
    let mut n_wrong = 0;
    loop {
        let chunk = reader.fill_buf()?;
        let (n, is_last) = (chunk.len(), chunk.is_empty());
        let mut read = 0;
        loop {
            out.clear();
            let (result, n_read) =
                decoder.decode_to_string_without_replacement(&chunk[read..], &mut out, is_last);
            read += n_read;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::Malformed(..) => n_wrong += 1,
                DecoderResult::OutputFull => {}
            }
        }
        reader.consume(n);
        if is_last {
            return Ok(n_wrong);
        }
    }
}

/// Gives a file piece by piece as UTF-8, every line break as `\n`, [`END`] in a row of its own at
/// the end. Bytes that are no character become U+FFFD.
pub struct Decoded<R> {
    reader: BufReader<R>,
    decoder: Decoder,
    text: String,
    was_return: bool,
    is_read: bool,
    is_end_said: bool,
    /// Bytes of the file so far.
    pub n_read: u64,
}

impl<R: Read + Seek> Decoded<R> {
    pub fn new(mut reader: R, encoding: &'static Encoding) -> io::Result<Self> {
        reader.seek(SeekFrom::Start(0))?;
        Ok(Self {
            reader: BufReader::with_capacity(CHUNK, reader),
            decoder: encoding.new_decoder(),
            text: String::with_capacity(CHUNK * 4),
            was_return: false,
            is_read: false,
            is_end_said: false,
            n_read: 0,
        })
    }

    /// Writes the next piece into `out`, emptied first; empty once there is no more.
    pub fn next(&mut self, out: &mut Vec<u8>) -> io::Result<()> {
        out.clear();
        while out.is_empty() && !self.is_read {
            let chunk = self.reader.fill_buf()?;
            let n = chunk.len();
            self.is_read = n == 0;
            let mut read = 0;
            loop {
                self.text.clear();
                let (result, n_read, _) =
                    self.decoder.decode_to_string(&chunk[read..], &mut self.text, self.is_read);
                read += n_read;
                break_lines(&self.text, &mut self.was_return, out);
                if result == encoding_rs::CoderResult::InputEmpty {
                    break;
                }
            }
            self.reader.consume(n);
            self.n_read += n as u64;
        }
        if self.is_read && !self.is_end_said {
            self.is_end_said = true;
            out.extend_from_slice(b"\n");
            out.extend_from_slice(END.as_bytes());
            out.extend_from_slice(b"\n");
        }
        Ok(())
    }
}

/// Copies the text with every `\r\n` and `\r` as `\n`.
fn break_lines(text: &str, was_return: &mut bool, out: &mut Vec<u8>) {
    for byte in text.bytes() {
        if !(byte == b'\n' && *was_return) {
            out.push(if byte == b'\r' { b'\n' } else { byte });
        }
        *was_return = byte == b'\r';
    }
}
