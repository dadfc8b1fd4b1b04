//! Paragraphs in, quotes out.
