//! gzip and zstd, read: several members or frames one after the other, as they are written by `cat` and by parallel
//! packers. And reading up to a limit, so that a small file cannot unpack to a large one unnoticed.

use crate::failure::Reason;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

/// How a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    Gzip,
    Zstd,
}

impl Packing {
    /// By the ending of a name.
    pub(crate) fn of(path: &Path) -> Option<Packing> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "gz" | "tgz" => Some(Packing::Gzip),
            "zst" | "tzst" => Some(Packing::Zstd),
            _ => None,
        }
    }
}

/// An open file, unpacked as it is read.
pub(crate) struct Opened {
    unpacked: Box<dyn Read>,
    read: Rc<Cell<u64>>,
}

/// How far the file itself has been read.
#[derive(Debug, Clone)]
pub(super) struct Progress(Rc<Cell<u64>>);

impl Progress {
    /// The bytes that were read since the last call.
    pub(super) fn take(&self) -> u64 {
        self.0.take()
    }
}

impl Opened {
    pub(super) fn progress(&self) -> Progress {
        Progress(Rc::clone(&self.read))
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.unpacked.read(buffer)
    }
}

/// Opens a file.
pub(crate) fn open(path: &Path, packing: Option<Packing>) -> io::Result<Opened> {
    let read = Rc::new(Cell::new(0));
    let counted = Counted { file: File::open(path)?, read: Rc::clone(&read) };
    Ok(Opened { unpacked: unpack(counted, packing), read })
}

/// What is in `packed`.
pub(super) fn unpack<'a>(packed: impl Read + 'a, packing: Option<Packing>) -> Box<dyn Read + 'a> {
    match packing {
        None => Box::new(packed),
        Some(Packing::Gzip) => Box::new(MultiGzDecoder::new(BufReader::new(packed))),
        Some(Packing::Zstd) => Box::new(Frames::new(BufReader::new(packed))),
    }
}

/// Reads the whole of `from`, unless it is larger than `max_bytes`. It is `expected` to be so long; 0 where nobody knows.
pub(crate) fn read_limited(from: impl Read, expected: u64, max_bytes: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(max_bytes)).unwrap_or(0));
    from.take(max_bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| Reason::from(&error))?;
    if bytes.len() as u64 > max_bytes { Err(Reason::too_large(max_bytes)) } else { Ok(bytes) }
}

struct Counted {
    file: File,
    read: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let len = self.file.read(buffer)?;
        self.read.set(self.read.get() + len as u64);
        Ok(len)
    }
}

/// zstd frames, one after the other.
struct Frames<R: BufRead> {
    from: R,
    frame: FrameDecoder,
    open: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(from: R) -> Self {
        Frames { from, frame: FrameDecoder::new(), open: false }
    }

    /// Opens the next frame; false at the end of the file. A skippable frame is skipped.
    fn next(&mut self) -> io::Result<bool> {
        loop {
            if self.from.fill_buf()?.is_empty() {
                return Ok(false);
            }
            match self.frame.reset(&mut self.from) {
                Ok(()) => {
                    self.open = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut self.from.by_ref().take(u64::from(length)), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }

    /// Decodes until there are bytes to read or the frame ends.
    fn decode(&mut self) -> io::Result<()> {
        while self.frame.can_collect() == 0 && !self.frame.is_finished() {
            self.frame
                .decode_blocks(&mut self.from, BlockDecodingStrategy::UptoBlocks(1))
                .map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// The sum at the end of the frame, if it has one, is that of the bytes.
    fn close(&mut self) -> io::Result<()> {
        self.open = false;
        match (self.frame.get_checksum_from_data(), self.frame.get_calculated_checksum()) {
            (Some(written), Some(counted)) if written != counted => {
                Err(io::Error::other("the checksum is wrong"))
            }
            _ => Ok(()),
        }
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() && (self.open || self.next()?) {
            self.decode()?;
            if self.frame.can_collect() > 0 {
                return self.frame.read(buffer);
            }
            self.close()?;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    #[test]
    fn frames_one_after_the_other_are_one_text() {
        let mut packed = compress_to_vec(&b"Harbour "[..], CompressionLevel::Fastest);
        packed.extend_from_slice(b"\x50\x2a\x4d\x18\x03\0\0\0abc");
        packed.extend(compress_to_vec(&b"line opens"[..], CompressionLevel::Fastest));
        let mut text = String::new();
        unpack(&*packed, Some(Packing::Zstd)).read_to_string(&mut text).unwrap();
        assert_eq!(text, "Harbour line opens");
        packed.truncate(packed.len() - 4);
        assert!(unpack(&*packed, Some(Packing::Zstd)).read_to_string(&mut text).is_err());
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_large_one_is_too_large() {
        let packed = compress_to_vec(&*vec![b' '; 1 << 20], CompressionLevel::Fastest);
        let read = |max| read_limited(unpack(&*packed, Some(Packing::Zstd)), 0, max);
        assert!(packed.len() < 1000 && read(1 << 20).is_ok() && read((1 << 20) - 1).is_err());
    }
}
