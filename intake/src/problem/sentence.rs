//! Each problem in one plain sentence, Chinese and English, with what was expected.

use casework::personal_data::PersonalData;

use super::{Problem, ProblemKind as Kind, Severity};

impl Severity {
    pub fn zh(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "提醒",
        }
    }

    pub fn en(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Problem {
    /// `第3行，C列（项目名称）：没有填。` The value is not in it.
    pub fn sentence_zh(&self) -> String {
        let row = self.row.map(|it| format!("第{it}行"));
        let column = self.column.as_ref().map(|it| format!("{}列（{}）", it.letter, it.name));
        let place: Vec<String> = row.into_iter().chain(column).collect();
        let place = if place.is_empty() { String::new() } else { place.join("，") + "：" };
        format!("{place}{}", self.kind.zh())
    }

    /// `Row 3, column C (项目名称): Nothing is filled in.`
    pub fn sentence_en(&self) -> String {
        let row = self.row.map(|it| format!("row {it}"));
        let column = self.column.as_ref().map(|it| format!("column {} ({})", it.letter, it.name));
        let place: Vec<String> = row.into_iter().chain(column).collect();
        let mut place = if place.is_empty() { String::new() } else { place.join(", ") + ": " };
        if let Some(first) = place.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        format!("{place}{}", self.kind.en())
    }
}

impl Kind {
    /// What is wrong and what was expected.
    pub fn zh(&self) -> String {
        match self {
            Self::TooLarge { most_bytes } => {
                format!("文件太大，最多{}。请分成几个文件。", megabytes_zh(*most_bytes))
            }
            Self::TooLargeUnpacked { most_bytes } => format!(
                "表格解压后太大（最多{}），或有异常的长内容，没有打开。请只留要交的表，另存一份再交。",
                megabytes_zh(*most_bytes)
            ),
            Self::NoHeader { expected } => {
                format!("没有找到表头。前30行里应有：{}。", expected.join("、"))
            }
            Self::MissingColumn { name } => format!("缺少“{name}”这一列。"),
            Self::ColumnTwice { other } => format!("这一列和“{other}”说的是同一项，只能留一列。"),
            Self::OtherSheet { name } => {
                format!("工作表“{name}”看起来也是这种表，没有读。要读的话，请另存成一个文件。")
            }
            Self::UnknownValue { known } => format!("不认识这个值。可以填：{}。", known.join("、")),
            Self::PersonalData(kind) => format!(
                "这一格里有{}。公开的内容里不能有，请删掉。",
                match kind {
                    PersonalData::ResidentId => "身份证号",
                    PersonalData::BankCard => "银行卡号",
                    PersonalData::MobilePhone => "手机号",
                }
            ),
            Self::UnknownPlace { nearest: Some(nearest) } => {
                format!("没有这个地方。是不是“{nearest}”？")
            }
            Self::AmbiguousPlace { n } => {
                format!("叫这个名字的地方有{n}个。请写上县和乡镇，或填12位区划代码。")
            }
            Self::PlaceMismatch { name_of_code } => {
                format!("区划代码是“{name_of_code}”的，和名称对不上。")
            }
            Self::SeveralPlaces { taken } => format!("一格里写了几个村，按“{taken}”登记。"),
            Self::Duplicate { first_row } => format!("和第{first_row}行重复。"),
            Self::SumMismatch { sum } => format!("合计不对：各项加起来是{sum}。"),
            Self::EndBeforeStart { start } => format!("结束早于开始（{start}）。"),
            Self::TooShort { days } => format!("公示时间不够，至少{days}天。"),
            _ => self.zh_of_register().unwrap_or_else(|| self.plain().0.to_owned()),
        }
    }

    /// What is wrong and what was expected.
    pub fn en(&self) -> String {
        match self {
            Self::TooLarge { most_bytes } => {
                format!("The file is too large: at most {} MB. Please split it.", most_bytes >> 20)
            }
            Self::TooLargeUnpacked { most_bytes } => format!(
                "The workbook was not opened: unpacked it is larger than {} MB or has a run that is \
                 too long. Please save only the table itself and send that.",
                most_bytes >> 20
            ),
            Self::NoHeader { expected } => format!(
                "No header was found. The first 30 rows should have: {}.",
                expected.join(", ")
            ),
            Self::MissingColumn { name } => format!("The column “{name}” is missing."),
            Self::ColumnTwice { other } => {
                format!("This column says the same as “{other}”. Only one may stay.")
            }
            Self::OtherSheet { name } => format!(
                "The sheet “{name}” looks like the same kind of table. It was not read; to read it, \
                 save it as a file of its own."
            ),
            Self::UnknownValue { known } => {
                format!("This value is not known. It can be: {}.", known.join(", "))
            }
            Self::PersonalData(kind) => format!(
                "This cell holds {}. Nothing public may; please delete it.",
                match kind {
                    PersonalData::ResidentId => "an ID number",
                    PersonalData::BankCard => "a bank card number",
                    PersonalData::MobilePhone => "a mobile number",
                }
            ),
            Self::UnknownPlace { nearest: Some(nearest) } => {
                format!("There is no such place. Is it “{nearest}”?")
            }
            Self::AmbiguousPlace { n } => format!(
                "{n} places have this name. Give county and township too, or the 12-digit code."
            ),
            Self::PlaceMismatch { name_of_code } => {
                format!("The code is that of “{name_of_code}”, which is not what the names say.")
            }
            Self::SeveralPlaces { taken } => {
                format!("Several villages stand in one cell; taken as “{taken}”.")
            }
            Self::Duplicate { first_row } => format!("The same as row {first_row}."),
            Self::SumMismatch { sum } => format!("The total is wrong: the parts come to {sum}."),
            Self::EndBeforeStart { start } => format!("It ends before it begins ({start})."),
            Self::TooShort { days } => {
                format!("The notice hangs too short: at least {days} days.")
            }
            _ => self.en_of_register().unwrap_or_else(|| self.plain().1.to_owned()),
        }
    }

    fn zh_of_register(&self) -> Option<String> {
        Some(match self {
            Self::HouseholdSplit { first_row } => {
                format!("这一户的人没有排在一起，前面的在第{first_row}行。人数照算，户只算一次。")
            }
            Self::PeopleMismatch { stated, counted } => {
                format!("户和人对不上：表里写{stated}人，实有{counted}行。")
            }
            Self::ClassMismatch { first_row } => {
                format!("同一户填得不一样，按第{first_row}行起先填的算。")
            }
            Self::PersonTwice { first_row } => format!("身份证号和第{first_row}行相同。"),
            _ => return None,
        })
    }

    fn en_of_register(&self) -> Option<String> {
        Some(match self {
            Self::HouseholdSplit { first_row } => format!(
                "The members of this household do not stand together; the others are at row \
                 {first_row}. All people are counted, the household once."
            ),
            Self::PeopleMismatch { stated, counted } => {
                format!("Household and people do not match: {stated} stated, {counted} rows.")
            }
            Self::ClassMismatch { first_row } => format!(
                "The rows of one household differ; what was filled in first, from row {first_row} \
                 on, counts."
            ),
            Self::PersonTwice { first_row } => {
                format!("The ID number is the same as in row {first_row}.")
            }
            _ => return None,
        })
    }

    /// The sentences that have nothing to fill in, Chinese and English.
    fn plain(&self) -> (&'static str, &'static str) {
        match self {
            Self::Empty => ("表里没有一行数据。", "The table has no rows."),
            Self::UnusedColumn => ("这一列没有用到。", "This column is not used."),
            Self::NoUnit => (
                "看不出金额单位。请在表头写上“（万元）”或“（元）”。",
                "The unit of the amount is not stated. Write （万元） or （元） in the header.",
            ),
            Self::Missing => ("没有填。", "Nothing is filled in."),
            Self::BadCharacters => (
                "有乱码。请用“CSV UTF-8”格式另存后再交。",
                "Some characters cannot be read. Save the file as “CSV UTF-8” and send it again.",
            ),
            Self::SkippedRow => {
                ("这一行没有名称，没有读。", "This row has no name and was not read.")
            }
            Self::OtherSource => (
                "“其他”资金按行业部门资金登记。不对的话，请改用“社会资金”“贷款”等列。",
                "Other money was taken as a sector’s. If that is wrong, use a column such as 社会资金 or 贷款.",
            ),
            Self::CountInText => (
                "文字里有准确的户数，公开后别人可能推出是哪一家。建议删掉，填在“受益户数”列。",
                "The text gives an exact number of households, which may point to one. Better delete \
                 it and fill in the column 受益户数.",
            ),
            _ => self
                .plain_file()
                .or_else(|| self.plain_cell())
                .unwrap_or_else(|| self.plain_person()),
        }
    }

    fn plain_file(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::OldExcel => (
                "这是旧格式的Excel（.xls）或加了密码。请去掉密码，另存为.xlsx再交。",
                "This is an old Excel file (.xls) or has a password. Save it as .xlsx without one.",
            ),
            Self::NotATable => (
                "这不是表格文件。请交.csv或.xlsx。",
                "This is not a table. Send a .csv or .xlsx file.",
            ),
            Self::DamagedWorkbook => (
                "这个表格文件打不开，可能坏了。请在Excel里另存一份再交。",
                "The workbook cannot be opened; it may be damaged. Save it again in Excel.",
            ),
            Self::OpenQuote => (
                "这一行有一个引号（\"）没有配对，后面的行读不出来。",
                "A quotation mark (\") in this row is never closed; the rows after it cannot be read.",
            ),
            Self::RowTooLong => (
                "这一行太长，可能有一个引号（\"）没有配对。",
                "This row is too long; perhaps a quotation mark (\") is never closed.",
            ),
            Self::CellTooLong => (
                "有一格超过32767个字，可能有一个引号（\"）没有配对。",
                "A cell has more than 32,767 characters; perhaps a quotation mark (\") is never closed.",
            ),
            Self::TooManyColumns => {
                ("列太多，最多1024列。", "There are too many columns: at most 1,024.")
            }
            _ => return None,
        })
    }

    fn plain_cell(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::NotANumber => (
                "不是整数。请只填数字，如 35。",
                "This is not a whole number. Give digits only, such as 35.",
            ),
            Self::NotAnAmount => (
                "不是金额。请只填数字，如 38.5。",
                "This is not an amount. Give a number only, such as 38.5.",
            ),
            Self::Negative => ("不能小于零。", "It cannot be less than zero."),
            Self::NotWholeFen => (
                "小数太多，不到一分钱。请精确到分。",
                "Too many decimals: less than one fen. Round it to whole fen.",
            ),
            Self::NotADay => (
                "不是日期。请写成 2026-09-30 或 2026年9月30日。",
                "This is not a day. Write 2026-09-30 or 2026年9月30日.",
            ),
            Self::NotAPeriod => (
                "不是起止时间。请写成 2026年3月-2026年11月。",
                "This is not a period. Write 2026年3月-2026年11月.",
            ),
            Self::NotAYear => ("不是年份。请写成 2026。", "This is not a year. Write 2026."),
            Self::NotACode => (
                "不是12位区划代码。长数字请把单元格设成“文本”再填。",
                "This is not a 12-digit code. Set the cell to Text before filling in long numbers.",
            ),
            Self::Merged => (
                "这一格是合并的，看不出数属于哪一行。请取消合并，逐行填。",
                "This cell is merged, so it cannot be told which row has the value. Unmerge it and \
                 fill in each row.",
            ),
            Self::UnknownPlace { .. } => (
                "没有这个地方。请写全称，或填12位区划代码。",
                "There is no such place. Write its full name, or give the 12-digit code.",
            ),
            Self::UnknownParent => (
                "上级区划不在表里，或层级不对。",
                "The place above it is not in the table, or has the wrong level.",
            ),
            _ => return None,
        })
    }

    fn plain_person(&self) -> (&'static str, &'static str) {
        match self {
            Self::IdLength => (
                "证件号位数不对：身份证18位，残疾证20位或22位。",
                "The ID number has the wrong length: 18 for an ID card, 20 or 22 for a disability card.",
            ),
            Self::IdCheckDigit => (
                "证件号的出生日期或校验位不对，可能抄错了。",
                "The birthday or check digit of the ID number is wrong; it may be miscopied.",
            ),
            Self::HealthyWithoutLabour => (
                "健康、16到60岁、不在校，却填了无劳动力。请核对。",
                "Healthy, 16 to 60 and not at school, yet “no labour”. Please check.",
            ),
            Self::BothInsurances => (
                "居民医保和职工医保都填了“是”，只能有一个。",
                "Both residents’ and employees’ medical insurance are “yes”; there can be only one.",
            ),
            _ => ("没有大病保险。请核对。", "No serious-illness insurance. Please check."),
        }
    }
}

fn megabytes_zh(bytes: u64) -> String {
    format!("{}MB", bytes >> 20)
}
