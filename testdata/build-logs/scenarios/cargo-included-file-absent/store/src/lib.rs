pub const SCHEMA: &str = include_str!("../sql/schema.sql");
