//! A photo as it may be published: turned upright, no larger than a screen, written anew, so that
//! nothing the camera added (place, device, name) is left; and what it looks like in 64 bits.

use std::io::Cursor;

use anyhow::{Context, bail};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// The longer side, in pixels.
const MAX_SIDE: u32 = 1280;
const QUALITY: u8 = 78;
/// A picture that would take more memory is refused before it is unpacked.
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

pub struct Photo {
    /// JPEG, without metadata.
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
    /// Difference hash: one bit for each of 8 × 8 fields, whether it is brighter than its right
    /// neighbour. Alike pictures differ in few bits, also after re-sizing and re-encoding.
    pub look: u64,
}

/// Reads a JPEG or PNG and writes it anew.
///
/// # Errors
/// It is no picture, or too large to unpack.
pub fn renew(bytes: &[u8]) -> anyhow::Result<Photo> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().context("it is no JPEG or PNG")?;
    let orientation = decoder.orientation().context("read which side is up")?;
    let mut picture = DynamicImage::from_decoder(decoder).context("it is damaged or too large")?;
    picture.apply_orientation(orientation);
    if picture.width() == 0 || picture.height() == 0 {
        bail!("it is empty");
    }
    if picture.width().max(picture.height()) > MAX_SIDE {
        picture = picture.resize(MAX_SIDE, MAX_SIDE, FilterType::Triangle);
    }
    let picture = picture.to_rgb8();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture)?;
    let (width, height) = picture.dimensions();
    Ok(Photo { bytes, width, height, look: look(&DynamicImage::ImageRgb8(picture)) })
}

fn look(picture: &DynamicImage) -> u64 {
    let small = picture.resize_exact(9, 8, FilterType::Triangle).to_luma8();
    let bits = (0..8).flat_map(|y| (0..8).map(move |x| (x, y)));
    bits.fold(0, |look, (x, y)| {
        look << 1 | u64::from(small.get_pixel(x, y)[0] > small.get_pixel(x + 1, y)[0])
    })
}

#[cfg(test)]
mod tests {
    use image::RgbImage;

    use super::*;

    /// Fields of grey, as bright as their digit says: a scene of its own for each text.
    fn picture(width: u32, height: u32, scene: &[u8; 16]) -> Vec<u8> {
        let picture = RgbImage::from_fn(width, height, |x, y| {
            let field = scene[(y * 4 / height * 4 + x * 4 / width) as usize];
            let grey = (field - b'0') * 25;
            image::Rgb([grey, grey / 2 + 60, 40])
        });
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, 95).encode_image(&picture).unwrap();
        bytes
    }

    const ROAD: &[u8; 16] = b"9870886077504430";
    const WELL: &[u8; 16] = b"0369147025803691";

    /// The picture with a segment of EXIF as cameras write it: turned by 90°, and with a text.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]);
        exif.extend([1, 0x0f, 0, 2, 0, 0, 0, 6, 0, 0, 0, 38]);
        exif.extend([0, 0, 0, 0]);
        exif.extend(b"SECRET");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let mut bytes = jpeg[..2].to_vec();
        bytes.extend([0xff, 0xe1]);
        bytes.extend(length);
        bytes.extend(exif);
        bytes.extend(&jpeg[2..]);
        bytes
    }

    #[test]
    fn what_the_camera_wrote_is_gone_and_the_picture_stands_upright() {
        let photo = renew(&with_exif(&picture(300, 200, ROAD))).unwrap();

        assert_eq!((photo.width, photo.height), (200, 300));
        let holds = |needle: &[u8]| photo.bytes.windows(needle.len()).any(|it| it == needle);
        assert!(!holds(b"Exif") && !holds(b"SECRET"));
    }

    #[test]
    fn a_large_picture_is_made_smaller_and_still_looks_the_same() {
        let small = renew(&picture(400, 300, ROAD)).unwrap();
        let large = renew(&picture(2000, 1500, ROAD)).unwrap();
        let other = renew(&picture(400, 300, WELL)).unwrap();

        assert_eq!((large.width, large.height), (1280, 960));
        assert!((small.look ^ large.look).count_ones() <= 3);
        assert!((small.look ^ other.look).count_ones() > 6);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(renew(b"hello").is_err());
        let cut = picture(300, 200, ROAD);
        assert!(renew(&cut[..40]).is_err());
    }
}
