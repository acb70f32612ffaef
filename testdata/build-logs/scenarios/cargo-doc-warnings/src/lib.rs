//! Links to [`Missing`] and to <b>html.
//!
//! ```should_panic
//! panic!("error: on purpose");
//! ```

/// See [an error](Failure) or http://example.org
pub fn fail() {}
