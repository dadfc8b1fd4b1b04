//! Who said what: all that a newsroom tool needs to link the crate.
//!
//! ```text
//! cargo run --example parse -- release.txt
//! ```

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: parse FILE")?;
    for release in press_release::Parser::default().parse_bytes(&std::fs::read(path)?)? {
        for quote in &release.quotes {
            let name = quote.speaker.as_ref().and_then(|speaker| speaker.name.as_ref());
            println!("{}: {}", name.map_or("somebody", |name| &name.text), quote.text.text);
        }
    }
    Ok(())
}
