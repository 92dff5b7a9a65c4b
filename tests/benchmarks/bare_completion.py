"""The yardstick of completion: a bare program of Typer that completes one of a few names."""

import typer

NAMES = ("hinge", "hinge-embedding", "hinton-kd", "huber")


def complete(incomplete: str) -> list[str]:
    return [name for name in NAMES if name.startswith(incomplete)]


def draw(name: str = typer.Argument(autocompletion=complete), derivative: bool = False) -> None:
    print(name, derivative)


if __name__ == "__main__":
    app = typer.Typer()
    app.command()(draw)
    app(prog_name="bare")
