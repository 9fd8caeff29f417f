//! Streams a generated register of 1,000,000 rows and prints rows a second and the most memory used:
//! `cargo run --release -p intake --example stream`.

use std::{
    error::Error,
    fs::File,
    io::{BufWriter, Write},
    time::Instant,
};

use disclosure::published::Region;
use intake::{Gazetteer, Headers, Kind, Records, Setting};
use jiff::civil::date;

const N_ROWS: u32 = 1_000_000;
const N_VILLAGES: u32 = 500;
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::temp_dir().join(format!("register-{}.csv", std::process::id()));
    write_register(BufWriter::new(File::create(&path)?))?;
    let n_bytes = path.metadata()?.len();

    let headers = Headers::built_in();
    let gazetteer = Gazetteer::new((0..N_VILLAGES).map(village).collect());
    let setting = Setting::new(&headers, &gazetteer, date(2026, 9, 30), [7; 16]);
    let before = memory("VmRSS:")?;
    let start = Instant::now();
    let reading = intake::read(Kind::Register, File::open(&path)?, &setting, &mut |_| {})?;
    let elapsed = start.elapsed();
    std::fs::remove_file(&path)?;

    let summary = reading.summary;
    let Ok((Records::Register(counts, names), _)) = reading.into_records() else {
        return Err("the register has errors".into());
    };
    let rows_a_second = u128::from(summary.n_rows) * 1000 / elapsed.as_millis().max(1);
    println!(
        "{} rows, {} MB: {elapsed:.1?}, {rows_a_second} rows/s",
        summary.n_rows,
        n_bytes >> 20
    );
    println!(
        "{} households, {} villages, {} names, {} warnings",
        summary.n_records,
        counts.villages.len(),
        names.len(),
        summary.n_warnings
    );
    println!("memory before {before} kB, at most {} kB", memory("VmHWM:")?);
    Ok(())
}

fn village(index: u32) -> Region {
    Region {
        code: format!("990102001{index:03}"),
        parent_code: None,
        level: 5,
        name: format!("演示{index}村"),
        pinyin: String::new(),
    }
}

fn write_register(mut out: impl Write) -> Result<(), Box<dyn Error>> {
    writeln!(
        out,
        "村编码,村,户编号,姓名,与户主关系,证件号码,家庭人口数,户属性,主要致贫原因,监测状态,脱贫年度,\
         住房安全等级,是否解决安全饮用水,健康状况,劳动技能,在校生状况,居民医保,职工医保,大病保险"
    )?;
    for row in 0..N_ROWS {
        let (household, member) = (row / 4, row % 4);
        let village = household * N_VILLAGES / (N_ROWS / 4);
        let relation = if member == 0 { "户主" } else { "子女" };
        let name = char::from_u32(0x4e00 + household % 5_000).unwrap_or('一');
        let id = identity(row);
        writeln!(
            out,
            "990102001{village:03},演示{village}村,YS{household:08},演示{name},{relation},{id},4,\
             低保脱贫户,因病,稳定脱贫户,2018,A级,是,健康,普通劳动力,非在校生,是,否,是"
        )?;
    }
    Ok(out.flush()?)
}

/// A number of region 000000 with its right check digit, another for each row.
fn identity(row: u32) -> String {
    let (year, order) = (1940 + row / 1_000 % 80, row % 1_000);
    let (month, day) = (1 + row / 80_000 % 12, 1 + row / 960_000 % 28);
    let digits = format!("000000{year:04}{month:02}{day:02}{order:03}");
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(it, w)| u32::from(it - b'0') * w).sum();
    format!("{digits}{}", char::from(b"10X98765432"[(sum % 11) as usize]))
}

/// A line of the system's account of this process, in kB.
fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|it| it.strip_prefix(name)).ok_or("no such line")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
