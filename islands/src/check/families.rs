//! A helper fills in for several families: each has its own answers, kept apart from the others.

use super::read::Fields;

/// More than a helper sees in a day.
const MOST: usize = 20;

type Answers = Vec<(String, String)>;

/// The families of a helper. The one on the screen is not among `others`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Families {
    /// The number of the family on the screen, from 1.
    pub current: usize,
    others: Vec<(usize, Answers)>,
}

impl Families {
    pub fn first() -> Self {
        Self { current: 1, others: Vec::new() }
    }

    /// Reads back what [`fields`](Self::fields) wrote; none if nobody is helping.
    pub fn read(fields: &Fields) -> Option<Self> {
        let number = |text: &str| text.parse().ok().filter(|it| (1..=MOST).contains(it));
        let current = fields.iter().find(|(name, _)| name == "h.at")?;
        let mut families = Self { current: number(&current.1)?, others: Vec::new() };
        for (name, value) in fields {
            let Some((of, name)) = name.strip_prefix("h.").and_then(|it| it.split_once('.')) else {
                continue;
            };
            let Some(of) = number(of).filter(|it| *it != families.current) else { continue };
            let answers = families.answers_of(of);
            if name != "here" {
                answers.push((name.to_owned(), value.clone()));
            }
        }
        Some(families)
    }

    /// As form fields, to travel along.
    pub fn fields(&self) -> impl Iterator<Item = (String, String)> {
        let others = self.others.iter().flat_map(|(of, answers)| {
            let here = (format!("h.{of}.here"), String::new());
            let answers = answers.iter();
            let answers =
                answers.map(move |(name, value)| (format!("h.{of}.{name}"), value.clone()));
            [here].into_iter().chain(answers)
        });
        [("h.at".to_owned(), self.current.to_string())].into_iter().chain(others)
    }

    /// Every number in use, in order.
    pub fn numbers(&self) -> Vec<usize> {
        let is_used = |number: &usize| {
            *number == self.current || self.others.iter().any(|(of, _)| of == number)
        };
        (1..=MOST).filter(is_used).collect()
    }

    pub fn may_have_more(&self) -> bool {
        self.others.len() + 1 < MOST
    }

    /// Puts the answers on the screen away and takes out those of another family, or of a new one.
    pub fn go_to(&mut self, number: usize, answers: Answers) -> Answers {
        if number == self.current || !(1..=MOST).contains(&number) {
            return answers;
        }
        *self.answers_of(self.current) = answers;
        let place = self.others.iter().position(|(of, _)| *of == number);
        self.current = number;
        place.map_or_else(Vec::new, |place| self.others.remove(place).1)
    }

    pub fn next_number(&self) -> usize {
        (1..=MOST).find(|it| !self.numbers().contains(it)).unwrap_or(self.current)
    }

    fn answers_of(&mut self, number: usize) -> &mut Answers {
        let place = self.others.iter().position(|(of, _)| *of == number);
        let place = place.unwrap_or_else(|| {
            self.others.push((number, Vec::new()));
            self.others.len() - 1
        });
        &mut self.others[place].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(text: &str) -> Answers {
        vec![("a.members".to_owned(), text.to_owned())]
    }

    #[test]
    fn each_family_keeps_its_own_answers() {
        let mut families = Families::first();

        let second = families.go_to(families.next_number(), answers("1"));
        assert_eq!((families.current, second), (2, Vec::new()));
        let first = families.go_to(1, answers("2"));
        assert_eq!(first, answers("1"));
        assert_eq!(families.go_to(2, first), answers("2"));
    }

    #[test]
    fn families_travel_in_the_form_and_come_back_the_same() {
        let mut families = Families::first();
        families.go_to(2, answers("4"));
        families.go_to(3, Vec::new());

        let fields: Vec<_> = families.fields().collect();

        assert_eq!(Families::read(&fields), Some(families));
        assert_eq!(Families::read(&[]), None);
    }
}
