//! An application for a programme as typed, and as it is filed.

use crate::form_key::FormKey;
use crate::phone::{PHONE_MAX, Phone};
use crate::problems::{Problem, Problems};
use crate::region_code::RegionCode;
use crate::typed;

/// Length of a name in characters, shortest and longest.
pub const NAME_MIN: usize = 2;
pub const NAME_MAX: usize = 40;
/// The longest code of a programme, in characters.
pub const PROGRAMME_MAX: usize = 32;
/// The longest answers of a self-check, in characters of JSON.
pub const ANSWERS_MAX: usize = 20_000;

/// The fields of the form, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApplicationField {
    Programme,
    Region,
    Name,
    Phone,
    HelperName,
    HelperConsent,
    Consent,
    Answers,
    FormKey,
}

impl ApplicationField {
    /// The name of the field in the form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Region => "region_code",
            Self::Name => "name",
            Self::Phone => "phone",
            Self::HelperName => "helper_name",
            Self::HelperConsent => "helper_consent",
            Self::Consent => "consent",
            Self::Answers => "answers",
            Self::FormKey => "form_key",
        }
    }
}

/// The form as typed; also what is shown again when something is wrong.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct ApplicationForm {
    pub programme: String,
    pub region_code: String,
    pub name: String,
    pub phone: String,
    /// `on` when somebody fills the form in for the applicant (代办).
    pub helper: String,
    pub helper_name: String,
    /// The applicant agrees to be helped by this person.
    pub helper_consent: String,
    /// The applicant agrees to what is done with these answers.
    pub consent: String,
    /// The answers of the self-check as JSON, if there was one.
    pub answers: String,
    pub form_key: String,
    /// Hidden from people: only a program fills it in.
    pub website: String,
}

/// An application that can be filed. That the programme and the place exist is for the caller to
/// say, and so is what the answers mean.
#[derive(Clone, PartialEq, Eq)]
pub struct ApplicationDraft {
    pub programme: String,
    pub region_code: RegionCode,
    pub name: String,
    pub phone: Phone,
    /// Who filled the form in, if not the applicant.
    pub helper_name: Option<String>,
    /// As sent, unread.
    pub answers: Option<String>,
    pub form_key: FormKey,
}

impl ApplicationForm {
    /// Reads the form as typed; every problem at once, never only the first.
    ///
    /// ```
    /// use casework::application::{ApplicationField, ApplicationForm};
    /// use casework::problems::Problem;
    ///
    /// let form = ApplicationForm {
    ///     programme: "dibao".into(),
    ///     region_code: "150502001001".into(),
    ///     name: "张三".into(),
    ///     phone: "138 0000 1111".into(),
    ///     form_key: "0123456789abcdef".into(),
    ///     ..ApplicationForm::default()
    /// };
    ///
    /// let problems = form.parse().err().unwrap();
    ///
    /// assert_eq!(problems.of(ApplicationField::Consent).next(), Some(Problem::NotTicked));
    /// assert_eq!(problems.len(), 1);
    /// ```
    pub fn parse(&self) -> Result<ApplicationDraft, Problems<ApplicationField>> {
        let mut problems = Problems::default();
        let programme = problems.take(ApplicationField::Programme, self.read_programme());
        let region_code = problems.take(ApplicationField::Region, self.read_region());
        let name = problems.take(ApplicationField::Name, read_name(&self.name));
        let phone = problems.take(ApplicationField::Phone, self.read_phone());
        let helper_name = self.read_helper(&mut problems);
        problems.take(ApplicationField::Consent, read_tick(&self.consent));
        let answers = problems.take(ApplicationField::Answers, self.read_answers());
        let form_key = FormKey::parse(&self.form_key).ok_or(Problem::NotRecognised);
        let form_key = problems.take(ApplicationField::FormKey, form_key);

        match (programme, region_code, name, phone, answers, form_key) {
            (
                Some(programme),
                Some(region_code),
                Some(name),
                Some(phone),
                Some(answers),
                Some(form_key),
            ) if problems.is_empty() => Ok(ApplicationDraft {
                programme,
                region_code,
                name,
                phone,
                helper_name,
                answers,
                form_key,
            }),
            _ => Err(problems),
        }
    }

    /// Whether a program filled the form in: the field that people do not see is not empty.
    pub fn is_trap(&self) -> bool {
        !self.website.is_empty()
    }

    fn read_programme(&self) -> Result<String, Problem> {
        let code = typed::line(&self.programme);
        let is_code = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_';
        match code.len() {
            0 => Err(Problem::Missing),
            n if n <= PROGRAMME_MAX && code.bytes().all(is_code) => Ok(code),
            _ => Err(Problem::NotRecognised),
        }
    }

    fn read_region(&self) -> Result<RegionCode, Problem> {
        if typed::line(&self.region_code).is_empty() {
            return Err(Problem::Missing);
        }
        RegionCode::parse(&self.region_code).ok_or(Problem::NotRecognised)
    }

    fn read_phone(&self) -> Result<Phone, Problem> {
        match typed::line(&self.phone).chars().count() {
            0 => Err(Problem::Missing),
            n if n > PHONE_MAX => Err(Problem::TooLong { max: PHONE_MAX, n }),
            _ => Phone::parse(&self.phone).ok_or(Problem::NotRecognised),
        }
    }

