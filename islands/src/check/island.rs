//! The self-check in the browser: takes over the form, so that no answer is sent anywhere.
//!
//! Each step shows a whole new screen as HTML text, so nothing here is reactive: a few listeners on the
//! island's own element are all there is. A reactive island weighed 30 kB more on an old phone.

use std::cell::{Cell, OnceCell, RefCell};

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, FileReader, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
    Window,
};

use super::results::rules_note;
use super::screen::screen;
use super::{Book, Session, keep, speech};

/// How often a phone that lies idle is looked at.
const LOOK_MS: i32 = 20_000;

thread_local! {
    static CHECK: OnceCell<Check> = const { OnceCell::new() };
}

/// What the island remembers while it is on the screen.
struct Check {
    book: Book,
    root: Element,
    session: RefCell<Session>,
    /// The villager ticked that this phone may keep the answers.
    is_kept: Cell<bool>,
    /// The value of the button pressed last: old browsers do not tell it with the form.
    pressed: RefCell<String>,
    /// Sessions by their depth in the browser's history; the address never changes.
    past: RefCell<Vec<Session>>,
    /// Where in `past` the screen is.
    depth: Cell<usize>,
    /// When something was last done, in milliseconds since 1970.
    touched_at: Cell<i64>,
}

/// Brings the island on the page to life, with the book in the form that [`Book::to_bytes`] gave it.
/// False if there is none, or the book is not of this program's making.
pub fn begin(book: &[u8]) -> bool {
    let Some(check) = Book::from_bytes(book).and_then(Check::on_page) else { return false };
    CHECK.with(|cell| {
        let is_new = cell.set(check).is_ok();
        if let Some(check) = cell.get().filter(|_| is_new) {
            check.come_alive();
        }
        is_new
    })
}

/// Something happened in the browser.
fn on_event(event: &Event) {
    CHECK.with(|cell| {
        if let Some(check) = cell.get() {
            check.handle(event);
        }
    });
}

impl Check {
    /// From the form that is on the page, with whatever was filled in before the island woke.
    fn on_page(book: Book) -> Option<Self> {
        let root = document().get_element_by_id("check")?;
        let session = form_on_page().map(|form| Session::shown(&book, &fields(&form, "")));
        Some(Self {
            book,
            root,
            session: RefCell::new(session.unwrap_or_default()),
            is_kept: Cell::new(false),
            pressed: RefCell::default(),
            past: RefCell::default(),
            depth: Cell::new(0),
            touched_at: Cell::new(keep::now_ms()),
        })
    }

    fn come_alive(&self) {
        let listener = Closure::<dyn Fn(Event)>::new(|event| on_event(&event));
        let listener: Function = listener.into_js_value().unchecked_into();
        for kind in ["click", "submit", "change"] {
            drop(self.root.add_event_listener_with_callback(kind, &listener));
        }
        for kind in ["popstate", "online"] {
            drop(window().add_event_listener_with_callback(kind, &listener));
        }
        if let Some(synthesis) = speech::synthesis() {
            // Voices may be there at once, or be loaded later.
            synthesis.set_onvoiceschanged(Some(&listener));
        }
        let look = Closure::<dyn Fn()>::new(|| {
            CHECK.with(|cell| {
                if let Some(check) = cell.get() {
                    check.forget_when_idle();
                }
            });
        });
        let look: Function = look.into_js_value().unchecked_into();
        drop(window().set_interval_with_callback_and_timeout_and_arguments_0(&look, LOOK_MS));

        let kept = keep::kept().filter(|_| !self.session.borrow().has_answers());
        let is_resumed = kept.is_some();
        if let Some(answers) = kept {
            self.is_kept.set(true);
            self.session.replace(Session::resumed(answers));
        }
        self.past.borrow_mut().push(self.session.borrow().clone());
        mark_place(0, false);
        self.find_voice();
        drop(self.root.class_list().add_1("check--alive"));
        set_text("check-privacy", self.book.say("private"));
        if is_resumed {
            self.draw();
        } else {
            // The screen stands already, perhaps with something filled in: that stays.
            self.draw_surroundings();
        }
    }

    fn handle(&self, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        match (event.type_().as_str(), target) {
            ("click", Some(target)) => self.note_button(&target),
            ("submit", Some(target)) => self.submit(event, &target),
            ("change", Some(target)) => self.changed(&target),
            ("popstate", _) => self.arrive(),
            ("online", _) => set_text("check-unsent", ""),
            ("voiceschanged", _) => self.find_voice(),
            _ => {}
        }
    }

    fn draw(&self) {
        let session = self.session.borrow();
        if let Some(place) = document().get_element_by_id("check-screen") {
            place.set_inner_html(&screen(&self.book, &session).into_string());
        }
        self.draw_surroundings();
    }

