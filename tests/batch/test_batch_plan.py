"""A TOML file -> its figures and the files that show them; what it gets wrong is told with its line."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.cases import every
from support.run import assert_line

from lossplot._batch import tasks as planning
from lossplot._batch.read import KEYS, read_batch
from lossplot._batch.tasks import Problem, Task, plan
from lossplot._errors import LossplotError, RequestError
from lossplot._figure.options import read_spec
from lossplot._figure.spec import OPTIONS, FigureSpec
from lossplot._formats import FORMATS, inputs

# Each option as TOML has it, and as the command line does.
WRITTEN: dict[str, tuple[str, str | bool]] = {
    **dict.fromkeys(
        ("derivative", "second-derivative", "weight", "both-labels", "normalize", "compare"), ("true", True)
    ),
    **dict.fromkeys(("transparent", "svg-text", "formula", "math"), ("true", True)),
    "risk": ("0.7", "0.7"),
    "only": ('"derivative"', "derivative"),
    "range": ("[-2, 3.5]", "-2:3.5"),
    "ylim": ('"0:4"', "0:4"),
    "axis": ('"margin"', "margin"),
    "target": ("100", "100"),
    "xscale": ('"symlog"', "symlog"),
    "yscale": ('"log"', "log"),
    "mark": ("[0, 0.5]", "0,0.5"),
    "mark-loss": ("1", "1"),
    "step": ("1", "1"),
    "for": ('"beamer"', "beamer"),
    "size": ('"8x4cm"', "8x4cm"),
    "dpi": ("72", "72"),
    "theme": ('"dark"', "dark"),
    "style": ('"mine.mplstyle"', "mine.mplstyle"),
    "labels": ('"direct"', "direct"),
    "panels": ('"row"', "row"),
    "title": ('"A title"', "A title"),
    "xlabel": ('"x"', "x"),
    "ylabel": ('"y"', "y"),
    "margin": ('"decision"', "decision"),
    "lang": ('"zh"', "zh"),
    "standalone": ("true", "true"),
    "data": ('"p.csv"', "p.csv"),
    "by": ('"model"', "model"),
    "weights": ('"w"', "w"),
    "as": ('"logit"', "logit"),
    "positive": ('"yes"', "yes"),
    "skip-bad": ("true", "true"),
    "columns": ("2", "2"),
    "font": ('"DejaVu Serif"', "DejaVu Serif"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def planned(text: str | bytes, path: str = "x.toml") -> tuple[list[Task], list[Problem]]:
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)
    return plan(read_batch(path))


def tasks(text: str) -> list[Task]:
    found, problems = planned(text)
    assert problems == []
    return found


def figure(rest: str = "", losses: str = '["hinge"]') -> str:
    return f"[[figures]]\nlosses = {losses}\n{rest}\n"


def paths(text: str) -> list[str]:
    return [path for task in tasks(text) for path in task.targets]


def problem(text: str) -> Problem:
    found, problems = planned(text)
    assert found == []
    [only] = problems
    assert_line(f"lossplot: {only.place}: {only.message}")
    return only


def refusal(text: str | bytes, code: int = 2) -> str:
    """Why nothing can be made of a file."""
    with pytest.raises(LossplotError) as caught:
        planned(text)
    assert caught.value.exit_code == code
    assert_line(f"lossplot: {caught.value}")
    return str(caught.value)


# --- what may be said of a figure ---


def test_every_option_has_an_example() -> None:
    assert WRITTEN.keys() == set(OPTIONS)


@pytest.mark.parametrize("table", ["figures", "defaults", "matrix"])
@every("option", OPTIONS)
def test_every_option_is_a_key_that_gives_what_the_command_line_gives(option: str, table: str) -> None:
    written, word = WRITTEN[option]
    beside = "risk = 0.7" if option == "only" else ""
    line = f"{option.replace('-', '_')} = {written}"
    text = {
        "figures": figure(f"{line}\n{beside}"),
        "defaults": f"[defaults]\n{line}\n{figure(beside)}",
        "matrix": figure(f"matrix = {{ {line.replace('= ', '= [')}] }}\n{beside}"),
    }[table]
    expected = read_spec(["hinge"], {option: word, **({"risk": "0.7"} if beside else {})})
    assert expected != read_spec(["hinge"], {})
    assert [task.spec for task in tasks(text)] == [expected]


@every("option", [name for name, (written, _) in WRITTEN.items() if written == "true"])
def test_a_figure_takes_back_a_flag_of_the_defaults(option: str) -> None:
    key = option.replace("-", "_")
    assert tasks(f"[defaults]\n{key} = true\n{figure(f'{key} = false')}")[0].spec == FigureSpec(("hinge",))


def test_a_figure_s_own_keys_come_before_the_defaults() -> None:
    text = "[defaults]\ntheme = 'dark'\ndpi = 72\n" + figure() + figure("dpi = 100", "'logistic'")
    assert [(task.spec.theme, task.spec.dpi) for task in tasks(text)] == [("dark", 72.0), ("dark", 100.0)]


def test_defaults_may_stand_after_the_figures() -> None:
    assert tasks(f'{figure()}[defaults]\ntheme = "dark"')[0].spec.theme == "dark"


@pytest.mark.parametrize("losses", ['"hinge"', '["hinge"]'])
def test_one_loss_needs_no_list(losses: str) -> None:
    assert tasks(figure(losses=losses))[0].spec.losses == ("hinge",)


def test_a_style_is_found_beside_the_file() -> None:
    os.mkdir("week")
    found, _ = planned(figure('style = "a.mplstyle"'), "week/x.toml")
    assert found[0].spec.style == os.path.join("week", "a.mplstyle")
    absolute = os.path.abspath("week/b.mplstyle")
    found, _ = planned(figure(f"style = '{absolute}'"), "week/x.toml")
    assert found[0].spec.style == absolute


@pytest.mark.parametrize(
    "style",
    [
        *(
            "/proc/self/environ",
            "/etc/passwd",
            "../a.mplstyle",
            "styles/../../a.mplstyle",
            "styles/../a.mplstyle",
            "..",
        ),
        *("~/a.mplstyle", "~root/a.mplstyle", "out/a.mplstyle", "out.mplstyle", "styles/far.mplstyle"),
    ],
)
@pytest.mark.parametrize("folder", [".", "week"])
def test_a_style_stays_beside_the_file(
    style: str, folder: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.mplstyle").touch()
    monkeypatch.setenv("HOME", str(elsewhere))
    os.makedirs(f"{folder}/styles")
    os.symlink(elsewhere, f"{folder}/out")
    os.symlink("/proc/self/environ", f"{folder}/out.mplstyle")
    os.symlink(elsewhere / "a.mplstyle", f"{folder}/styles/far.mplstyle")
    found, [wrong] = planned(figure(f"style = '{style}'"), os.path.normpath(f"{folder}/x.toml"))
    assert not found
    assert wrong.message == (f"style '{style}' leaves the folder of the batch; put it beside the file of figures")


@pytest.mark.parametrize("data", ["-", " - ", "SELECT 1", "select\\ny", "With a as b", " from 'a.csv'", "FROM\\ta"])
def test_data_of_a_batch_are_a_file(data: str) -> None:
    assert "of a batch must be a file; put the table beside" in problem(figure(f'data = "{data}"')).message


@pytest.mark.parametrize("data", ["selected.csv", "with.csv", "fromage.csv", "--", "a select.csv"])
def test_a_file_of_data_may_be_called_like_a_query(data: str) -> None:
    assert tasks(figure(f'data = "{data}"'))[0].spec.data == data


def test_links_within_the_folder_are_followed() -> None:
    os.makedirs("week/styles")
    Path("week/styles/a.mplstyle").touch()
    os.symlink("styles", "week/near")
    os.symlink("near/a.mplstyle", "week/a.mplstyle")
    os.symlink("week", "link")
    for folder in ("week", "link"):
        text = figure("style = 'a.mplstyle'") + figure("style = 'near/a.mplstyle'\noutput = 'b.svg'")
        found, problems = planned(text, f"{folder}/x.toml")
        assert problems == []
        assert [task.spec.style for task in found] == [f"{folder}/a.mplstyle", f"{folder}/near/a.mplstyle"]


# --- the files of a figure ---


def test_a_figure_has_the_name_that_the_command_line_gives_it() -> None:
    assert paths(figure("derivative = true", '["hinge", "squared-hinge"]')) == ["hinge_squared-hinge_derivative.png"]
    assert paths(figure(losses='["huber:delta=1..2"]')) == ["huber-delta=1..2.gif"]
    assert paths(figure('theme = "auto"')) == ["hinge.svg"]


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_suffix_or_a_format_decides(file_format: str) -> None:
    [named, said, both] = (
        tasks(figure(line))[0].targets
        for line in (
            f'output = "a.{file_format.upper()}"',
            f'format = "{file_format.upper()}"',
            f'output = "a.png"\nformat = "{file_format}"',
        )
    )
    assert named == {f"a.{file_format.upper()}": file_format}
    assert said == {f"hinge.{file_format}": file_format}
    assert both == {"a.png": file_format}


def test_several_files_of_one_figure_are_one_task_in_their_order() -> None:
    [task] = tasks(figure('output = ["b/a.svg", "a.png", "c.csv"]'))
    assert [*task.targets.items()] == [("b/a.svg", "svg"), ("a.png", "png"), ("c.csv", "csv")]


@pytest.mark.parametrize(
    ("output", "path"), [("./a.svg", "a.svg"), ("b//a.svg", "b/a.svg"), ("b/./a.svg", "b/a.svg"), ("a..svg", "a..svg")]
)
def test_a_path_is_in_its_shortest_form(output: str, path: str) -> None:
    assert paths(figure(f'output = "{output}"')) == [path]


@pytest.mark.parametrize(
    "output",
    [
        *("/a.svg", "//a/b.svg", "../a.svg", "b/../../a.svg", "b/../a.svg", "..", "C:/a.svg", "c:a.svg"),
        *(r"\a.svg", r"..\a.svg", r"b\..\..\a.svg", r"\\host\share\a.svg", r"C:\a.svg", "{title}/a.svg"),
    ],
)
def test_no_name_leaves_the_folder(output: str) -> None:
    found = problem(figure(f"output = '{output}'\nformat = 'svg'\ntitle = '..'"))
    assert "leaves the folder of the batch; write a path below it" in found.message


@pytest.mark.parametrize("output", ["", "b/", "a\\u0000.svg", "a\\nb.svg", "a\\u202eb.svg"])
def test_what_is_no_name_is_refused(output: str) -> None:
    assert "is no name of a file" in problem(figure(f'output = "{output}"\nformat = "svg"')).message


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("dpi = 72", "a-72.svg"),
        ("dpi = 72.0", "a-72.svg"),
        ("dpi = 72.5", "a-72.5.svg"),
        ("range = [-1.0, 2.5]", "a--1_2.5.svg"),
        ("range = [-1, 2]", "a--1_2.svg"),
        ("mark = -1", "a--1.svg"),
        ("derivative = true", "a-derivative.svg"),
        ("derivative = false", "a-no-derivative.svg"),
        ('title = "a/b \\\\ c: d"', "a-a-b-c-d.svg"),
        ('title = "\u635f\u5931"', "a-\u635f\u5931.svg"),
        ('title = "/"', "a--.svg"),
    ],
)
def test_a_placeholder_stands_for_a_value_and_makes_no_folder(line: str, name: str) -> None:
    key = line.partition(" ")[0]
    assert paths(figure(f'{line}\noutput = "a-{{{key}}}.svg"')) == [name]


@pytest.mark.parametrize(("curves", "is_read"), [(2, True), (3, False)])
def test_the_steps_of_all_figures_count(curves: int, is_read: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossplot._batch.read.MOST_FIGURES", 4)
    losses = str(["hinge", "logistic", "ramp"][:curves])
    text = "".join(figure(f"steps = true\noutput = '{name}.svg'", losses) for name in "ab")
    if is_read:
        assert len(tasks(text)) == 4
    else:
        assert refusal(text) == "x.toml: this makes 6 figures; 4 is the most for one file"


def deep(folders: int) -> str:
    return "a/" * folders + "a.svg"


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize(
    ("output", "told"),
    [
        (lambda more: repr([f"{n}.svg" for n in range(50 + more)]), "50 files is the most for one figure; this is 51"),
        (lambda more: repr(f"{'a' * (996 + more)}.svg"), "is too long; write at most 1000 characters"),
        (lambda more: repr(deep(30 + more)), "is too long; write at most 1000 characters"),
    ],
    ids=["files", "characters", "folders"],
)
def test_as_much_as_a_name_may_have_is_planned_and_one_more_is_told(
    output: Callable[[int], str], told: str, more: int
) -> None:
    text = figure(f"output = {output(more)}")
    if more:
        assert told in problem(text).message
    else:
        assert tasks(text)


def test_a_placeholder_without_a_value_is_told_with_those_that_have_one() -> None:
    message = problem(figure('output = "{theme}.svg"\ndpi = 72')).message
    assert message == "output '{theme}.svg' asks for {theme}; the figure has losses, dpi"
    assert "asks for {output}" in problem(figure('output = "{output}.svg"')).message
    assert "asks for {matrix}" in problem(figure('output = "{matrix}.svg"\nmatrix = {dpi = [72]}')).message


# --- matrix ---


def test_a_matrix_multiplies_and_its_last_key_varies_fastest() -> None:
    text = figure('output = "{theme}-{dpi}.svg"\nmatrix = { theme = ["light", "dark"], dpi = [72, 100] }')
    assert paths(text) == ["light-72.svg", "light-100.svg", "dark-72.svg", "dark-100.svg"]
    assert [(task.spec.theme, task.spec.dpi) for task in tasks(text)] == [
        ("light", 72.0),
        ("light", 100.0),
        ("dark", 72.0),
        ("dark", 100.0),
    ]


def test_formats_of_one_figure_are_drawn_together() -> None:
    text = figure('output = "{theme}.{format}"\nmatrix = { format = ["svg", "png"], theme = ["light", "dark"] }')
    assert [task.targets for task in tasks(text)] == [
        {"light.svg": "svg", "light.png": "png"},
        {"dark.svg": "svg", "dark.png": "png"},
    ]


def test_losses_may_vary() -> None:
    text = '[[figures]]\noutput = "{losses}.svg"\nmatrix.losses = ["hinge", ["hinge", "huber:delta=2"]]'
    assert [(task.spec.losses, *task.targets) for task in tasks(text)] == [
        (("hinge",), "hinge.svg"),
        (("hinge", "huber:delta=2"), "hinge_huber-delta=2.svg"),
    ]


def test_the_matrix_of_the_defaults_multiplies_that_of_a_figure() -> None:
    defaults = '[defaults]\noutput = "{theme}-{dpi}.svg"\nmatrix.theme = ["light", "dark"]\n'
    assert paths(defaults + figure("matrix.dpi = [72, 100]")) == [
        *("light-72.svg", "light-100.svg", "dark-72.svg", "dark-100.svg")
    ]


def test_a_figure_s_own_key_does_not_vary_by_the_defaults() -> None:
    defaults = '[defaults]\noutput = "{theme}.svg"\nmatrix.theme = ["light", "dark"]\n'
    assert paths(defaults + figure('theme = "print"')) == ["print.svg"]
    assert paths(defaults + figure('matrix.theme = ["dark", "print"]')) == ["dark.svg", "print.svg"]


@pytest.mark.parametrize(
    ("matrix", "fragment"),
    [
        ('"theme"', "matrix must be a table of lists"),
        ('{ theme = "dark" }', "matrix.theme must be a list of values, not '\"dark\"'"),
        ("{ theme = [] }", "matrix.theme must be a list of values, not '[]'"),
        ('{ output = ["a.svg"] }', "output cannot be in matrix"),
        ("{ matrix = [1] }", "matrix cannot be in matrix"),
        ('{ themes = ["dark"] }', "unknown key 'themes'; did you mean 'theme'?"),
    ],
)
def test_a_wrong_matrix_is_told(matrix: str, fragment: str) -> None:
    assert fragment in problem(figure(f"matrix = {matrix}")).message


def test_the_figures_of_a_file_are_counted_together_before_any_is_made() -> None:
    digits = ", ".join(map(str, range(10, 32)))
    text = figure(f"matrix = {{ dpi = [{digits}], risk = [{digits}], mark = [{digits}] }}")
    assert refusal(text) == "x.toml: this makes 10648 figures; 10000 is the most for one file"
    defaults = f"[defaults]\nmatrix.dpi = [{', '.join(map(str, range(10, 110)))}]\noutput = '{{losses}}-{{dpi}}.svg'\n"
    assert refusal(defaults + figure() * 101) == "x.toml: this makes 10100 figures; 10000 is the most for one file"
    assert refusal("[[figures]]\n" * 10_001) == "x.toml: this makes 10001 figures; 10000 is the most for one file"


@pytest.mark.slow
def test_the_most_figures_of_a_file_are_read() -> None:
    defaults = f"[defaults]\nmatrix.dpi = [{', '.join(map(str, range(10, 110)))}]\noutput = '{{losses}}-{{dpi}}.svg'\n"
    assert len(tasks(defaults + "".join(figure(losses=f"'huber:delta={delta}'") for delta in range(1, 101)))) == 10_000


def test_as_many_figures_as_there_may_be_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lossplot._batch.read.MOST_FIGURES", 4)
    defaults = "[defaults]\nmatrix.dpi = [10, 20]\noutput = '{losses}-{dpi}.svg'\n"
    assert len(tasks(defaults + figure() + figure(losses="'huber'"))) == 4
    assert "this makes 6 figures; 4 is the most" in refusal(defaults + figure() * 3)


# --- two figures and one file ---


def test_two_figures_with_one_name_are_told() -> None:
    message = refusal(figure('output = "a.svg"') + figure('output = "./a.svg"', '"logistic"'))
    assert message == (
        "x.toml:4: figures[1]: output 'a.svg' is that of x.toml:1: figures[0] too; give one another name"
    )


def test_a_name_that_does_not_vary_is_told_with_what_does() -> None:
    message = refusal(figure('output = "{theme}.svg"\nmatrix = { theme = ["dark"], dpi = [72, 100] }'))
    assert message == "x.toml:1: figures[0]: output 'dark.svg' is that of several figures; put {dpi} into it"
    message = refusal(figure('matrix = { theme = ["light", "dark"] }'))
    assert message == "x.toml:1: figures[0]: output 'hinge.png' is that of several figures; put {theme} into it"


def test_a_name_of_two_figures_of_which_one_varies_is_told_with_the_other() -> None:
    varied = figure('output = "a.svg"\nmatrix = { theme = ["dark"] }')
    assert refusal(varied + figure('output = "a.svg"', '"mse"')) == (
        "x.toml:5: figures[1]: output 'a.svg' is that of x.toml:1: figures[0] too; give one another name"
    )
    assert "is that of x.toml:1: figures[0] too; " in refusal(figure('output = "a.svg"', '"mse"') + varied)


def test_one_name_twice_in_a_list_is_told() -> None:
    assert "is that of x.toml:1: figures[0] too" in refusal(figure('output = ["a.svg", "a.svg"]'))


def symlink() -> None:
    os.symlink("a.svg", "b.svg")


def hard_link() -> None:
    Path("a.svg").touch()
    os.link("a.svg", "b.svg")


def linked_folder() -> None:
    os.mkdir("real")
    os.symlink("real", "linked")


def either_case() -> None:
    # Where the capital letters of a name find it too, as on most disks that are not Linux's.
    os.mkdir("week")
    os.symlink("week", "WEEK")


SAME_FILE = {
    "through-a-link": (symlink, "a.svg", "b.svg"),
    "through-a-hard-link": (hard_link, "a.svg", "b.svg"),
    "in-a-linked-folder": (linked_folder, "real/a.svg", "linked/a.svg"),
    "in-a-folder-to-be-made-in-a-linked-one": (linked_folder, "real/new/er/a.svg", "linked/new/er/a.svg"),
    "by-case": (either_case, "week/a.svg", "week/A.svg"),
    "by-case-of-a-suffix": (either_case, "week/a.svg", "week/a.SVG"),
    "by-case-of-a-folder-to-be-made": (either_case, "week/b/a.svg", "week/B/a.svg"),
    "by-the-way-an-accent-is-written": (lambda: None, "caf\u00e9.svg", "cafe\u0301.svg"),
}


@pytest.mark.parametrize("case", SAME_FILE)
@pytest.mark.parametrize("folder", [".", "out"])
def test_two_outputs_that_are_one_file_are_told_with_both_figures(
    case: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrange, one, other = SAME_FILE[case]
    os.makedirs(folder, exist_ok=True)
    batch = os.path.abspath("x.toml")
    text = figure(f'output = "{one}"') + figure(f'output = "{other}"', '"logistic"')
    Path(batch).write_text(text, encoding="utf-8")
    with contextlib.chdir(folder):
        arrange()
    with pytest.raises(RequestError) as caught:
        plan(read_batch("x.toml"), folder)
    shown = other.replace("\u0301", "\\u0301")
    assert str(caught.value) == (
        f"x.toml:4: figures[1]: output '{shown}' is one file with '{one}' of x.toml:1: figures[0]; "
        "give one another name"
    )


def test_names_that_differ_by_case_are_two_files_where_that_makes_two() -> None:
    os.mkdir("week")
    if os.path.exists("WEEK"):
        pytest.skip("the disk of this folder does not tell capital letters from small ones")
    assert paths(figure('output = ["week/a.svg", "week/A.svg"]')) == ["week/a.svg", "week/A.svg"]


def test_an_output_in_place_of_an_input_is_told() -> None:
    Path("a.svg").touch()
    for name, output in (("x.toml", "x.toml"), ("x.toml", "./y.toml"), ("a.svg", "a.svg"), ("a.svg", "b.svg")):
        Path("x.toml").touch()
        for link, target in (("y.toml", "x.toml"), ("b.svg", "a.svg")):
            if not os.path.lexists(link):
                os.symlink(target, link)
        message = refusal(figure(f"output = '{output}'\nformat = 'svg'\nstyle = 'a.svg'"))
        what = "this very file" if name == "x.toml" else "the style 'a.svg'"
        assert message == f"x.toml:1: figures[0]: output '{Path(output)}' is {what}; give it another name"


def test_a_file_and_a_folder_of_one_name_are_told() -> None:
    message = refusal(figure('output = "week.svg/a.svg"') + figure('output = "week.svg"'))
    assert "x.toml:1: figures[0]: output 'week.svg/a.svg' lies below 'week.svg' of x.toml:4: figures[1]" in message


@pytest.mark.parametrize("output", ["out/a.svg", "out.svg", "near/far/a.svg"])
def test_no_name_leaves_the_folder_by_a_link(output: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    os.makedirs("near")
    for link, target in (("out", elsewhere), ("out.svg", elsewhere / "new.svg"), ("near/far", elsewhere)):
        os.symlink(target, link)
    assert "leaves the folder of the batch by a link" in problem(figure(f"output = '{output}'")).message


def test_the_folder_itself_may_be_a_link(tmp_path_factory: pytest.TempPathFactory) -> None:
    os.symlink(tmp_path_factory.mktemp("elsewhere"), "out")
    Path("x.toml").write_text(figure('output = "b/a.svg"'))
    found, problems = plan(read_batch("x.toml"), "out")
    assert (len(found), problems) == (1, [])


# --- a file that is no batch ---


def test_a_file_that_is_not_there_or_no_file_is_told() -> None:
    os.mkdir("folder.toml")
    os.mkfifo("pipe.toml")
    for path, fragment in (
        ("no.toml", "cannot read 'no.toml': No such file or directory"),
        ("folder.toml", "cannot read 'folder.toml': it is a directory"),
        ("pipe.toml", "cannot read 'pipe.toml': it is no file of figures"),
    ):
        with pytest.raises(RequestError, match=fragment):
            read_batch(path)


def test_a_file_that_may_not_be_read_cannot_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(inputs, "open", refuse, raising=False)
    assert "cannot read 'x.toml': Permission denied" in refusal(figure(), code=1)


def test_a_file_larger_than_any_batch_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = figure()
    monkeypatch.setattr("lossplot._settings.toml.LARGEST", len(text))
    assert tasks(text)
    assert "it is too large for a file of figures" in refusal(text + "#")


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        (b"a = '\xff'", ["x.toml is not UTF-8 text (byte 5)"]),
        ("", ["x.toml has no [[figures]]"]),
        ("[defaults]\ndpi = 72", ["x.toml has no [[figures]]"]),
        ("figures = []", ["x.toml has no [[figures]]"]),
        ("[[figures]]\nlosses = hinge", ["x.toml: ", "line 2"]),
        ("[[figures]]\ndpi = 72\ndpi = 72\n", ["x.toml: ", "line 3"]),
        ("[defaults]\n[defaults]\n[[figures]]", ["x.toml: ", "line 2"]),
        (f"a = {'[' * 1000}{']' * 1000}", ["x.toml: nested too deeply"]),
        (f"a = 1{'0' * 5000}", ["x.toml: a number is too long"]),
        ("[[figure]]\n", ["x.toml: unknown table 'figure'", "[[figures]]"]),
        ("dpi = 72\n[[figures]]\n", ["x.toml: unknown table 'dpi'"]),
        ("[figures]\nlosses = ['hinge']", ["x.toml: figures is not a list of tables"]),
        ("figures = [1]", ["x.toml: figures is not a list of tables"]),
        ("defaults = 1\n[[figures]]", ["x.toml: defaults is not a table"]),
        ("[defaults]\ntitel = 'a'\n[[figures]]", ["x.toml: defaults: unknown key 'titel'; did you mean 'title'?"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else value[:20],
)
def test_what_is_no_batch_is_told(text: str | bytes, fragments: list[str]) -> None:
    message = refusal(text)
    assert all(fragment in message for fragment in fragments), message


def test_a_byte_order_mark_and_other_ends_of_lines_are_accepted() -> None:
    found, problems = planned(b"\xef\xbb\xbf" + figure().replace("\n", "\r\n").encode() + b"[[figures]]\r\ndpi = 1")
    assert len(found) == 1
    assert [each.place for each in problems] == ["x.toml:4: figures[1]"]


def test_a_name_that_is_no_text_is_escaped_where_it_cannot_be_shown() -> None:
    Path("\u635f\n.toml").write_text("")
    with pytest.raises(RequestError) as caught:
        read_batch("\u635f\n.toml")
    assert_line(f"lossplot: {caught.value}")
    assert str(caught.value).startswith("\u635f\\n.toml has no")


# --- one wrong figure among others ---


WRONG: dict[str, str] = {
    "titel = 'a'": "unknown key 'titel'; did you mean 'title'?",
    "mark-loss = 1": "unknown key 'mark-loss'; did you mean 'mark_loss'?",
    "xlim = '-3:3'": "unknown key 'xlim'; write range",
    "x-label = 'm'": "unknown key 'x-label'; write xlabel",
    "dark = true": "unknown key 'dark'; write theme = \"dark\"",
    "yes = true": "unknown key 'yes'",
    "bo-labels = true": "unknown key 'bo-labels'; did you mean 'both_labels' or 'labels'?",
    "quiet = true": "unknown key 'quiet'",
    "force = true": "unknown key 'force'",
    "dpi = true": "dpi must be a number or text, not 'true'",
    "dpi = [72]": "dpi must be a number or text, not '[72]'",
    "dpi = 2024-01-01": "dpi must be a number or text, not '\"2024-01-01\"'",
    "dpi = inf": "dpi 'inf' is not a number",
    "dpi = nan": "dpi 'nan' is not a number",
    "dpi = 1e999": "dpi 'inf' is not a number",
    "dpi = 5": "dpi must be from 10 to 2400, not 5",
    f"dpi = 0x{'f' * 5000}": "dpi must be a number or text",
    f"title = 0x{'f' * 5000}": "title must be a number or text",
    "derivative = 1": "derivative must be true or false, not '1'",
    "derivative = 'yes'": "derivative must be true or false",
    "range = [1]": "range '1' has no ':'",
    "range = [1, 'a']": "range must be numbers or text",
    "range = [1, true]": "range must be numbers or text, not '[1, true]'",
    "range = [0, inf]": "range limit 'inf' is not a number",
    "range = [3, -3]": "range 3 to -3 is reversed",
    "title = {}": "title must be a number or text, not '{}'",
    "title = '\u202e'": "U+202E",
    'title = "\\u0000"': "U+0000",
    "theme = 'drak'": "theme 'drak' is unknown",
    "format = 'bmp'": "format 'bmp' is unknown",
    "format = ['svg', 'png']": "format must be a text",
    "output = 'a.bmp'": "cannot tell the format from 'a.bmp'",
    "output = 1": "output must be a text or a list of texts",
    "output = []": "output must be a text or a list of texts",
    "output = ['a.svg', 1]": "output must be a text or a list of texts",
    "size = '200x200in'": "both must be from 0.5 to 100",
}


@pytest.mark.parametrize("line", WRONG, ids=lambda line: line[:24].encode("unicode_escape").decode())
def test_a_wrong_figure_is_told_with_its_line_and_the_others_are_planned(line: str) -> None:
    found, [wrong] = planned(f"# the first line\n{figure()}\n{figure(line, chr(34) + 'logistic' + chr(34))}")
    assert [task.spec.losses for task in found] == [("hinge",)]
    assert (found[0].place, wrong.place) == ("x.toml:2: figures[0]", "x.toml:6: figures[1]")
    assert WRONG[line] in wrong.message
    assert_line(f"lossplot: {wrong.place}: {wrong.message}")


@pytest.mark.parametrize("losses", ["[]", "1", "[1]", '["hinge", 1]', "{}"])
def test_losses_are_texts(losses: str) -> None:
    assert "losses must be a list of texts" in problem(figure(losses=losses)).message
    assert "losses must be a list of texts" in problem("[[figures]]\ntitle = 'a'").message


@every(
    ("losses", "message"),
    [
        ("hinge logistic", 'losses \'hinge logistic\' is several; write losses = ["hinge", "logistic"]'),
        ("hinge, huber:delta=2", 'is several; write losses = ["hinge", "huber:delta=2"]'),
    ],
)
def test_several_losses_in_one_text_are_told(losses: str, message: str) -> None:
    assert message in problem(figure(losses=f"'{losses}'")).message
    for one in ("squared hinge", "huber:delta=1,2", "max(0, 1 - m)"):
        assert len(tasks(figure(losses=f"'{one}'"))) == 1


# --- lines ---


DECOYS = [
    'title = """\n[[figures]]\n"""',
    "title = '''\n[[figures]]\n[[figures]] # no\n'''",
    'title = """\n[[figures]]"""',
    'title = """\n[[figures]] \\\n   a"""',
    "# [[figures]]",
    'title = "[[figures]]"',
    "[figures.matrix]\ndpi = [72]",
    'matrix = { dpi = [\n  72,\n  100,\n] }\noutput = "{dpi}.svg"',
]


@pytest.mark.parametrize("decoy", DECOYS)
@pytest.mark.parametrize("header", ["[[figures]]", "  [[ figures ]]  # mine", "[[figures]] # [[figures]]"])
def test_what_looks_like_a_header_does_not_shift_lines(decoy: str, header: str) -> None:
    text = f"[[figures]]\nlosses = ['hinge']\n{decoy}\n\n{header}\nlosses = 1\n"
    _, problems = planned(text)
    assert problems[-1].place == f"x.toml:{text[: text.rindex(header)].count(chr(10)) + 1}: figures[1]"


def test_figures_without_headers_have_no_lines() -> None:
    assert problem('figures = [{ losses = ["hinge"], dpi = 1 }]').place == "x.toml: figures[0]"


def test_every_key_is_a_name_that_toml_needs_not_quote() -> None:
    assert all(key.isidentifier() or key == "for" for key in KEYS)
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("value", ["a", 1, 1.5, [1, "a"], {"a": 1}, None])
def test_a_value_in_a_message_is_as_toml_has_it(value: Any) -> None:
    assert planning._as_toml(value)
