"""`lossplot gallery`: every loss, and the page that shows them."""

from __future__ import annotations

import shlex
import time
from typing import Annotated

import typer

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
from lossplot.errors import RequestError, read_choice


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
    quiet: Quiet = False,
) -> None:
    """Draw every loss, its family and the textbooks' figures, with a page to browse; print the paths."""
    from lossplot.gallery.data.figures import gallery_figures
    from lossplot.gallery.make import FORMATS, settle, tasks, texts

    if check + dry_run + force > 1:
        raise RequestError("--check and --dry-run write nothing, and --force does; choose")
    choices = [read_choice(each, FORMATS, "format") for each in (FORMATS if formats is None else formats)]
    selection = [each for each in FORMATS if each == "svg" or each in choices]
    output = read_folder(output)
    options = BatchOptions(check, dry_run, force, read_jobs(jobs), quiet)
    start = time.monotonic()
    figures = gallery_figures()
    tally = carry_out(tasks(figures, selection), (), output, options)
    for path, data in texts(figures, selection).items():
        report_outcomes([settle(path, output, data, options.writes, force)], output, "", tally, options)
    only = [] if selection == [*FORMATS] else [word for each in selection for word in ("-f", each)]
    if not finish(tally, options, start, shlex.join(["lossplot", "gallery", "-o", output, *only])):
        raise typer.Exit(1)
