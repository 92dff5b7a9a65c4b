"""A figure of losses for Python programs and notebooks."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, BinaryIO

from lossplot._api.loss import Loss, loss_of
from lossplot._api.messages import python_messages
from lossplot._api.notebook import Bundle, bundle
from lossplot._errors import LossplotError, RequestError, quote, quote_value, read_choice
from lossplot._figure.resolve import ResolvedFigure
from lossplot._figure.spec import AUTO, FigureSpec
from lossplot._formats import FORMATS, files, of_kind
from lossplot._formats.names import format_of
from lossplot._formats.produce import check_formats, is_table, produce

if TYPE_CHECKING:
    from lossplot._formats.mpl.backend import Figure
    from lossplot._formats.mpl.curve_artists import Artist, CurveArtist, Line2D
    from lossplot._formats.mpl.figure import Prepared

# What figures are prepared and drawn with is shared by the whole process: one thread at a time.
ALONE = threading.RLock()
# In the representation of a figure.
_MOST_NAMES = 5


@dataclass(frozen=True)
class Hosted:
    """The caller's figure, with what was drawn of each curve into axes of it."""

    figure: Figure
    artists: tuple[CurveArtist, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of a figure in matplotlib that no option has: its host, if any, and the keywords of lines."""

    host: Hosted | None = None
    line: Mapping[str, Any] = field(default_factory=dict)


class LossFigure:
    """A figure of losses, as `plot` returns it; notebooks show it.

    `figure` is matplotlib's, and what is changed there is saved and shown; `alt` describes the figure in words.

    Examples
    --------
    >>> import lossplot
    >>> drawn = lossplot.plot("hinge", "logistic")
    >>> drawn
    <LossFigure of hinge and logistic: loss, on the margin axis>
    >>> title = drawn.figure.axes[0].set_title("Surrogates")
    >>> drawn.lines["hinge"][0].set_color("crimson")
    >>> drawn.to_bytes("png")[1:4]
    b'PNG'
    """

    def __init__(self, resolved: ResolvedFigure, looks: Looks | None = None) -> None:
        """Take the losses and options of a figure; to be called by `plot`."""
        self._resolved = resolved
        self._looks = looks or Looks()

    @property
    def spec(self) -> FigureSpec:
        """The losses and options of the figure."""
        return self._resolved.spec

    @cached_property
    def _prepared(self) -> Prepared:
        from lossplot._formats.mpl.figure import prepare

        with ALONE, python_messages():
            return prepare(self._resolved)

    @cached_property
    def figure(self) -> Figure:
        """The matplotlib Figure, which no window knows.

        What is changed in it is in what `save` writes as a picture, and in what a notebook shows; its own `savefig`
        gives the same picture.  With `ax`, it is the figure of those axes.
        """
        from lossplot._formats.mpl.curve_artists import check_line_keywords, restyle
        from lossplot._formats.mpl.drawn import draw_prepared

        if self._looks.host:
            return self._looks.host.figure
        with ALONE, python_messages():
            figure = draw_prepared(self._prepared)
            restyle(figure.curve_artists, check_line_keywords(self._looks.line, len(self._resolved.whole.curves)))
            return figure

    @property
    def curves(self) -> tuple[Loss, ...]:
        """The losses as functions, each on its own axis; those that do not move."""
        return tuple(loss_of(replace(curve, moved_to=None)) for curve in self._resolved.entries)

    @property
    def artists(self) -> dict[str, list[Artist]]:
        """All of matplotlib's artists that show a curve, by its name on the command line: `huber:delta=2`.

        Those are its lines in all panels, its dots, and its line and name in a legend or beside it.
        """
        return {name: [each.artist for each in artists] for name, artists in self._by_curve().items()}

    @property
    def lines(self) -> dict[str, list[Line2D]]:
        """The lines of each curve in all panels, by its name on the command line; a jump divides a line in two."""
        names = self._by_curve().items()
        return {name: [each.artist for each in group if each.role == "curve"] for name, group in names}  # type: ignore[misc]

    @property
    def steps(self) -> tuple[LossFigure, ...]:
        """The figure with its first curve, with its first two, and so on to all, for slides that follow each other.

        Each part keeps its place from one to the next.  Raises RequestError for a grid, and for what moves.

        Examples
        --------
        >>> import lossplot
        >>> for number, step in enumerate(lossplot.plot("hinge", "logistic").steps, 1):
        ...     print(number, step)
        1 <LossFigure of hinge and logistic, step 1: loss, on the margin axis>
        2 <LossFigure of hinge and logistic, step 2: loss, on the margin axis>
        """
        with python_messages():
            return tuple(LossFigure(step, Looks(line=self._looks.line)) for step in self._resolved.steps)

    def _by_curve(self) -> dict[str, list[CurveArtist]]:
        """Return the artists that show each curve, as it was drawn."""
        figure: Any = self.figure
        artists = self._looks.host.artists if self._looks.host else figure.curve_artists
        return {
            curve.title: [each for each in artists if each.curve == number]
            for number, curve in enumerate(self._resolved.curves)
        }

    @cached_property
    def alt(self) -> str:
        """The description of the figure in words."""
        if self._resolved.sweep:
            from lossplot._formats.frames import plan_movie

            with ALONE, python_messages():
                return plan_movie(self._resolved).description
        return self._prepared.description

    @property
    def command(self) -> str:
        """The command line that makes this figure, without what was edited: as a PNG, a GIF or a document."""
        if self.spec.standalone:
            return self.spec.command("tex")
        return self.spec.command("gif" if self._resolved.sweep else "png")

    @property
    def is_edited(self) -> bool:
        """True if `figure` no longer shows what its command draws, as in the caller's axes it never does."""
        if self._looks.host:
            return True
        if "figure" not in self.__dict__ and not self._looks.line:
            return False
        from lossplot._formats.mpl.drawn import is_edited

        with ALONE:
            return is_edited(self.figure, self._prepared)

    def save(self, file: str | os.PathLike[str] | BinaryIO, *, format: str | None = None, force: bool = False) -> None:  # noqa: A002
        """Write the figure to a file.

        A picture (png, svg, pdf) shows `figure` as it is by now, and records that it was edited if it was.  Numbers
        (csv, json) are those of the curves.  Source (py, tex) and what moves (gif, webp) draw anew.

        Parameters
        ----------
        file : str, path or binary file
            Where to write.
        format : str, optional
            One of png, svg, pdf, csv, json, py, tex, gif and webp.  The suffix of the path decides if it is left out;
            a file that is open needs it.
        force : bool, default False
            Replace a file that lossplot did not make, or that was edited since.

        Raises
        ------
        RequestError
            If the format is unknown, or cannot show the figure.
        LossplotError
            If the file cannot be written, is not to be replaced without `force`, or is to be the source of a figure
            that was edited, or drawn into axes of the caller's.

        Examples
        --------
        >>> import io, lossplot
        >>> file = io.BytesIO()
        >>> lossplot.plot("hinge").save(file, format="svg")
        """
        with python_messages():
            if isinstance(file, (str, os.PathLike)):
                self._save_at(os.fspath(file), format, force)
            elif hasattr(file, "write"):
                self._save_into(file, format)
            else:
                raise RequestError(
                    f"a figure is saved at a path or in a binary file, not {quote_value(file)}; name one"
                )

    def to_bytes(self, format: str) -> bytes:  # noqa: A002
        r"""Return the bytes of the file that `save` writes in this format.

        Raises RequestError or LossplotError as `save` does.

        Examples
        --------
        >>> import lossplot
        >>> lossplot.plot("hinge").to_bytes("csv")[:23]
        b'loss,panel,piece,x,y\nhi'
        """
        with python_messages():
            return self._file(_checked_format(format))

    def _save_at(self, path: str, file_format: str | None, force: bool) -> None:
        file_format = format_of(path) if file_format is None else _checked_format(file_format)
        files.check_target(path, force, lambda data: is_table(data, self._resolved), in_python=True)
        files.write(path, self._file(file_format))

    def _save_into(self, file: BinaryIO, file_format: str | None) -> None:
        if file_format is None:
            raise RequestError("an open file has no suffix that tells the format; give one, as in format='png'")
        data = self._file(_checked_format(file_format))
        try:
            file.write(data)
        except TypeError:
            raise RequestError("the file is open for text; open it in binary mode, as in open(path, 'wb')") from None
        except (OSError, ValueError) as error:
            raise LossplotError(f"cannot write to that file: {error}; open another") from error

    def _file(self, file_format: str) -> bytes:
        from lossplot._formats.mpl.drawn import save_edited

        kind = FORMATS[file_format].kind
        with ALONE, python_messages():
            check_formats(self.spec, [file_format])
            if kind not in ("picture", "source") or not self.is_edited:
                return produce(self._resolved, [file_format], prepared=lambda: self._prepared)[file_format]
            if kind == "source":
                *pictures, last = of_kind("picture")
                where = "drawn in axes of yours" if self._looks.host else "edited"
                raise LossplotError(
                    f"a {quote(file_format)} draws the figure anew, and this one was {where}; "
                    f"save it as {', '.join(pictures)} or {last}, or plot it again for its source"
                )
            return save_edited(self.figure, self._prepared, [file_format])[file_format]

    def __repr__(self) -> str:
        names = [*self.spec.losses]
        if len(names) > _MOST_NAMES:
            names[_MOST_NAMES - 1 :] = [f"{len(names) - _MOST_NAMES + 1} more"]
        subject = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        subject += f", step {self.spec.step}" if self.spec.step else ""
        panels = " and ".join(self.spec.panels)
        axis = f", on the {self._resolved.curves[0].axis.name} axis" if not self._resolved.sweep else ", moving"
        return f"<{type(self).__name__} of {subject}: {panels}{axis}>"

    def _repr_mimebundle_(self, **_: object) -> Bundle:
        """The picture as a notebook shows it, at its own size on a screen of 96 pixels to the inch.

        Only words where it is drawn into the caller's axes: whoever made those shows them; and for a document of TeX.
        """
        if self._looks.host or self.spec.standalone:
            return {"text/plain": self.alt}, {}
        if self._resolved.sweep:
            return bundle("image/gif", self._file("gif"), self.alt)
        if self.spec.theme == AUTO:  # only an SVG follows its reader
            return bundle("image/svg+xml", self._file("svg"), self.alt)
        png = self._file("png")
        inches = self.figure.get_size_inches() if "figure" in self.__dict__ else self._prepared.drawing.size
        width, height = (round(96 * float(each)) for each in inches)
        return bundle("image/png", png, self.alt, (width, height))


def _checked_format(file_format: object) -> str:
    """Return the name of a format.  Raises RequestError for what is none."""
    if not isinstance(file_format, str):
        raise RequestError(f"format must be a name such as 'png', not {quote_value(file_format)}; give one")
    return read_choice(file_format, tuple(FORMATS), "format")