    fn draw_surroundings(&self) {
        let session = self.session.borrow();
        set_text("check-rules", &rules_note(&self.book, &session));
        if let Some(box_) = document().get_element_by_id("check-may-keep") {
            drop(box_.toggle_attribute_with_force("hidden", !session.has_answers()));
        }
        let tick = document().get_element_by_id("check-keep");
        if let Some(tick) = tick.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            tick.set_checked(self.is_kept.get());
        }
    }

    fn find_voice(&self) {
        let can_speak = speech::can_speak(&self.book.language);
        drop(self.root.class_list().toggle_with_force("check--speaks", can_speak));
    }

    /// A phone that lies on a table shows nothing to the next who takes it up.
    fn forget_when_idle(&self) {
        let is_idle = keep::now_ms() - self.touched_at.get() >= keep::IDLE_MS;
        if is_idle && self.session.borrow().has_answers() {
            self.show(Session::default());
        }
    }

    /// Back or forward in the browser: that screen, with the answers of now.
    fn arrive(&self) {
        let Some(depth) = marked_depth() else {
            // A link within the page leads to a place without a mark: it is the same screen.
            return mark_place(self.depth.get(), false);
        };
        self.depth.set(depth);
        let then = self.past.borrow().get(depth).cloned();
        if let Some(then) = then {
            let then = then.with_answers_of(&self.session.borrow());
            self.session.replace(then);
            self.draw();
            focus_heading();
        }
    }

    fn note_button(&self, target: &Element) {
        self.touched_at.set(keep::now_ms());
        let Some(button) = target.closest("button").ok().flatten() else { return };
        if let Some(text) = button.get_attribute("data-say") {
            return speech::speak(&text, &self.book.language);
        }
        if button.has_attribute("data-print") {
            drop(window().print());
            return;
        }
        self.pressed.replace(button.get_attribute("value").unwrap_or_default());
    }

    fn submit(&self, event: &Event, target: &Element) {
        let Some(form) = target.dyn_ref::<HtmlFormElement>() else { return };
        if !form.class_list().contains("check__form") {
            // An application does leave for the server, as its button says. Without a network it
            // stays, and the page says so.
            if !window().navigator().on_line() {
                event.prevent_default();
                set_text("check-unsent", self.book.say("unsent"));
            }
            return;
        }
        event.prevent_default();
        speech::hush();
        let pressed = self.pressed.take();
        let go = if pressed.is_empty() { "next" } else { &pressed };
        self.show(Session::step(&self.book, &fields(form, go)));
    }

    /// The tick that the phone may keep the answers, or a record's file.
    fn changed(&self, target: &Element) {
        let Some(input) = target.dyn_ref::<HtmlInputElement>() else { return };
        match input.id().as_str() {
            "check-keep" => {
                self.is_kept.set(input.checked());
                self.keep_or_forget();
            }
            "replay-file" => read_file(input),
            _ => {}
        }
    }

    fn keep_or_forget(&self) {
        if self.is_kept.get() {
            keep::keep(&self.session.borrow().travelling());
        } else {
            keep::forget();
        }
    }

    fn show(&self, next: Session) {
        set_text("check-unsent", "");
        if !next.has_answers() {
            self.is_kept.set(false);
        }
        let before = self.session.replace(next);
        self.keep_or_forget();
        let next = self.session.borrow().clone();
        if next.screen != before.screen {
            let depth = self.depth.get() + 1;
            self.depth.set(depth);
            let mut past = self.past.borrow_mut();
            past.truncate(depth);
            past.push(next.clone());
            mark_place(depth, true);
        }
        if !next.has_answers() && before.has_answers() {
            // Nothing said before may come back with the browser's back button.
            self.past.borrow_mut().fill(next);
        }
        self.draw();
        focus_heading();
    }

    fn take_record(&self, record: String) {
        self.session.borrow_mut().record = record;
        self.draw();
    }
}

/// Reads a record's file; it goes nowhere else.
fn read_file(input: &HtmlInputElement) {
    let file = input.files().and_then(|it| it.get(0));
    let (Some(file), Ok(reader)) = (file, FileReader::new()) else { return };
    let done = reader.clone();
    let take = Closure::<dyn Fn()>::new(move || {
        let record = done.result().ok().and_then(|it| it.as_string()).unwrap_or_default();
        CHECK.with(|cell| {
            if let Some(check) = cell.get() {
                check.take_record(record);
            }
        });
    });
    let take: Function = take.into_js_value().unchecked_into();
    reader.set_onload(Some(&take));
    drop(reader.read_as_text(&file));
}

fn window() -> Window {
    web_sys::window().expect("the island runs in a page")
}

fn document() -> Document {
    window().document().expect("the island runs in a page")
}

fn set_text(id: &str, text: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}

fn form_on_page() -> Option<HtmlFormElement> {
    document().query_selector(".check__form").ok()??.dyn_into().ok()
}

fn fields(form: &HtmlFormElement, go: &str) -> Vec<(String, String)> {
    let mut fields = vec![("go".to_owned(), go.to_owned())];
    let Ok(data) = FormData::new_with_form(form) else { return fields };
    let entries = js_sys::try_iter(&data).ok().flatten();
    for entry in entries.into_iter().flatten().flatten() {
        let entry: js_sys::Array = entry.unchecked_into();
        if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
            fields.push((name, value));
        }
    }
    fields
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small index")]
fn marked_depth() -> Option<usize> {
    let state = window().history().and_then(|it| it.state()).unwrap_or(JsValue::NULL);
    state.as_f64().map(|it| it as usize)
}

/// Marks this place in the browser's history, so that its back button works. No address, no answers.
#[expect(clippy::cast_precision_loss, reason = "a small index")]
fn mark_place(depth: usize, is_new: bool) {
    let Ok(history) = window().history() else { return };
    let depth = JsValue::from_f64(depth as f64);
    let done = if is_new {
        history.push_state_with_url(&depth, "", None)
    } else {
        history.replace_state_with_url(&depth, "", None)
    };
    // Without history the page still works; only the browser's own back button leaves it.
    drop(done);
}

fn focus_heading() {
    let document = document();
    let target = document
        .get_element_by_id("error-summary")
        .or_else(|| document.get_element_by_id("check-heading"));
    if let Some(element) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        drop(element.focus());
    }
}
