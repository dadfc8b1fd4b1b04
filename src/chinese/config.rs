//! The configurations of `OpenCC`, and the steps that each takes.
//!
//! Takes nothing; gives for each [`Config`] its name and the tables of its steps, as `OpenCC`'s own files `s2t.json` …
//! name them. What a step does with a table is `step.rs`'s business.

use super::engine::Engine;
use super::table::{Table, tables};
use std::sync::LazyLock;

/// From which written form to which: `OpenCC`'s configurations by their own names.
///
/// `s` is Simplified; `t` `OpenCC`'s own Traditional; `tw` and `hk` Traditional as Taiwan and Hong Kong write it; a `p`
/// at the end converts vocabulary too (软件, 軟體); `jp` is Japanese.
///
/// ```
/// use press_release::chinese::Config;
///
/// assert_eq!(Config::S2hk.name(), "s2hk");
/// assert_eq!("s2hk".parse(), Ok(Config::S2hk));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Config {
    /// Simplified to Traditional.
    S2t,
    /// Traditional to Simplified.
    T2s,
    /// Simplified to Traditional as written in Taiwan.
    S2tw,
    /// Traditional as written in Taiwan to Simplified.
    Tw2s,
    /// Simplified to Traditional as written in Taiwan, with its vocabulary.
    S2twp,
    /// Traditional as written in Taiwan to Simplified, with the vocabulary of the mainland.
    Tw2sp,
    /// Simplified to Traditional as written in Hong Kong.
    S2hk,
    /// Traditional as written in Hong Kong to Simplified.
    Hk2s,
    /// Simplified to Traditional as written in Hong Kong, with its vocabulary.
    S2hkp,
    /// Traditional as written in Hong Kong to Simplified, with the vocabulary of the mainland.
    Hk2sp,
    /// Traditional to Traditional as written in Hong Kong.
    T2hk,
    /// Traditional as written in Hong Kong to Traditional.
    Hk2t,
    /// Traditional to Traditional as written in Taiwan.
    T2tw,
    /// Traditional as written in Taiwan to Traditional.
    Tw2t,
    /// Traditional to the characters of Japan.
    T2jp,
    /// The characters of Japan to Traditional.
    Jp2t,
}

impl Config {
    /// Every configuration.
    pub const ALL: [Config; 16] = [
        Config::S2t,
        Config::T2s,
        Config::S2tw,
        Config::Tw2s,
        Config::S2twp,
        Config::Tw2sp,
        Config::S2hk,
        Config::Hk2s,
        Config::S2hkp,
        Config::Hk2sp,
        Config::T2hk,
        Config::Hk2t,
        Config::T2tw,
        Config::Tw2t,
        Config::T2jp,
        Config::Jp2t,
    ];

