"""A Typer command that prints a Rich table as large as `lossplot list` does, from a CSV file of its rows."""

import csv
import sys
from itertools import groupby

import typer
from rich import box
from rich.console import Console
from rich.table import Table

app = typer.Typer(rich_markup_mode=None)


@app.command()
def show(path: str) -> None:
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    console = Console()
    for axis, group in groupby(rows, lambda row: row[1]):
        table = Table(box=box.SIMPLE_HEAD, title=axis, title_justify="left", title_style="bold")
        for name in ("loss", "parameters", "formula"):
            table.add_column(name)
        for row in group:
            table.add_row(row[0], row[2], row[3])
        console.print(table)


if __name__ == "__main__":
    sys.exit(app())
