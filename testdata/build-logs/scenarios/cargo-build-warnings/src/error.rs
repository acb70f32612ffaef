pub enum Error {
    NotFound,
    PermissionDenied,
}
