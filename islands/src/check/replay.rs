//! A kept record, worked out again: in the browser, offline, or by the server where there is no island.

use eligibility::Interview;
use maud::{Markup, html};

use super::Book;
use super::record::{Record, Replayed};
use super::results::all_groups;
use super::screen::go;

/// The form's own part: where the record is put in.
pub fn replay_form(book: &Book, text: &str) -> Markup {
    let is_wrong = Record::parse(text).is_none() && !text.trim().is_empty();
    html! {
        h1 #check-heading tabindex="-1" { (book.say("replay.title")) }
        p.lead { (book.say("replay.lead")) }
        // Reading a file takes the island: without it the text is pasted.
        p.check__file {
            label.field__label for="replay-file" { (book.say("replay.file")) }
            input.input #replay-file type="file" accept="text/plain,.txt";
        }
        div class=(if is_wrong { "field field--wrong" } else { "field" }) {
            label.field__label for="record" { (book.say("replay.text")) }
            @if is_wrong { p.field__problem role="alert" { (book.say("replay.wrong")) } }
            textarea.input.input--area #record name="record" rows="8" { (text) }
        }
        (go("button button--wide", "replay", book.say("replay.go")))
    }
}

/// What came out; nothing where there is no record.
pub fn replayed(book: &Book, text: &str) -> Markup {
    let Some(record) = Record::parse(text) else { return Markup::default() };
    let (session, replayed) = record.replay(book);
    let interview = Interview::new(session.pack(book), &session.facts(book));
    let key = match replayed {
        Replayed::Same => "replay.same",
        Replayed::Different => "replay.different",
        Replayed::OtherRules => "replay.other_rules",
    };
    html! {
        p.check__replayed role="status" data-replayed=(key) { (book.say(key)) }
        p.note { (book.say("replay.rules")) (record.pack) " " (record.hash) " · " (record.engine) }
        (all_groups(book, &session, &interview))
    }
}
