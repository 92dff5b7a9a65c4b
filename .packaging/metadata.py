"""What the package index shows: the README, and links to the repository once its address is known."""

import re
import runpy
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# Where a repository shows its files, and hands them out.
SHOWN, RAW = "{address}/blob/v{version}/", "{address}/raw/v{version}/"
# A target below the repository, of a link and of a picture.
_LINK, _PICTURE = re.compile(r"(?<=\]\()(?!\w+:|#)"), re.compile(r'((?:src|srcset)=")(?!\w+:)')
LINKS = {
    "Repository": "{address}",
    "Documentation": "{address}/tree/main/docs",
    "Changelog": "{address}/blob/main/CHANGELOG.md",
    "Issues": "{address}/issues",
}


def absolute(text: str, address: str, version: str) -> str:
    """The README with its links and pictures by their addresses, or as it is while there is none."""
    if not address:
        return text
    names = {"address": address, "version": version}
    return _PICTURE.sub(rf"\1{RAW.format(**names)}", _LINK.sub(SHOWN.format(**names), text))


class Metadata(MetadataHookInterface):
    """The fields `readme` and `urls`, from the address in `lossplot/_version.py`."""

    def update(self, metadata: dict[str, Any]) -> None:
        root = Path(self.root)
        said = runpy.run_path(str(root / "lossplot" / "_version.py"))
        text = absolute((root / "README.md").read_text("utf-8"), said["ADDRESS"], said["__version__"])
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        metadata["urls"] = {
            name: link.format(address=said["ADDRESS"]) for name, link in LINKS.items() if said["ADDRESS"]
        }
