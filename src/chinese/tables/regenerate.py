#!/usr/bin/env python3
"""Makes the conversion tables of this folder from the dictionaries of OpenCC.

    python3 src/chinese/tables/regenerate.py            # writes the tables, LICENSE-OpenCC and manifest.tsv
    python3 src/chinese/tables/regenerate.py --check    # writes nothing; fails where a committed file differs

Needs Python 3.9 and pip, nothing else: the wheel `opencc` of the version below is fetched from PyPI into a temporary
folder, its `opencc_dict` dumps the dictionaries, and each group of dictionaries that a configuration of OpenCC uses as
one step becomes one table. The same wheel always gives the same bytes.

One step, one table
    OpenCC tries the dictionaries of a group in order ("short_circuit") or all at once ("union"). Both come to longest
    match over one set of keys: of a later dictionary in a short circuit only those keys count that no key of an
    earlier one is a prefix of. Of several values a key has, the first is meant, as in OpenCC.

A table file, all numbers little-endian
    magic   8 bytes  "PRZHTAB1"
    counts  4 x u32  pages, cells, bytes of values, longest key in characters
    index   4352 x u16   for the high part of a code point (c >> 8), the number of its page; page 0 is empty
    pages   pages x 256 x u16   for the low part, the character's code in this table; 0: in no key
    cells   cells x 3 x u32     a double array: base, check, value. Cell 0 is the root and cell `code` its child.
                                The child of cell n by code k is cell base[n] + k where check[base[n] + k] is n.
    values  UTF-8, each value once
    A value is 0 (no key ends here), or bits 0-7 length, bits 8-30 offset, bit 31 set where the key is one of the
    step's phrases, by which OpenCC cuts a text into segments. Length 0 means that the key stands for itself.
"""

import argparse
import pathlib
import struct
import subprocess
import sys
import tempfile

VERSION = "1.4.2"
HERE = pathlib.Path(__file__).resolve().parent

# name of the table -> dictionaries in order of preference; a tuple is a union. The first that is a union or ends in
# "Phrases" of the steps ST and TS is also OpenCC's segmentation dictionary for the configurations that have one.
STEPS = {
    "compatibility": ["CJK_Compatibility_Ideographs"],
    "st": [("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"), "STCharacters"],
    "ts": ["TSPhrases", "TSCharactersExt", "TSCharacters"],
    "hk": ["HKVariantsPhrases", "HKVariants"],
    "hkp": ["HKPhrases", "HKVariantsPhrases", "HKVariants"],
    "hk_rev": ["HKVariantsRevPhrases", "HKVariantsRev"],
    "hkp_rev": ["HKPhrasesRev", "HKVariantsRevPhrases", "HKVariantsRev"],
    "tw": ["TWVariantsPhrases", "TWVariants"],
    "twp": ["TWPhrases", "TWVariantsPhrases", "TWVariants"],
    "tw_rev": ["TWVariantsRevPhrases", "TWVariantsRev"],
    "jp": ["JPShinjitaiCharactersRev"],
    "jp_rev": ["JPShinjitaiPhrases", "JPShinjitaiCharacters"],
    "twp_rev": ["TWPhrasesRev", "TWVariantsRevPhrases", "TWVariantsRev"],
}
SEGMENTING = {"st", "ts"}


