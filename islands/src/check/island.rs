//! The self-check in the browser: takes over the form, so that no answer is sent anywhere.

use std::cell::OnceCell;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

use super::screen::screen;
use super::{Book, Session, keep};

thread_local! {
    /// The book that the loader fetched. The island has no properties: those would bring a JSON
    /// reader into the wasm.
    static BOOK: OnceCell<Book> = const { OnceCell::new() };
}

/// Takes the book in the form that [`Book::to_bytes`] gave it. Called once, before the island comes
/// to life; false if it is not of this program's making.
pub fn open_book(bytes: &[u8]) -> bool {
    let book = Book::from_bytes(bytes);
    book.is_some_and(|book| BOOK.with(|cell| cell.set(book).is_ok()))
}

/// What the server's page begins with.
#[derive(Clone)]
pub struct Opening {
    pub book: Book,
    pub session: Session,
}

#[island]
pub fn SelfCheck() -> impl IntoView {
    let check = Check::begin();
    Effect::new(move || check.come_alive());

    let say = move |key: &'static str| check.book.with_value(|book| book.say(key).to_owned());
    let where_answers_go = move || {
        if check.is_alive.get() { say("private") } else { say("through_server") }
    };
    let keep_or_forget = move |event| check.keep_or_forget(event_target_checked(&event));
    view! {
        <div
            class="check"
            on:click=move |event| check.note_button(&event)
            on:submit=move |event| check.submit(&event)
        >
            <div inner_html=move || check.drawn()></div>
            <p class="check__privacy">{where_answers_go}</p>
            <div class="choice choice--quiet" hidden=move || !check.may_keep()>
                <input class="choice__input" id="check-keep" type="checkbox"
                    prop:checked=check.is_kept on:change=keep_or_forget/>
                <label class="choice__label" for="check-keep">{say("keep")}</label>
            </div>
        </div>
    }
}

/// What the island remembers while it is on the screen.
#[derive(Clone, Copy)]
struct Check {
    book: StoredValue<Book>,
    session: RwSignal<Session>,
    /// The browser computes. Before that each step goes through the server.
    is_alive: RwSignal<bool>,
    /// The villager ticked that this phone may keep the answers.
    is_kept: RwSignal<bool>,
    /// The value of the button pressed last: old browsers do not tell it with the form.
    pressed: StoredValue<String>,
    /// Sessions by their depth in the browser's history; the address never changes.
    past: StoredValue<Vec<Session>>,
    /// Where in `past` the screen is.
    depth: StoredValue<usize>,
}

impl Check {
    /// On the server from what the page was given; in the browser from the book that was fetched and
    /// the form that is on the page.
    fn begin() -> Self {
        let Opening { book, session } = use_context::<Opening>().unwrap_or_else(|| {
            let book = BOOK.with(|cell| cell.get().cloned());
            let book = book.expect("the loader opens the book before it wakes the island");
            let session = form_on_page().map(|form| Session::shown(&book, &fields(&form, "")));
            Opening { book, session: session.unwrap_or_default() }
        });
        Self {
            book: StoredValue::new(book),
            session: RwSignal::new(session),
            is_alive: RwSignal::new(false),
            is_kept: RwSignal::new(false),
            pressed: StoredValue::new(String::new()),
            past: StoredValue::new(Vec::new()),
            depth: StoredValue::new(0),
        }
    }

    fn drawn(self) -> String {
        self.book.with_value(|book| screen(book, &self.session.read()).into_string())
    }

    fn come_alive(self) {
        self.is_alive.set(true);
        if let Some(answers) = keep::kept()
            && !self.session.read_untracked().has_answers()
        {
            self.is_kept.set(true);
            self.session.set(Session::resumed(answers));
        }
        self.past.set_value(vec![self.session.get_untracked()]);
        mark_place(0, false);
        let listener = window_event_listener(ev::popstate, move |_| self.arrive());
        on_cleanup(move || listener.remove());
    }

    fn may_keep(self) -> bool {
        self.is_alive.get() && self.session.read().has_answers()
    }

    /// Back or forward in the browser: that screen, with the answers of now.
    fn arrive(self) {
        let Some(depth) = marked_depth() else {
            // A link within the page leads to a place without a mark: it is the same screen.
            return mark_place(self.depth.get_value(), false);
        };
        self.depth.set_value(depth);
        let answers = self.session.read_untracked().answers().to_vec();
        if let Some(then) = self.past.with_value(|past| past.get(depth).cloned()) {
            self.session.set(then.with_answers(answers));
            focus_heading();
        }
    }

    fn note_button(self, event: &ev::MouseEvent) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let button = target.and_then(|it| it.closest("button").ok().flatten());
        let value = button.and_then(|it| it.get_attribute("value"));
        self.pressed.set_value(value.unwrap_or_default());
    }

    fn submit(self, event: &ev::SubmitEvent) {
        let form = event.target().and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
        // An application does leave for the server, as its button says.
        let Some(form) = form.filter(|it| it.class_list().contains("check__form")) else { return };
        event.prevent_default();
        let pressed = self.pressed.get_value();
        self.pressed.set_value(String::new());
        let go = if pressed.is_empty() { "next" } else { &pressed };
        let fields = fields(&form, go);
        self.show(self.book.with_value(|book| Session::step(book, &fields)));
    }

    fn show(self, next: Session) {
        if !next.has_answers() {
            self.is_kept.set(false);
            keep::forget();
        } else if self.is_kept.get_untracked() {
            keep::keep(next.answers());
        }
        if next.screen != self.session.read_untracked().screen {
            let depth = self.depth.get_value() + 1;
            self.depth.set_value(depth);
            self.past.update_value(|past| {
                past.truncate(depth);
                past.push(next.clone());
            });
            mark_place(depth, true);
        }
        if !next.has_answers() && self.session.read_untracked().has_answers() {
            // Nothing said before may come back with the browser's back button.
            self.past.update_value(|past| past.fill(next.clone()));
        }
        self.session.set(next);
        focus_heading();
    }

    fn keep_or_forget(self, is_ticked: bool) {
        self.is_kept.set(is_ticked);
        if is_ticked {
            keep::keep(self.session.read_untracked().answers());
        } else {
            keep::forget();
        }
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
    request_animation_frame(|| {
        let document = document();
        let target = document
            .get_element_by_id("error-summary")
            .or_else(|| document.get_element_by_id("check-heading"));
        if let Some(element) = target.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            drop(element.focus());
        }
    });
}
