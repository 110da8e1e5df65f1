"""Texts of a folder's documents. Needs no package."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

NO_TEXT = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL)


def texts(folder: Path) -> Iterator[str]:
    """Of its plain text, Markdown and HTML files in the order of their names; of the last without tags."""
    for file in sorted(folder.iterdir()):
        if file.suffix in (".txt", ".md"):
            yield file.read_text(encoding="utf-8")
        elif file.suffix == ".html":
            yield html.unescape(NO_TEXT.sub(" ", file.read_text(encoding="utf-8")))
