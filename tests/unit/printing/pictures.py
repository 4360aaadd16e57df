"""All sample slips as pictures, to look at: `python -m tests.unit.printing.pictures FOLDER`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pos_app.domain.money import Language
from pos_app.domain.slip import Paper
from pos_app.printing.pdf import render_pdf
from tests.unit.printing.samples import documents


def main(folder: Path) -> None:
    """Write a PDF and its pages as PNG for each slip, paper and language."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in Language:
        for name, document in documents(language).items():
            for paper in Paper:
                target = folder / f"{name}-{paper.value}-{language.value}"
                pdf = target.with_name(f"{target.name}.pdf")
                pdf.write_bytes(render_pdf(document, paper))
                subprocess.run(["pdftoppm", "-r", "203", "-png", pdf, target], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
