/// What went wrong.
///
/// ```
/// assert_eq!(errors::fatal(), "error: fatal");
/// ```
pub fn fatal() -> &'static str {
    "error: fatal"
}
