//! What the public sees, as it stands in one release. A release is written once and never changed.

mod counts;
mod evidence;
mod money;
mod notice;
mod place;
mod project;
mod release;

use serde::{Deserialize, Serialize};

pub use counts::{CountTable, PublicationUnit};
pub use evidence::{Figure, Qualifier, SourceDocument};
pub use money::{Contract, FundLine, Modification, Payment};
pub use notice::Notice;
pub use place::Region;
pub use project::{
    Output, Photo, Project, ProjectDetails, ProjectDocument, ProjectMoney, Supervision,
};
pub use release::{ChangeReason, RecordKind, Release};

/// All of a release, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReleaseContent {
    pub release: Release,
    pub sources: Vec<SourceDocument>,
    pub figures: Vec<Figure>,
    pub counts: Vec<CountTable>,
    pub units: Vec<PublicationUnit>,
    pub projects: Vec<Project>,
    pub funds: Vec<FundLine>,
    pub contracts: Vec<Contract>,
    pub payments: Vec<Payment>,
    pub notices: Vec<Notice>,
    /// Why records differ from the release before.
    pub reasons: Vec<ChangeReason>,
}
