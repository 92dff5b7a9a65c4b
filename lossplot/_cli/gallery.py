"""`lossplot gallery`: every loss, and the page that shows them."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot._cli.arguments import LossFiles
from lossplot._cli.batch import (
    BatchOptions,
    Check,
    DryRun,
    Force,
    Jobs,
    Quiet,
    carry_out,
    finish,
    read_folder,
    read_jobs,
    report_outcomes,
)
from lossplot._cli.completion.spelling import matching
from lossplot._cli.completion.values import Completed, complete_folder
from lossplot._cli.stderr import say
from lossplot._errors import RequestError, quote, read_choice

if TYPE_CHECKING:
    from lossplot._gallery.data.figures import GalleryFigure
    from lossplot._gallery.page.training_pictures import TrainingPicture
    from lossplot._losses import Loss

# A check draws one of so many figures again that say they were drawn by this code.
_SAMPLE = 40

EXAMPLES = """\b
Examples:
  lossplot gallery --dry-run
  lossplot gallery --losses mine.toml -o gallery -f svg
  lossplot gallery --losses mine.toml -o gallery --check
"""


def complete_format(incomplete: str) -> Completed:
    """Return the formats of the gallery that `incomplete` begins."""
    from lossplot._gallery.make import FORMATS

    return [*matching(incomplete, FORMATS)]


def gallery(
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="DIR", help="The folder of the gallery.", autocompletion=complete_folder
        ),
    ] = "gallery",
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="What each figure is there as, repeatable: svg, which always is, png, pdf, csv, py (all of them; with "
            "--check those that are there).",
            autocompletion=complete_format,
        ),
    ] = None,
    jobs: Jobs = None,
    check: Check = False,
    dry_run: DryRun = False,
    force: Force = False,
    loss_files: LossFiles = None,
    quiet: Quiet = False,
) -> None:
    """Draw every loss, its family, the textbooks' figures and trainings, with a page to browse; print the paths.

    With --losses it is the gallery of the losses in these files, and of no others.
    """
    from lossplot._gallery.make import FORMATS, formats_in

    if check + dry_run + force > 1:
        raise RequestError("--check and --dry-run write nothing, and --force does; choose")
    output = read_folder(output)
    asked = [read_choice(each, FORMATS, "format") for each in formats or ()]
    options = BatchOptions(check, dry_run, force, read_jobs(jobs), quiet, sample=_SAMPLE)
    start = time.monotonic()
    content = gallery_content(loss_files, quiet)
    usual = formats_in(output, content.figures) if check else FORMATS
    selection = [each for each in FORMATS if each == "svg" or each in (asked or usual)]
    tally = draw_pictures(content, selection, output, options)
    write_pages(content, selection, output, options, tally)
    only = [] if selection == [*FORMATS] else [word for each in selection for word in ("-f", each)]
    remedy = " ".join([shlex.join(["lossplot", "gallery", "-o", output, *only]), *content.options])
    if not finish(tally, options, start, remedy):
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class GalleryContent:
    """The content of a gallery; `options` are those without which no command knows its losses."""

    losses: Mapping[str, Loss]
    figures: Sequence[GalleryFigure]
    trainings: Sequence[TrainingPicture]
    options: Sequence[str]


def gallery_content(loss_files: list[str] | None = None, quiet: bool = False) -> GalleryContent:
    """Return what the gallery of the catalogue shows, or that of the losses in files, in all languages with letters."""
    from lossplot._gallery.data.letters import drawable_languages
    from lossplot._gallery.page.training_pictures import training_pictures
    from lossplot._text.language import languages

    drawable = drawable_languages()
    losses, figures = _shown(loss_files)
    if not quiet and (others := [code for code in languages() if code not in drawable]):
        say(f"warning: no installed font has the letters of {', '.join(others)}; its pages have the English figures")
    return GalleryContent(
        losses,
        [replace(figure, drawn_in=drawable) for figure in figures],
        [] if loss_files else [picture.drawn_in(drawable) for picture in training_pictures()],
        [shlex.join(["--losses", each]) for each in loss_files or ()],
    )


def draw_pictures(content: GalleryContent, formats: Sequence[str], folder: str, options: BatchOptions) -> Counter[str]:
    """Draw the figures in `folder` that are missing or stale, in these formats; return how many became what."""
    from lossplot._gallery.make import settle_training, tasks
    from lossplot._gallery.page.training_pictures import training_files

    tally = carry_out(tasks(content.figures, formats), (), folder, options)
    for picture in content.trainings:
        for path, figure in training_files(picture, formats):
            outcome = settle_training(path, folder, figure, options.writes, options.force)
            report_outcomes([outcome], folder, "", tally, options)
    return tally


def write_pages(
    content: GalleryContent, formats: Sequence[str], folder: str, options: BatchOptions, tally: Counter[str]
) -> None:
    """Write the pages, on which figures are there in these formats, and all other texts of a gallery."""
    from lossplot._gallery.make import settle, texts

    for path, data in texts(content.figures, formats, content.losses, content.options, content.trainings).items():
        report_outcomes([settle(path, folder, data, options.writes, options.force)], folder, "", tally, options)


def _shown(loss_files: list[str] | None) -> tuple[Mapping[str, Loss], Sequence[GalleryFigure]]:
    """The losses of the gallery, with its figures: those of the catalogue, or those of the files."""
    from lossplot._gallery.data.figures import figures_of, gallery_figures
    from lossplot._losses import LOSSES
    from lossplot._settings import expand, named_settings, shown_losses

    if not loss_files:
        return LOSSES, gallery_figures()
    settings = named_settings(loss_files)
    losses = shown_losses(settings)
    if not losses:
        raise RequestError(f"{quote(loss_files[0])} has no losses to show; write a table [losses.NAME] for each")
    return losses, figures_of(losses, lambda words: expand([words], settings)[0])
