"""A picture as notebooks show it."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import Any

# What IPython takes: representations by their MIME types, and the metadata of some.
Bundle = tuple[dict[str, Any], dict[str, Any]]


def bundle(kind: str, picture: bytes, alt: str, size: tuple[int, int] | None = None) -> Bundle:
    """Return the representations of a picture and their metadata, as `_repr_mimebundle_` does.

    Parameters
    ----------
    kind : str
        The MIME type of the picture.
    picture : bytes
        Its file.
    alt : str
        Its description, which stands in the HTML too, for readers who cannot see it.
    size : (int, int), optional
        Its width and height on a screen, in pixels.
    """
    facts = {"width": size[0], "height": size[1]} if size else {}
    sizes = "".join(f' {name}="{pixels}"' for name, pixels in facts.items())
    source = f"data:{kind};base64,{b64encode(picture).decode()}"
    data = {
        kind: picture.decode() if kind == "image/svg+xml" else picture,
        "text/html": f'<img src="{source}" alt="{escape(alt)}"{sizes}>',
        "text/plain": alt,
    }
    return data, {} if kind == "image/svg+xml" else {kind: {**facts, "alt": alt}}
