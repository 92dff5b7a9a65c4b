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
        rows = list(csv.DictReader(file))
    console = Console()
    for axis, group in groupby(rows, lambda row: row["axis"]):
        table = Table(box=box.SIMPLE_HEAD, title=axis, title_justify="left", title_style="bold")
        table.add_column("loss", style="bold", no_wrap=True)
        for name in ("name", "parameters", "formula"):
            table.add_column(name)
        for row in group:
            table.add_row(row["name"], row["title"], row["parameters"], row["formula"])
        console.print(table)


if __name__ == "__main__":
    sys.exit(app())
