//! A policy pack in its compiled form: what the phone gets.

use serde::{Deserialize, Serialize};

use crate::{Condition, Fact, FactId, FactSet, Number, Truth, Verdict};

/// The rules of one place and time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    pub id: String,
    /// The 12-digit statistical code of the place; all zeros: the nation.
    pub region: String,
    /// `demo` until a county has confirmed every number, then `confirmed`.
    pub status: String,
    /// First and last day in force, `YYYY-MM-DD`.
    pub valid_from: String,
    pub valid_to: String,
    /// Names the rules exactly: the SHA-256 of this form of the pack with this field left empty.
    pub hash: String,
    pub facts: Vec<FactSpec>,
    /// In the order in which they are put: cheap and harmless first, money last.
    pub questions: Vec<Question>,
    pub parameters: Vec<Parameter>,
    pub definitions: Vec<Definition>,
    /// In the order in which they are judged; a line may look at an earlier programme's result.
    pub programmes: Vec<Programme>,
    pub gate: Option<Gate>,
    pub near_misses: Vec<NearMiss>,
}

impl Pack {
    /// The fact called `name` in rules and files, such as `disabled.l1`.
    pub fn fact(&self, name: &str) -> Option<FactId> {
        (0..).zip(&self.facts).find(|(_, it)| it.name == name).map(|(id, _)| FactId(id))
    }

    pub fn spec(&self, id: FactId) -> &FactSpec {
        &self.facts[usize::from(id.0)]
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|it| it.id == id)
    }

    /// The place of the programme in the order of judging.
    pub fn programme(&self, id: &str) -> Option<usize> {
        self.programmes.iter().position(|it| it.id == id)
    }
}

/// What a fact is and which values it may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactSpec {
    pub name: String,
    pub kind: FactKind,
    /// A count that nobody gave reads as none, as rules.md has it; only `members` and `labor`
    /// stay unknown.
    pub unknown_is_zero: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactKind {
    YesNo,
    /// Persons, from and to.
    Count(i64, i64),
    /// Whole yuan, up to.
    Money(i64),
    /// One of these options.
    Choice(Vec<String>),
    /// Any of these options, or none.
    Several(Vec<String>),
}

impl FactKind {
    /// The least and the greatest value as a [`Fact`] holds it.
    pub fn bounds(&self) -> (i64, i64) {
        let n = |options: &[String]| i64::try_from(options.len()).unwrap_or(0);
        match self {
            Self::YesNo => (0, 1),
            Self::Count(from, to) => (*from, *to),
            Self::Money(to) => (0, *to),
            Self::Choice(options) => (0, n(options) - 1),
            Self::Several(options) => (0, (1 << n(options)) - 1),
        }
    }

    /// A rough answer makes sense: counts and money.
    pub fn is_number(&self) -> bool {
        matches!(self, Self::Count(..) | Self::Money(_))
    }
}

/// One question of the self-check. It gives one fact, or a few of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub id: String,
    pub facts: Vec<FactId>,
    /// "I don't know" may be answered.
    pub may_be_unsure: bool,
    /// Income or belongings: nobody is told to change them.
    pub is_means: bool,
    /// Put only when this holds or cannot be told…
    pub show_if: Option<Condition>,
    /// …and when it does not hold, its facts are these.
    pub otherwise: Fact,
}

impl Question {
    pub fn fact_set(&self) -> FactSet {
        self.facts.iter().copied().collect()
    }
}

/// A number of policy, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    pub name: String,
    /// A yes is 1, a no 0.
    pub value: i64,
    pub source: Source,
}

/// A document by its key, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub document: String,
    pub article: String,
}

/// A condition or a number with a name, worked out once for each household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    pub name: String,
    pub is: Meaning,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    Condition(Condition),
    Number(Number),
}

/// One kind of help: an ordered list of lines, of which the first that holds decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    pub id: String,
    /// The yearly amount is paid out by the month.
    pub is_paid_monthly: bool,
    pub lines: Vec<Line>,
    pub sources: Vec<Source>,
}

/// If `when` holds, this is the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub when: Condition,
    pub verdict: Verdict,
    /// The code of the sentence that says why.
    pub reason: String,
    /// What [`Condition::Predicted`] makes of this result.
    pub predicts: Truth,
    pub kind: Option<Type>,
    pub amount: Option<Amount>,
    /// The place in the programme's sources of what it rests on.
    pub source: u8,
}

/// Which type of household the programme would make of the family (监测对象 A, B, C).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Type {
    Is(String),
    /// One type if the condition holds, another if not, a third while it cannot be told.
    By(Condition, [String; 3]),
}

impl Type {
    /// The type, by whether the condition holds.
    pub(crate) fn which([yes, no, unclear]: &[String; 3], truth: Truth) -> &str {
        match truth {
            Truth::True => yes,
            Truth::False => no,
            Truth::Unknown => unclear,
        }
    }
}

/// Money a family may get, in whole yuan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub yuan: Number,
    pub kind: AmountKind,
}

/// What an amount means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountKind {
    Year,
    MaxYear,
    TypicalYear,
    Once,
    MaxOnce,
    MaxLoan,
}

impl AmountKind {
    pub const ALL: [Self; 6] =
        [Self::Year, Self::MaxYear, Self::TypicalYear, Self::Once, Self::MaxOnce, Self::MaxLoan];

    pub fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::MaxYear => "max_year",
            Self::TypicalYear => "typical_year",
            Self::Once => "once",
            Self::MaxOnce => "max_once",
            Self::MaxLoan => "max_loan",
        }
    }
}

/// The registration gate: who is not registered here applies where he is registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub open_if: Condition,
    /// When it does not hold: UNLIKELY with this reason, unless closed or not offered.
    pub shut_reason: String,
    /// While it cannot be told: a LIKELY becomes a CHECK with this reason.
    pub unclear_reason: String,
    /// Programmes that are open to all wherever they are registered: never shut. What is unclear stays
    /// to be confirmed for them too (rules.md: "every LIKELY").
    pub except: Vec<u16>,
}

/// Something a family can honestly do that may change a result: have the house graded, bring a
/// certificate, keep the invoices, join the insurance. Never to earn or own less.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMiss {
    pub id: String,
    /// Worth saying only then.
    pub when: Condition,
    pub fact: FactId,
    pub change: Change,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The fact may turn out to be any of these.
    Become(Vec<i64>),
    /// One more, or a few.
    More(i64),
    /// As much as is needed, up to this.
    UpTo(i64),
}
