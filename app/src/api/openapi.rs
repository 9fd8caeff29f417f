//! `/api/openapi.json`: the contract, made from the same definitions that answer.

use std::sync::LazyLock;

use axum::http::HeaderMap;
use axum::response::Response;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::response::ResponseBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ComponentsBuilder, Schema, Type};
use utoipa::openapi::{
    Content, HeaderBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder,
    PathItem, PathsBuilder, Ref, RefOr, Required, ResponsesBuilder,
};
use utoipa::{PartialSchema, ToSchema};

use super::answer::{LICENCE, PageHead, ReleaseHead};
use super::parameter::{Kind, MAX_TEXT, Parameter};
use super::problem::{Mistake, Problem};
use super::resource::{Definition, Resource};
use super::resources;
use crate::site::sent::sent;

const ABOUT: &str = "Everything that this portal publishes, for programs. Reads only, without a key. \
    Every answer names the release it is from; `?release=N` asks for a former one, which never \
    changes. Counts of households are protected: multiples of 5. Money is exact, in fen (1/100 yuan). \
    The whole of a release lies in files below /data/releases/; take those rather than thousands of \
    pages.";

/// `GET /api/openapi.json`
pub async fn show(headers: HeaderMap) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        document(&resources()).to_pretty_json().expect("texts and numbers make JSON")
    });
    sent(&headers, 0, "application/json", TEXT.clone().into_bytes())
}

fn document(resources: &[Resource]) -> OpenApi {
    let mut components = ComponentsBuilder::new()
        .schema_from::<Problem>()
        .schema(Mistake::name(), Mistake::schema())
        .schema_from::<ReleaseHead>()
        .schema_from::<PageHead>();
    let mut paths = PathsBuilder::new();
    for Resource { definition, schemas, .. } in resources {
        components = components.schemas_from_iter(schemas.all.clone());
        let path = format!("/api/v1{}", definition.path);
        paths = paths.path(path, PathItem::new(HttpMethod::Get, operation(definition, schemas)));
    }
    let licence = LicenseBuilder::new().name("CC BY 4.0").url(Some(LICENCE)).build();
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Yangguang 阳光")
                .version("1")
                .description(Some(ABOUT))
                .license(Some(licence))
                .build(),
        )
        .paths(paths)
        .components(Some(components.build()))
        .build()
}

fn operation(
    definition: &Definition,
    schemas: &super::resource::Schemas,
) -> utoipa::openapi::path::Operation {
    OperationBuilder::new()
        .operation_id(Some(definition.name))
        .summary(Some(definition.summary))
        .parameters(Some(definition.parameters.iter().map(parameter)))
        .responses(responses(definition.is_list, &schemas.name))
        .build()
}

fn parameter(it: &Parameter) -> utoipa::openapi::path::Parameter {
    let (place, required) = if it.is_in_path {
        (ParameterIn::Path, Required::True)
    } else {
        (ParameterIn::Query, if it.is_required { Required::True } else { Required::False })
    };
    ParameterBuilder::new()
        .name(it.name)
        .parameter_in(place)
        .required(required)
        .description(Some(it.says))
        .schema(Some(value(it.kind)))
        .build()
}

fn value(kind: Kind) -> Schema {
    let text = ObjectBuilder::new().schema_type(Type::String);
    match kind {
        Kind::Number { first, last } => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(first))
            .maximum(Some(last))
            .build(),
        Kind::OneOf(all) => text.enum_values(Some(all.iter().copied())).build(),
        Kind::Text => text
            .min_length(Some(1))
            .max_length(Some(MAX_TEXT))
            .pattern(Some("^[^\\u0000]*$"))
            .build(),
        Kind::Code => text.pattern(Some("^[0-9]{12}$")).build(),
        Kind::Id => text.min_length(Some(1)).build(),
    }
    .into()
}

fn responses(is_list: bool, data: &str) -> utoipa::openapi::Responses {
    let mut found = ResponseBuilder::new()
        .description("What was asked for.")
        .content("application/json", Content::new(Some(envelope(is_list, data))))
        .header("ETag", text_header("Stands for these very bytes; send it as If-None-Match."));
    if is_list {
        found = found.header("Link", text_header("The first, previous, next and last page."));
    }
    let known = ResponseBuilder::new().description("You have it already.");
    let problem = |description: &str| {
        let schema = Ref::from_schema_name(Problem::name());
        let content = Content::new(Some(RefOr::<Schema>::Ref(schema)));
        ResponseBuilder::new().description(description).content("application/problem+json", content)
    };
    ResponsesBuilder::new()
        .response("200", found)
        .response("304", known)
        .response("400", problem("A parameter is wrong; the problem names every one."))
        .response("404", problem("There is no such thing, or not in that release."))
        .response("405", problem("Only for reading."))
        .response("503", problem("Busy; ask again in a few seconds."))
        .build()
}

fn text_header(description: &str) -> utoipa::openapi::Header {
    HeaderBuilder::new()
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some(description))
        .build()
}

fn envelope(is_list: bool, data: &str) -> Schema {
    let of = |name: &str| RefOr::<Schema>::Ref(Ref::from_schema_name(name));
    let licence = ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some("What may be done with it."));
    let is_demo = ObjectBuilder::new()
        .schema_type(Type::Boolean)
        .description(Some("It is made up, to show how the portal works."));
    let mut object = ObjectBuilder::new()
        .property("release", of(&ReleaseHead::name()))
        .required("release")
        .property("licence", licence)
        .required("licence")
        .property("is_demo", is_demo)
        .required("is_demo")
        .required("data");
    object = if is_list {
        object
            .property("page", of(&PageHead::name()))
            .required("page")
            .property("data", ArrayBuilder::new().items(of(data)))
    } else {
        object.property("data", of(data))
    };
    object.build().into()
}
