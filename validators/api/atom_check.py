"""Checks feeds against the grammar of RFC 4287 (atom.rng, with lxml) and reads them as a feed reader
does (feedparser)."""

import pathlib
import re
import urllib.request

import feedparser
from lxml import etree

GRAMMAR = etree.RelaxNG(etree.parse(pathlib.Path(__file__).with_name("atom.rng")))


def faults(xml: bytes, address: str) -> list[str]:
    """What is wrong with one feed."""
    try:
        tree = etree.fromstring(xml)
    except etree.XMLSyntaxError as error:
        return [f"{address}: {error}"]
    found = []
    if not GRAMMAR.validate(tree):
        found += [f"{address}:{it.line}: {it.message}" for it in GRAMMAR.error_log]
    ids = [it.text for it in tree.iter("{http://www.w3.org/2005/Atom}id")]
    found += [f"{address}: the id {it} stands twice" for it in sorted(set(ids)) if ids.count(it) > 1]
    read = feedparser.parse(xml)
    if read.bozo or read.version != "atom10":
        found.append(f"{address}: feedparser: {read.get('bozo_exception', read.version)}")
    n_entries = len(tree.findall("{http://www.w3.org/2005/Atom}entry"))
    if len(read.entries) != n_entries:
        found.append(f"{address}: feedparser reads {len(read.entries)} of {n_entries} entries")
    return found


def seeded(xml: bytes) -> list[str]:
    """Faults that must be caught, or the check is blind."""
    broken = {
        "no id": re.sub(rb"<id>.*?</id>\n", b"", xml, count=1),
        "no updated": re.sub(rb"<updated>.*?</updated>\n", b"", xml, count=1),
        "no author": re.sub(rb"<author>.*?</author>\n", b"", xml, count=1),
        "a day is no instant": re.sub(rb"<updated>(.{10}).*?</updated>", rb"<updated>\1</updated>", xml),
        "an id that is no URI": xml.replace(b"<id>tag:", b"<id>no uri ", 1),
        "two titles": re.sub(rb"(<title>.*?</title>)", rb"\1\1", xml, count=1),
        "an element of nobody": xml.replace(b"<rights>", b"<copyright/><rights>", 1),
        "an id twice": re.sub(rb"(<entry>.*?</entry>)", rb"\1\1", xml, count=1, flags=re.S),
        "cut": xml[: len(xml) // 2],
    }
    return [f"not caught: {name}" for name, it in broken.items() if it == xml or not faults(it, "")]


def run(base: str, code: str, project: str) -> list[str]:
    """Every kind of feed in both languages, and the seeded faults."""
    found = []
    paths = [
        f"/r/{code}/feed.atom",
        f"/r/{code}/projects.atom?kind=industry&sort=large",
        f"/r/{code}/projects.atom?q=%3C%26%22",
        f"/projects/{project}/feed.atom",
    ]
    for path in paths + [f"/en{it}" for it in paths]:
        with urllib.request.urlopen(base + path, timeout=30) as answer:
            kind, xml = answer.headers["content-type"], answer.read()
        if kind != "application/atom+xml; charset=utf-8":
            found.append(f"{path}: it is {kind}")
        found += faults(xml, path)
        print(f"  {path}: {len(xml)} bytes, {xml.count(b'<entry>')} entries")
        if path == paths[0]:
            found += seeded(xml)
    return found
