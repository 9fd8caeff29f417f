//! Futures with their type written out. Without it the compiler cannot see through several levels
//! of `async fn` that a request handler may move them between threads.

use std::pin::Pin;

pub(crate) type Work<'a, E> = Pin<Box<dyn Future<Output = Result<(), E>> + Send + 'a>>;