    /// `OpenCC`'s name of it.
    pub const fn name(self) -> &'static str {
        match self {
            Config::S2t => "s2t",
            Config::T2s => "t2s",
            Config::S2tw => "s2tw",
            Config::Tw2s => "tw2s",
            Config::S2twp => "s2twp",
            Config::Tw2sp => "tw2sp",
            Config::S2hk => "s2hk",
            Config::Hk2s => "hk2s",
            Config::S2hkp => "s2hkp",
            Config::Hk2sp => "hk2sp",
            Config::T2hk => "t2hk",
            Config::Hk2t => "hk2t",
            Config::T2tw => "t2tw",
            Config::Tw2t => "tw2t",
            Config::T2jp => "t2jp",
            Config::Jp2t => "jp2t",
        }
    }

    /// Between which scripts it converts.
    pub(super) fn direction(self) -> Direction {
        match self {
            Config::S2t | Config::S2tw | Config::S2twp | Config::S2hk | Config::S2hkp => {
                Direction::ToTraditional
            }
            Config::T2s | Config::Tw2s | Config::Tw2sp | Config::Hk2s | Config::Hk2sp => {
                Direction::ToSimplified
            }
            Config::T2hk | Config::Hk2t | Config::T2tw | Config::Tw2t | Config::T2jp | Config::Jp2t => {
                Direction::Between
            }
        }
    }

    /// Whose written form it converts to.
    pub(super) fn target(self) -> Target {
        match self {
            Config::S2hk | Config::S2hkp | Config::T2hk => Target::HongKong,
            Config::S2tw | Config::S2twp | Config::T2tw => Target::Taiwan,
            Config::S2t | Config::Hk2t | Config::Tw2t | Config::Jp2t => Target::Standard,
            Config::T2s | Config::Tw2s | Config::Tw2sp | Config::Hk2s | Config::Hk2sp | Config::T2jp => {
                Target::Other
            }
        }
    }

    /// What it does, made on first use and kept.
    pub(super) fn engine(self) -> &'static Engine {
        static ENGINES: [LazyLock<Engine>; Config::ALL.len()] = [
            LazyLock::new(|| Engine::new(&Config::S2t.steps())),
            LazyLock::new(|| Engine::new(&Config::T2s.steps())),
            LazyLock::new(|| Engine::new(&Config::S2tw.steps())),
            LazyLock::new(|| Engine::new(&Config::Tw2s.steps())),
            LazyLock::new(|| Engine::new(&Config::S2twp.steps())),
            LazyLock::new(|| Engine::new(&Config::Tw2sp.steps())),
            LazyLock::new(|| Engine::new(&Config::S2hk.steps())),
            LazyLock::new(|| Engine::new(&Config::Hk2s.steps())),
            LazyLock::new(|| Engine::new(&Config::S2hkp.steps())),
            LazyLock::new(|| Engine::new(&Config::Hk2sp.steps())),
            LazyLock::new(|| Engine::new(&Config::T2hk.steps())),
            LazyLock::new(|| Engine::new(&Config::Hk2t.steps())),
            LazyLock::new(|| Engine::new(&Config::T2tw.steps())),
            LazyLock::new(|| Engine::new(&Config::Tw2t.steps())),
            LazyLock::new(|| Engine::new(&Config::T2jp.steps())),
            LazyLock::new(|| Engine::new(&Config::Jp2t.steps())),
        ];
        &ENGINES[self as usize]
    }

    fn steps(self) -> Steps {
        use tables as t;
        let (segmenting, first, second) = match self {
            Config::S2t => (None, &t::ST, None),
            Config::T2s => (None, &t::TS, None),
            Config::S2tw => (Some(&t::ST), &t::ST, Some(&t::TW)),
            Config::Tw2s => (Some(&t::TS), &t::TW_REV, Some(&t::TS)),
            Config::S2twp => (Some(&t::ST), &t::ST, Some(&t::TWP)),
            Config::Tw2sp => (Some(&t::TS), &t::TWP_REV, Some(&t::TS)),
            Config::S2hk => (Some(&t::ST), &t::ST, Some(&t::HK)),
            Config::Hk2s => (Some(&t::TS), &t::HK_REV, Some(&t::TS)),
            Config::S2hkp => (Some(&t::ST), &t::ST, Some(&t::HKP)),
            Config::Hk2sp => (Some(&t::TS), &t::HKP_REV, Some(&t::TS)),
            Config::T2hk => (None, &t::HK, None),
            Config::Hk2t => (None, &t::HK_REV, None),
            Config::T2tw => (None, &t::TW, None),
            Config::Tw2t => (None, &t::TW_REV, None),
            Config::T2jp => (None, &t::JP, None),
            Config::Jp2t => (None, &t::JP_REV, None),
        };
        Steps {
            normalisation: &t::COMPATIBILITY,
            segmenting: segmenting.map(|table| &**table),
            first,
            second: second.map(|table| &**table),
        }
    }
}

/// Between which scripts a configuration converts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    ToTraditional,
    ToSimplified,
    /// Between written forms of Traditional.
    Between,
}

/// Whose written form a configuration converts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    HongKong,
    Taiwan,
    /// `OpenCC`'s own Traditional.
    Standard,
    /// None of those: Simplified, Japanese.
    Other,
}

/// The tables of a configuration, in the order of their use.
pub(super) struct Steps {
    pub(super) normalisation: &'static Table,
    /// Its phrases cut the text into segments, which are converted each by itself.
    pub(super) segmenting: Option<&'static Table>,
    pub(super) first: &'static Table,
    pub(super) second: Option<&'static Table>,
}

/// No configuration has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such conversion: the names are those of OpenCC's configurations, such as s2hk")]
pub struct UnknownConfig;

impl std::str::FromStr for Config {
    type Err = UnknownConfig;

    fn from_str(name: &str) -> Result<Self, UnknownConfig> {
        Config::ALL.into_iter().find(|config| config.name() == name).ok_or(UnknownConfig)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_configuration_stands_at_its_own_place() {
        for (at, config) in Config::ALL.into_iter().enumerate() {
            assert_eq!(config as usize, at);
            assert_eq!(config.name().parse(), Ok(config));
        }
        assert_eq!("s2x".parse::<Config>(), Err(UnknownConfig));
    }
}
