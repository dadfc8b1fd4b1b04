//! The integration tests, in one program.
