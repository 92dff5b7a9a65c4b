"""The site's pages that are not in docs/: the README as the first page, the project's papers, and the gallery."""

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parent.parent
PAPERS = ("CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "SECURITY.md")


def on_files(files: Files, config: Any) -> Files:
    text = (ROOT / "README.md").read_text("utf-8").replace("docs/", "")
    files.append(File.generated(config, "index.md", content=text))
    for name in PAPERS:
        files.append(File.generated(config, name, abs_src_path=str(ROOT / name)))
    for path in sorted((ROOT / "gallery").rglob("*")):
        if path.is_file() and path.suffix != ".md":
            files.append(File.generated(config, path.relative_to(ROOT).as_posix(), abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Lead to the gallery beside the documents, and to its page in place of its list."""
    return re.sub(
        r"\((?:\.\./)?((?:\.\./)*gallery/)(README\.md)?",
        lambda link: f"({link[1]}{'index.html' * bool(link[2])}",
        markdown,
    )
