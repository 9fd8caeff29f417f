//! One address of the API: what may be asked, who answers, and what the contract says of it.

use std::sync::Arc;

use axum::extract::{OriginalUri, RawPathParams, State, rejection::RawPathParamsRejection};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use serde::Serialize;
use store::published::Release;
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, schema::Schema};

use super::answer::{Envelope, answer};
use super::parameter::{Parameter, Values};
use super::problem::{Mistake, Problem};
use crate::site::portal::Portal;

/// What a program asked for, checked, and the release that it is answered from.
pub struct Asked {
    pub portal: Portal,
    pub release: Arc<Release>,
    pub values: Values,
}

impl Asked {
    pub fn number(&self) -> i64 {
        self.release.number
    }

    /// A part of the path, such as `code`.
    pub fn part(&self, name: &str) -> &str {
        self.values.text(name).unwrap_or_default()
    }

    pub fn today(&self) -> String {
        self.portal.clock.today().to_string()
    }
}

/// What was found: one thing, or a page of a list.
pub enum Found<T> {
    One(T),
    Page(store::Page<T>),
}

pub type Answer<T> = Result<Found<T>, Problem>;

/// What the contract says of an address.
#[derive(Clone, Copy)]
pub struct Definition {
    /// Below `/api/v1`.
    pub path: &'static str,
    /// Of the operation, for programs that are made from the contract.
    pub name: &'static str,
    pub summary: &'static str,
    pub parameters: &'static [Parameter],
    pub is_list: bool,
    /// Taken from documents, never made up: as true in the demo as elsewhere.
    pub is_documented: bool,
}

/// An address with its answer.
pub struct Resource {
    pub definition: Definition,
    pub schemas: Schemas,
    pub route: MethodRouter<Portal>,
}

/// The shape of the data of an answer.
pub struct Schemas {
    pub name: String,
    pub all: Vec<(String, RefOr<Schema>)>,
}

impl Definition {
    pub const fn one(path: &'static str, name: &'static str, summary: &'static str) -> Self {
        let parameters = &[];
        Self { path, name, summary, parameters, is_list: false, is_documented: false }
    }

    pub const fn list(path: &'static str, name: &'static str, summary: &'static str) -> Self {
        Self { is_list: true, ..Self::one(path, name, summary) }
    }

    pub const fn with(self, parameters: &'static [Parameter]) -> Self {
        Self { parameters, ..self }
    }

    pub const fn documented(self) -> Self {
        Self { is_documented: true, ..self }
    }

    /// The address, answered by a function.
    pub fn answered_by<T, Read, Reading>(self, read: Read) -> Resource
    where
        T: Serialize + ToSchema + Send + 'static,
        Read: Fn(Asked) -> Reading + Clone + Send + Sync + 'static,
        Reading: Future<Output = Answer<T>> + Send + 'static,
    {
        let mut all = vec![(T::name().into_owned(), T::schema())];
        T::schemas(&mut all);
        let schemas = Schemas { name: T::name().into_owned(), all };
        let route = get(
            move |State(portal): State<Portal>,
                  path: Result<RawPathParams, RawPathParamsRejection>,
                  OriginalUri(uri): OriginalUri,
                  headers: HeaderMap| {
                let read = read.clone();
                async move { self.answer(portal, path, &uri, &headers, read).await }
            },
        );
        Resource { definition: self, schemas, route }
    }

    async fn answer<T, Read, Reading>(
        self,
        portal: Portal,
        path: Result<RawPathParams, RawPathParamsRejection>,
        uri: &Uri,
        headers: &HeaderMap,
        read: Read,
    ) -> Response
    where
        T: Serialize + Send,
        Read: Fn(Asked) -> Reading + Send,
        Reading: Future<Output = Answer<T>> + Send,
    {
        let asked = match self.asked(portal, path, uri.query().unwrap_or_default()).await {
            Ok(asked) => asked,
            Err(problem) => return problem.into_response(),
        };
        let release = asked.release.clone();
        let fields = asked.values.fields(self.parameters);
        match read(asked).await {
            Ok(found) => {
                let envelope = Envelope::of(&release, self.is_documented);
                answer(headers, uri.path(), &fields, envelope, found)
            }
            Err(problem) => problem.into_response(),
        }
    }

    async fn asked(
        self,
        portal: Portal,
        path: Result<RawPathParams, RawPathParamsRejection>,
        query: &str,
    ) -> Result<Asked, Problem> {
        let path: Vec<(String, String)> = path
            .map_err(|_| Problem::not_found("The address is not text in UTF-8."))?
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        // No text of ours holds it, and PostgreSQL cannot even look for it.
        if path.iter().any(|(_, value)| value.contains('\0')) {
            return Err(Problem::not_found("No id holds the character NUL."));
        }
        let values =
            Values::read(self.parameters, &path, query).map_err(Problem::bad_parameters)?;
        let release = release(&portal, values.number("release")).await?;
        Ok(Asked { portal, release, values })
    }
}

/// The published release that was asked for, or the current one.
async fn release(portal: &Portal, number: Option<i64>) -> Result<Arc<Release>, Problem> {
    let current = portal
        .release()
        .ok_or_else(|| Problem::not_found("Nothing is published here yet. Ask again later."))?;
    match number {
        Some(number) if number != current.number => {
            let release = portal.store.release(number).await?;
            release.map(Arc::new).ok_or_else(|| {
                Problem::bad_parameters(vec![Mistake {
                    parameter: "release".to_owned(),
                    detail: format!(
                        "No release {number} is published. The current one is {}; \
                         /api/v1/releases lists all.",
                        current.number
                    ),
                }])
                .with_not_found()
            })
        }
        _ => Ok(current),
    }
}
