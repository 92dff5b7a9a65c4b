"""`lossplot check FORMULA --gradient G`: is this hand-written gradient right?"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lossplot._cli.arguments import drawing_option, format_option
from lossplot._cli.completion.losses import complete_loss
from lossplot._cli.completion.values import complete_axis, complete_file
from lossplot._cli.stderr import say, say_remarks
from lossplot._cli.tables import print_json
from lossplot._errors import LossplotError, RequestError, read_choice, shown_path
from lossplot._figure.readers import read_name
from lossplot._figure.spec import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lossplot._curves.checks.verdict import Verdict
    from lossplot._curves.curve import Curve
    from lossplot._figure.spec import FigureSpec
    from lossplot._text.language import Language

FORMATS = ("text", "json")
EXAMPLES = """\b
Examples:
  lossplot check huber:delta=2 --gradient "np.clip(r, -delta, delta)"
  lossplot check "-log(p)" --axis margin --gradient "p - 1"
  lossplot check "max(0, 1 - y*f)" --gradient "-y*(y*f < 1)" -o hinge.png
  lossplot check --file gradients.csv
"""


def check(
    loss: Annotated[
        str | None,
        typer.Argument(
            metavar="[FORMULA]",
            help="The loss: a formula or a name, as in 'log(1 + exp(-m))' or 'huber:delta=2'.",
            show_default=False,
            autocompletion=complete_loss,
        ),
    ] = None,
    *,
    gradient: Annotated[
        str | None, typer.Option("-g", "--gradient", metavar="G", help="Its derivative, as somebody wrote it.")
    ] = None,
    hessian: Annotated[
        str | None, typer.Option("--hessian", metavar="H", help="Its second derivative, as somebody wrote it.")
    ] = None,
    file: Annotated[
        str | None,
        typer.Option(
            "--file",
            metavar="CSV",
            help="Numbers in place of formulas, in columns x, value, gradient, hessian.",
            autocompletion=complete_file,
        ),
    ] = None,
    axis: Annotated[
        str | None,
        typer.Option(
            "--axis",
            metavar="AXIS",
            help="By the variable of this axis: margin for the logit.",
            autocompletion=complete_axis,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="Draw both derivatives to this file; repeatable.",
            autocompletion=complete_file,
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file by others, or one that was edited.")] = False,
    lang: Annotated[str, drawing_option(OPTIONS["lang"])] = "en",
    file_format: Annotated[str, format_option(*FORMATS)] = "text",
) -> None:
    """Tell whether a hand-written gradient is right, and where it is not.

    Exit status 0 if it is right, 1 if it is wrong.  JSON is {"gradient": {equal, x, given, exact, difference,
    tolerance, interval, stretches, overflows, parameters, hint}}, and so for "hessian": x is the first place at which
    it differs, interval that of the subgradients of a kink.
    """
    from lossplot._text.language import load_language

    file_format, language = read_choice(file_format, FORMATS, "format"), load_language(read_name(lang, "lang"))
    curves = _read(loss, axis)
    if file is not None:
        file = read_name(file, "file")
        if gradient is not None or hessian is not None:
            raise RequestError("--file has the gradient, and so has --gradient or --hessian; give one or the other")
        if output is not None:
            raise RequestError("numbers of a file are not drawn; leave out --output")
        _report(_of_file(file, curves), language, file_format)
        return
    if not curves:
        raise RequestError("no loss is given; write one, as in 'lossplot check huber --gradient \"r\"'")
    texts = [(text, order) for order, text in ((1, gradient), (2, hessian)) if text is not None]
    if not texts:
        raise RequestError(f'no gradient of {curves[0].name} is given; write it too, as in --gradient "-1/p"')
    _report(_of_formulas(curves, texts, _Figure(output, force, lang)), language, file_format)


@dataclass(frozen=True, slots=True)
class _Figure:
    """The destinations of the figure, if it has any."""

    output: list[str] | None
    force: bool
    lang: str


@dataclass(frozen=True, slots=True)
class _Reported:
    """A verdict, with the names of the loss and of its variable, and a picture of both derivatives in characters."""

    verdict: Verdict
    loss: str
    variable: str
    picture: str = ""


def _read(loss: str | None, axis: str | None) -> tuple[Curve, ...]:
    from lossplot._curves.axes import find_axis
    from lossplot._curves.checks.given import read_loss

    if loss is None:
        return ()
    return read_loss(loss, find_axis(read_name(axis, "axis")) if axis is not None else None)


def _of_formulas(curves: Sequence[Curve], texts: Sequence[tuple[str, int]], figure: _Figure) -> list[_Reported]:
    """Check each of `texts`, a formula and the order of the derivative that it is, and draw the first that is wrong."""
    from lossplot._cli.destinations import in_characters
    from lossplot._curves.checks.check import check_derivative
    from lossplot._figure.comparison import comparison_spec
    from lossplot._figure.resolve import resolve

    findings = [check_derivative(curves, text, order) for text, order in texts]
    say_remarks([*curves, *(finding.given.curve for finding in findings)])
    shown = next((finding for finding in findings if not finding.verdict.equal), findings[0])
    if figure.output is not None:
        _draw(comparison_spec(shown, figure.lang), figure)
    reported = []
    for finding in findings:
        picture = ""
        if finding is shown and not finding.verdict.equal:
            with contextlib.suppress(LossplotError):  # too long a formula, or nothing to be seen
                picture = in_characters(resolve(comparison_spec(finding, figure.lang)), (64, 18))
        variable = finding.loss.axis.variable
        reported.append(_Reported(finding.verdict, finding.loss.spec, variable, picture))
    return reported


def _draw(spec: FigureSpec, figure: _Figure) -> None:
    """Draw a figure to the files that are asked for, whose paths go to stderr: stdout is for the verdict."""
    from lossplot._cli.plot import Aside, carry_out
    from lossplot._cli.targets import Asked

    paths = figure.output or []
    if "-" in paths:
        raise RequestError("stdout has the verdict; give -o a file")
    carry_out(
        spec, Asked(paths, None, figure.force, strict=False, quiet=True), Aside(alt=False, copy=False, preview=False)
    )
    for path in paths:
        say(shown_path(path))


def _of_file(path: str, curves: Sequence[Curve]) -> list[_Reported]:
    from lossplot._curves.checks.check import check_table
    from lossplot._formats.columns import column, read_columns

    if len(curves) > 1:
        raise RequestError(f"{curves[0].bare_name} is {len(curves)} curves, and a file is about one; give one")
    table = read_columns(path)
    columns: dict[Any, Any] = {name: table[name] for name in ("value", "gradient", "hessian") if name in table}
    columns["x"] = column(table, path, ("x", *({curves[0].axis.variable} - {"x"} if curves else ())))
    column(table, path, ("gradient",) if curves or "value" in table else ("value",))
    loss = curves[0] if curves else None
    verdicts = check_table(columns, loss)
    variable = loss.axis.variable if loss else "x"
    return [_Reported(verdict, loss.spec if loss else shown_path(path), variable) for verdict in verdicts.values()]


def _report(reported: Sequence[_Reported], language: Language, file_format: str) -> None:
    """Print the verdicts, and end with exit status 1 if one is not that the derivative is right."""
    from lossplot._text.verdicts import verdict_sentences

    if file_format == "json":
        print_json({each.verdict.what: each.verdict.record for each in reported})
    else:
        for each in reported:
            first, *others = verdict_sentences(each.verdict, each.loss, each.variable, language)
            print("\n".join([first, *(f"  {line}" for line in others)]))
            if each.picture:
                print(f"\n{each.picture}", end="")
    if not all(each.verdict.equal for each in reported):
        raise typer.Exit(1)
