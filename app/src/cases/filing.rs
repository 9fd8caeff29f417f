//! What filing an application and a complaint have in common: the receipt of a form, and the short
//! reference.

use casework::receipt::Receipt;
use casework::reference::{CaseKind, Reference};
use store::StoreError;
use store::cases::{Filed, TrackedCase};

use crate::site::error::PageError;
use crate::site::portal::Portal;

/// A form with what was said in it. Sent twice it is the same, so it has the same receipt; with
/// anything changed it is another.
pub struct FiledForm {
    pub receipt: Receipt,
    pub receipt_hash: String,
    /// Keyed hash of the form, for the store.
    pub tag: String,
}

impl FiledForm {
    pub fn new(portal: &Portal, form_key: &str, said: &[&str]) -> Self {
        // Lengths keep apart what stands side by side.
        let parts: Vec<String> = said.iter().map(|it| format!("{} {it}", it.len())).collect();
        let tag = portal.key.tag_hex("form", format!("{form_key} {}", parts.join(" ")).as_bytes());
        let receipt = Receipt::for_form(&portal.key, &tag);
        let receipt_hash = receipt.keyed_hash(&portal.key);
        Self { receipt, receipt_hash, tag }
    }

    /// The case that this form became, if it was sent before.
    pub async fn case(&self, portal: &Portal) -> Result<Option<TrackedCase>, StoreError> {
        portal.store.tracked_case(&self.receipt_hash).await
    }
}

/// A reference is short, so two cases may draw the same: then another is drawn.
pub async fn file_with_new_reference<F, R>(kind: CaseKind, file: F) -> Result<(), PageError>
where
    F: Fn(String) -> R,
    R: Future<Output = Result<Filed, StoreError>>,
{
    const TRIES: usize = 5;
    for _ in 0..TRIES {
        let mut random = [0; 4];
        getrandom::fill(&mut random)
            .map_err(|error| PageError::Internal(anyhow::anyhow!(error)))?;
        match file(Reference::new(kind, random).to_string()).await {
            Err(StoreError::Conflict) => {}
            done => return done.map(|_| ()).map_err(PageError::from),
        }
    }
    Err(PageError::Busy)
}
