//! Pictures as PNG. Their words need a font with Chinese characters: where the machine has none, there
//! is no PNG, and nothing offers one.

use std::sync::{Arc, LazyLock};

use anyhow::Context;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

/// A picture of a phone's width, sharp on paper and large screens.
const SCALE: f32 = 3.0;

/// How the families of Chinese fonts call themselves.
const CHINESE: [&str; 10] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "Microsoft YaHei",
    "SimHei",
    "Noto Serif CJK SC",
    "SimSun",
];

/// The machine's fonts; none without a Chinese one. Looked for once.
static FONTS: LazyLock<Option<Arc<Database>>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let family = CHINESE.into_iter().find(|name| {
        let mut families = fonts.faces().flat_map(|it| &it.families);
        families.any(|(it, _)| it == name)
    })?;
    fonts.set_sans_serif_family(family);
    Some(Arc::new(fonts))
});

/// Whether a PNG can be had.
pub fn is_offered() -> bool {
    FONTS.is_some()
}

/// None where the words could not be written. Takes a while: not on the thread that answers others.
pub fn drawn(svg: &str) -> anyhow::Result<Option<Vec<u8>>> {
    let Some(fontdb) = FONTS.clone() else { return Ok(None) };
    let options = Options { fontdb, font_family: "sans-serif".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).context("read the picture")?;
    let size = tree.size().to_int_size().scale_by(SCALE).context("scale the picture")?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).context("a picture without size")?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    Ok(Some(pixmap.encode_png().context("write the picture")?))
}
