//! One kind of help on the results: verdict, why, what it gives, what to bring, where, on what basis.

use eligibility::{Interview, Judgement, Pack, Verdict, deciding_facts, settled};
use maud::{Markup, html};

use super::grounds::{amount, cited, grounds, verdict_key};
use super::screen::travelling;
use super::{Book, ProgrammeWords, Session};
use crate::figures::grouped;

/// What the cards of one household are drawn from.
pub struct Cards<'a> {
    pub book: &'a Book,
    pub session: &'a Session,
    pub pack: &'a Pack,
    pub interview: &'a Interview<'a>,
}

/// While an answer can still change it, nothing more is said than that something is missing.
pub fn shown_verdict(judgement: &Judgement) -> Verdict {
    if judgement.is_decided() { judgement.verdict } else { Verdict::NeedInfo }
}

pub fn shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "●",
        Verdict::Check => "◐",
        Verdict::NeedInfo => "?",
        Verdict::Already => "✓",
        Verdict::Superseded => "↑",
        Verdict::Unlikely | Verdict::Closed | Verdict::Na => "○",
    }
}

impl Cards<'_> {
    pub fn card(&self, index: usize) -> Markup {
        let book = self.book;
        let judgement = &self.interview.judgements()[index];
        let programme = &self.pack.programmes[index].id;
        let none = ProgrammeWords::default();
        let words = book.words.programmes.get(programme).unwrap_or(&none);
        let verdict = shown_verdict(judgement);
        let is_worth_it = matches!(verdict, Verdict::Likely | Verdict::Check | Verdict::NeedInfo);
        let look = look(verdict);
        html! {
            section id={ "card-" (programme) } class={ "result-card result-card--" (look) } data-programme=(programme)
                data-verdict=(verdict.code()) data-reason=(judgement.reason) {
                h3.result-card__name { (book.programme_name(programme)) }
                p.result-card__verdict {
                    span.result-card__shape aria-hidden="true" { (shape(verdict)) }
                    (book.say(verdict_key(verdict)))
                }
                p.result-card__reason { (self.reason(judgement)) }
                (self.settled(index, judgement))
                @if judgement.is_decided() { (self.gain(judgement, words)) }
                p.result-card__plain { (words.plain) " " (words.gives) }
                (self.why(index, judgement))
                @if is_worth_it {
                    (how_to(book, words))
                } @else {
                    details.result-card__how {
                        summary { (book.say("how")) }
                        (how_to(book, words))
                    }
                }
                @if verdict == Verdict::Unlikely { p.result-card__again { (book.say("again")) } }
                (self.source(index, judgement))
                @if is_worth_it { (self.apply(index, programme)) }
            }
        }
    }

    fn reason(&self, judgement: &Judgement) -> &str {
        if judgement.is_decided() {
            self.book.reason(judgement.reason)
        } else {
            self.book.say("not_asked")
        }
    }

    /// Whatever the unknown answers are, it comes to this.
    fn settled(&self, index: usize, judgement: &Judgement) -> Markup {
        let settled = settled(self.pack, self.interview.facts(), index)
            .filter(|_| judgement.is_decided())
            .map(|it| self.book.say_with("settled", "verdict", self.book.say(verdict_key(it))));
        html! { @if let Some(text) = settled { p.result-card__settled { (text) } } }
    }

    fn gain(&self, judgement: &Judgement, words: &ProgrammeWords) -> Markup {
        let kind = judgement.kind.and_then(|it| words.types.get(it));
        html! {
            @if let Some(kind) = kind {
                p.result-card__type { (self.book.say_with("type", "type", kind)) }
            }
            @if let Some(amount) = amount(self.book, judgement) {
                p.result-card__amount {
                    strong { (amount) }
                    @if let Some(month) = judgement.month_yuan() {
                        (self.book.say_with("amount.month", "yuan", &grouped(month)))
                    }
                }
            }
        }
    }

    fn why(&self, index: usize, judgement: &Judgement) -> Markup {
        if !judgement.is_decided() {
            return Markup::default();
        }
        let grounds = grounds(self.book, self.pack, self.interview.facts(), index);
        html! {
            @if !grounds.is_empty() {
                details.result-card__why {
                    summary { (self.book.say("because")) }
                    ul.grounds {
                        @for ground in &grounds {
                            li {
                                (ground.sentence)
                                @for source in &ground.sources { p.grounds__source { (source) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn source(&self, index: usize, judgement: &Judgement) -> Markup {
        let book = self.book;
        let programme = &self.pack.programmes[index];
        let line = judgement.line.and_then(|it| programme.lines.get(usize::from(it)));
        let place = line.map_or(0, |it| usize::from(it.source));
        let source = programme.sources.get(place).map(|it| cited(book, it));
        let rules = format!("{}/packs/{}#{}", book.base, self.pack.id, programme.id);
        html! {
            p.result-card__source {
                (book.say("source")) (source.unwrap_or_default()) " "
                a href=(rules) { (book.say("rules_link")) } " "
                (book.say_with("valid_to", "day", &day(book, &self.pack.valid_to)))
            }
        }
    }

    /// Only the answers that decided go along.
    fn apply(&self, index: usize, programme: &str) -> Markup {
        let book = self.book;
        let facts = self.session.facts(book);
        let deciding: Vec<_> = deciding_facts(self.pack, &facts, index).iter().collect();
        html! {
            form.check__apply method="post" action={ (book.base) "/apply" } {
                input type="hidden" name="programme" value=(programme);
                (travelling(&self.session.only(book, &deciding)))
                button.button name="go" value="begin" { (book.say("apply")) }
                p.field__help { (book.say("apply.help")) }
            }
        }
    }
}

fn how_to(book: &Book, words: &ProgrammeWords) -> Markup {
    html! {
        h4.result-card__heading { (book.say("bring")) }
        ul.checklist { @for it in &words.bring { li { (it) } } }
        h4.result-card__heading { (book.say("where")) }
        p { (words.place) " " a href={ "tel:" (words.phone) } { (words.phone) } }
    }
}

/// `2026-12-31` as people say it.
pub fn day(book: &Book, day: &str) -> String {
    let mut parts = day.split('-').map(|it| it.trim_start_matches('0'));
    let (year, month, date) = (parts.next(), parts.next(), parts.next());
    let [year, month, date] = [year, month, date].map(Option::unwrap_or_default);
    let month = book.say(&format!("month.{month}")).to_owned();
    book.fill("day", &[("year", year), ("month", &month), ("date", date)])
}

/// The ending of the card's class.
fn look(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "likely",
        Verdict::Check => "check",
        Verdict::NeedInfo => "need-info",
        Verdict::Already | Verdict::Superseded => "already",
        Verdict::Unlikely | Verdict::Closed | Verdict::Na => "unlikely",
    }
}
