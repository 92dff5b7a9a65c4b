"""`lossplot gallery`: every loss, and the page that shows them."""

from __future__ import annotations

import shlex
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lossplot.cli.arguments import LossFiles
from lossplot.cli.batch import (
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
from lossplot.errors import RequestError, quote, read_choice

if TYPE_CHECKING:
    from lossplot.gallery.data.figures import GalleryFigure
    from lossplot.gallery.page.training_pictures import TrainingPicture
    from lossplot.losses import Loss

    # Figures, their formats, the losses shown, what a command needs to know them, and the figures of training.
    PageContent = tuple[
        Sequence[GalleryFigure], Sequence[str], Mapping[str, Loss], Sequence[str], Sequence[TrainingPicture]
    ]


def gallery(
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help="The folder of the gallery.")
    ] = "gallery",
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="What each figure is there as, repeatable: svg, which always is, png, pdf, csv, py (all of them).",
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
    from lossplot.gallery.make import FORMATS
    from lossplot.gallery.page.training_pictures import training_pictures

    if check + dry_run + force > 1:
        raise RequestError("--check and --dry-run write nothing, and --force does; choose")
    choices = [read_choice(each, FORMATS, "format") for each in (FORMATS if formats is None else formats)]
    selection = [each for each in FORMATS if each == "svg" or each in choices]
    output = read_folder(output)
    options = BatchOptions(check, dry_run, force, read_jobs(jobs), quiet)
    start = time.monotonic()
    losses, figures = _shown(loss_files)
    named = [shlex.join(["--losses", each]) for each in loss_files or ()]
    trainings = () if loss_files else training_pictures()
    tally = draw_pictures(figures, trainings, selection, output, options)
    write_pages((figures, selection, losses, named, trainings), output, options, tally)
    only = [] if selection == [*FORMATS] else [word for each in selection for word in ("-f", each)]
    remedy = " ".join([shlex.join(["lossplot", "gallery", "-o", output, *only]), *named])
    if not finish(tally, options, start, remedy):
        raise typer.Exit(1)


def draw_pictures(
    figures: Sequence[GalleryFigure],
    trainings: Sequence[TrainingPicture],
    formats: Sequence[str],
    folder: str,
    options: BatchOptions,
) -> Counter[str]:
    """Draw the figures of the gallery in `folder` that are missing or stale; return how many files became what."""
    from lossplot.gallery.make import settle_training, tasks
    from lossplot.gallery.page.training_pictures import training_files

    tally = carry_out(tasks(figures, formats), (), folder, options)
    for picture in trainings:
        for path, figure in training_files(picture, formats):
            report_outcomes(
                [settle_training(path, folder, figure, options.writes, options.force)], folder, "", tally, options
            )
    return tally


def write_pages(content: PageContent, folder: str, options: BatchOptions, tally: Counter[str]) -> None:
    """Write the pages, which are made of `content`, and all other texts of the gallery into `folder`."""
    from lossplot.gallery.make import settle, texts

    for path, data in texts(*content).items():
        report_outcomes([settle(path, folder, data, options.writes, options.force)], folder, "", tally, options)


def _shown(loss_files: list[str] | None) -> tuple[Mapping[str, Loss], Sequence[GalleryFigure]]:
    """The losses of the gallery, with its figures: those of the catalogue, or those of the files."""
    from lossplot.gallery.data.figures import figures_of, gallery_figures
    from lossplot.losses import LOSSES
    from lossplot.settings import expand, named_settings, shown_losses

    if not loss_files:
        return LOSSES, gallery_figures()
    settings = named_settings(loss_files)
    losses = shown_losses(settings)
    if not losses:
        raise RequestError(f"{quote(loss_files[0])} has no losses to show; write a table [losses.NAME] for each")
    return losses, figures_of(losses, lambda words: expand([words], settings)[0])