def dictionary(share, tool, scratch, name):
    """The entries of one dictionary: key -> first value."""
    out = scratch / (name + ".txt")
    subprocess.run([tool, "-i", share / (name + ".ocd2"), "-o", out, "-f", "ocd2", "-t", "text"], check=True)
    entries = {}
    for line in out.read_text(encoding="utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and not line.startswith("#"):
            entries[key] = values.split(" ")[0]
    return entries


def step(parts):
    """One set of keys for a short circuit: key -> (value, whether it is of the first part)."""
    merged = {}
    for number, entries in enumerate(parts):
        earlier = set(merged)
        for key, value in entries.items():
            if not any(key[:n] in earlier for n in range(1, len(key) + 1)):
                merged[key] = (value, number == 0)
    return merged


def table(entries, segmenting):
    """The bytes of a table file."""
    count = {}
    for key in entries:
        for c in key:
            count[c] = count.get(c, 0) + 1
    alphabet = sorted(count, key=lambda c: (-count[c], c))
    code = {c: i + 1 for i, c in enumerate(alphabet)}

    values, offsets = bytearray(), {}

    def packed(key):
        value, first = entries[key]
        assert value, key
        segment = 1 << 31 if segmenting and first else 0
        if value == key:
            return segment | 1 << 8
        data = value.encode()
        assert len(data) < 256
        if data not in offsets:
            if not values:
                values.extend(b"\0\0")
            offsets[data] = len(values)
            values.extend(data)
        assert offsets[data] < 1 << 23
        return segment | offsets[data] << 8 | len(data)

    children = {"": {}}
    for key in sorted(entries):
        for n in range(1, len(key) + 1):
            children.setdefault(key[:n], {})
            children[key[: n - 1]].setdefault(key[n - 1], key[:n])

    base, check, value = [0], [0], [0]

    def grow(size):
        while len(base) < size:
            base.append(0)
            check.append(FREE)
            value.append(0)

    FREE = 0xFFFFFFFF
    place = {"": 0}
    grow(len(alphabet) + 1)
    for c in children[""]:
        place[c] = code[c]
        check[code[c]] = 0
    reserved = len(alphabet) + 1
    inner = [prefix for prefix in children if prefix and children[prefix]]
    inner.sort(key=lambda prefix: (-len(children[prefix]), prefix))
    wanted = {prefix: sorted(code[c] for c in children[prefix]) for prefix in inner}
    bases, first_free = {}, reserved
    taken = bytearray(reserved)
    taken[:] = b"\1" * reserved
    for prefix in inner:
        codes = wanted[prefix]
        at = first_free
        while True:
            start = at - codes[0]
            if start > 0:
                if len(taken) <= start + codes[-1]:
                    taken.extend(bytes(start + codes[-1] + 1 - len(taken)))
                if all(not taken[start + k] for k in codes):
                    break
            at = taken.find(0, at + 1)
            if at < 0:
                at = len(taken)
        for k in codes:
            taken[start + k] = 1
        bases[prefix] = start
        found = taken.find(0, first_free)
        first_free = found if found >= 0 else len(taken)
    grow(max([reserved] + [bases[p] + wanted[p][-1] + 1 for p in inner]))
    for prefix in sorted(inner, key=len):
        node = place[prefix]
        base[node] = bases[prefix]
        for c, child in children[prefix].items():
            cell = bases[prefix] + code[c]
            assert check[cell] == FREE
            check[cell] = node
            place[child] = cell
    for key in sorted(entries):
        value[place[key]] = packed(key)

    pages = {0: bytearray(512)}
    index = [0] * 4352
    for c in sorted(alphabet):
        high = ord(c) >> 8
        if not index[high]:
            index[high] = len(pages)
            pages[len(pages)] = bytearray(512)
        assert code[c] < 1 << 16
        struct.pack_into("<H", pages[index[high]], 2 * (ord(c) & 255), code[c])

    longest = max(len(key) for key in entries)
    out = bytearray(b"PRZHTAB1")
    out += struct.pack("<4I", len(pages), len(base), len(values), longest)
    out += struct.pack("<4352H", *index)
    for number in range(len(pages)):
        out += pages[number]
    for cell in zip(base, check, value):
        out += struct.pack("<3I", *cell)
    out += values
    return bytes(out)


def checksum(data):
    """FNV-1a, 64 bits: short enough to be written again in the test that reads the manifest."""
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{h:016x}"


def files(scratch):
    """Every file that this script answers for: name -> bytes."""
    wheel = scratch / "wheel"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--target", wheel, f"opencc=={VERSION}"], check=True
    )
    clib = wheel / "opencc" / "clib"
    share, tool = clib / "share" / "opencc", clib / "bin" / "opencc_dict"
    made = {"LICENSE-OpenCC": next(wheel.glob("*.dist-info/licenses/LICENSE")).read_bytes()}
    made["AUTHORS-OpenCC"] = next(wheel.glob("*.dist-info/licenses/AUTHORS")).read_bytes()
    rows = [f"# OpenCC {VERSION}\ttable, keys, bytes, FNV-1a 64; written by regenerate.py"]
    for name, parts in STEPS.items():
        read = []
        for part in parts:
            union = {}
            for member in part if isinstance(part, tuple) else (part,):
                for key, value in dictionary(share, tool, scratch, member).items():
                    union.setdefault(key, value)
            read.append(union)
        entries = step(read)
        data = table(entries, name in SEGMENTING)
        made[name + ".bin"] = data
        rows.append(f"{name}.bin\t{len(entries)}\t{len(data)}\t{checksum(data)}")
    made["manifest.tsv"] = ("\n".join(rows) + "\n").encode()
    return made


def main():
    arguments = argparse.ArgumentParser(description="Makes the conversion tables from the dictionaries of OpenCC.")
    arguments.add_argument("--check", action="store_true", help="write nothing, fail where a committed file differs")
    check = arguments.parse_args().check
    stale = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, data in files(pathlib.Path(scratch)).items():
            path = HERE / name
            if not check:
                path.write_bytes(data)
            elif not path.exists() or path.read_bytes() != data:
                stale.append(name)
    if stale:
        sys.exit("not as this script makes them: " + ", ".join(stale))


if __name__ == "__main__":
    main()
