//! The stable name of an edition.
//!
//! Takes a decoded text and the number of an edition, gives 128 bits of FNV-1a in hexadecimal digits, a hyphen and the
//! number. Line ends, blank lines and blanks at the ends of lines are left out, so the same release read from a file
//! with other line ends has the same name. It protects nobody who wants two texts to collide.

const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The name of edition `edition` of `text`.
pub(crate) fn of(text: &str, edition: usize) -> String {
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let hash =
        lines.flat_map(str::bytes).fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{hash:032x}-{edition}")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn line_ends_and_outer_blanks_do_not_count() {
        let name = of("Harbour line opens\nTrains run from May", 0);
        assert_eq!(of(" Harbour line opens  \r\n\r\nTrains run from May\r\n", 0), name);
        assert_ne!(of("Harbour line opens\nTrains run from June", 0), name);
        assert_ne!(of("Harbour line opens\nTrains run from May", 1), name);
        assert_eq!(name.len(), 34);
    }

    #[test]
    fn the_hash_is_fnv1a() {
        assert_eq!(of("", 0), "6c62272e07bb014262b821756295c58d-0");
        assert_eq!(of("a", 1), "d228cb696f1a8caf78912b704e4a8964-1");
    }
}