    /// A helper gives a name and has the applicant's consent; without a helper neither counts.
    fn read_helper(&self, problems: &mut Problems<ApplicationField>) -> Option<String> {
        if !typed::is_ticked(&self.helper) {
            return None;
        }
        let name = problems.take(ApplicationField::HelperName, read_name(&self.helper_name));
        problems.take(ApplicationField::HelperConsent, read_tick(&self.helper_consent));
        name
    }

    fn read_answers(&self) -> Result<Option<String>, Problem> {
        let answers = self.answers.trim();
        match answers.chars().count() {
            0 => Ok(None),
            n if n > ANSWERS_MAX => Err(Problem::TooLong { max: ANSWERS_MAX, n }),
            _ => Ok(Some(answers.to_owned())),
        }
    }
}

/// A name of letters of any script, with spaces between its parts or the dot of Mongolian,
/// Uyghur and Tibetan names, which is written as `·` whichever dot was typed.
fn read_name(raw: &str) -> Result<String, Problem> {
    let name: String = typed::line(raw)
        .chars()
        .map(|it| if matches!(it, '•' | '‧' | '\u{30fb}' | '\u{ff0e}' | '∙') { '·' } else { it })
        .collect();
    let is_name = |it: char| it.is_alphabetic() || matches!(it, '·' | ' ');
    match name.chars().count() {
        0 => Err(Problem::Missing),
        n if n < NAME_MIN => Err(Problem::TooShort { min: NAME_MIN }),
        n if n > NAME_MAX => Err(Problem::TooLong { max: NAME_MAX, n }),
        _ if name.chars().all(is_name) && name.starts_with(char::is_alphabetic) => Ok(name),
        _ => Err(Problem::NotRecognised),
    }
}

fn read_tick(raw: &str) -> Result<(), Problem> {
    typed::is_ticked(raw).then_some(()).ok_or(Problem::NotTicked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> ApplicationForm {
        ApplicationForm {
            programme: "monitor".into(),
            region_code: "150502001001".into(),
            name: "张三".into(),
            phone: "13800001111".into(),
            consent: "on".into(),
            form_key: "0123456789abcdef".into(),
            ..ApplicationForm::default()
        }
    }

    fn problems_of(form: &ApplicationForm) -> Vec<(ApplicationField, Problem)> {
        form.parse().err().map(|it| it.iter().collect()).unwrap_or_default()
    }

    #[test]
    fn a_right_form_becomes_a_draft() {
        let draft = form().parse().ok().unwrap();

        assert_eq!(draft.name, "张三");
        assert_eq!(draft.phone.as_str(), "13800001111");
        assert_eq!((draft.helper_name, draft.answers), (None, None));
    }

    #[test]
    fn an_empty_form_names_every_problem_in_the_order_of_the_form() {
        assert_eq!(
            problems_of(&ApplicationForm::default()),
            [
                (ApplicationField::Programme, Problem::Missing),
                (ApplicationField::Region, Problem::Missing),
                (ApplicationField::Name, Problem::Missing),
                (ApplicationField::Phone, Problem::Missing),
                (ApplicationField::Consent, Problem::NotTicked),
                (ApplicationField::FormKey, Problem::NotRecognised),
            ]
        );
    }

    #[test]
    fn a_helper_needs_a_name_and_the_consent_of_the_applicant() {
        let mut form = form();
        form.helper = "on".into();
        assert_eq!(
            problems_of(&form),
            [
                (ApplicationField::HelperName, Problem::Missing),
                (ApplicationField::HelperConsent, Problem::NotTicked),
            ]
        );

        form.helper_name = "李四".into();
        form.helper_consent = "on".into();
        assert_eq!(form.parse().ok().unwrap().helper_name.as_deref(), Some("李四"));
    }

    #[test]
    fn what_was_typed_about_a_helper_does_not_count_without_one() {
        let mut form = form();
        form.helper_name = "李四".into();

        assert_eq!(form.parse().ok().unwrap().helper_name, None);
    }

    #[test]
    fn names_of_many_peoples_are_names() {
        for name in ["欧阳修", "阿依古丽·买买提", "Vangz Daihmingz", "ᠪᠠᠲᠤ"] {
            assert_eq!(read_name(name).as_deref(), Ok(name), "{name}");
        }
        assert_eq!(read_name("阿里•木").as_deref(), Ok("阿里·木"));
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        assert_eq!(read_name("张"), Err(Problem::TooShort { min: 2 }));
        assert_eq!(read_name(&"张".repeat(41)), Err(Problem::TooLong { max: 40, n: 41 }));
        assert_eq!(read_name("张3"), Err(Problem::NotRecognised));
        assert_eq!(read_name("··"), Err(Problem::NotRecognised));
        assert_eq!(read_name(" "), Err(Problem::Missing));
    }

    #[test]
    fn answers_too_long_are_refused_and_others_kept_as_sent() {
        let mut form = form();
        form.answers = " {\"members\":3} ".into();
        assert_eq!(form.parse().ok().unwrap().answers.as_deref(), Some("{\"members\":3}"));

        form.answers = "1".repeat(ANSWERS_MAX + 1);
        let problem = Problem::TooLong { max: ANSWERS_MAX, n: ANSWERS_MAX + 1 };
        assert_eq!(problems_of(&form), [(ApplicationField::Answers, problem)]);
    }
}
