"""Topics of `lossplot help`: what the words of commands mean, each with commands to copy."""

from __future__ import annotations

from dataclasses import dataclass

from lossplot._losses.spellings import PREFIXES


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic by its `name`, with other `words` that it is looked up by, a text, and commands that show it."""

    name: str
    words: tuple[str, ...]
    text: str
    examples: tuple[str, ...]


TOPICS = (
    Topic(
        "losses",
        ("names", "aliases", "catalogue", "case", "underscore", "chinese"),
        "A loss is named as in 'lossplot list', in any case and with _ or -, by an alias, by its name in Chinese, or "
        "as another library calls it. A formula may stand wherever a name may. What is before a sign = is its label.",
        ("hinge Squared_Hinge", "mse", "torch:smooth_l1", '"cubic = max(0, 1 - m)**3"'),
    ),
    Topic(
        "parameters",
        ("colon", ":", "values", "delta", "gamma", "tau", "several"),
        "Parameters follow the name of a loss: a colon, the parameter, = and its values with commas between them. "
        "Several values give a curve each, and two lists give their product. 'lossplot show LOSS' tells which there "
        "are, and between which limits.",
        ("huber:delta=2", "quantile:tau=0.1,0.5,0.9", "linex:a=1,2:b=0.5"),
    ),
    Topic(
        "sweeps",
        ("sweep", "animation", "animated", "movie", "gif", "webp", "..", "frames", "moving", "video"),
        "Two values with .. between them let a parameter move from one to the other, in a file that can move: .gif or "
        ".webp. The other curves stand still.",
        ("huber:delta=0.1..3 -o huber.gif", "hinge focal:gamma=0..5 --axis margin -o focal.webp"),
    ),
    Topic(
        "efficiency",
        ("95%", "%", "percent", "tuning constant", "robust", "asymptotic efficiency"),
        "A share as the value of a tuning constant, as in 95%, stands for the constant with which the loss is so "
        "efficient at the normal distribution, beside the squared error: 1.345 for Huber's, 4.685 for Tukey's.",
        ("huber:delta=95% tukey-biweight:c=95%", "show huber:delta=95%"),
    ),
    Topic(
        "libraries",
        (
            *PREFIXES,
            *("library", "code", "numpy"),
        ),
        "The name of a library, a colon, and a loss as it is called there: it is drawn on that library's scale, and a "
        "note says what factor that is of ours. 'lossplot show' lists the names of a loss in all libraries, and writes "
        "code with --format numpy, torch, jax, javascript, sql, xgboost, lightgbm or catboost.",
        ("torch:smooth_l1 sklearn:huber", "show focal --format torch", "list keras"),
    ),
    Topic(
        "formulas",
        ("formula", "expression", "own", "custom", "variable", "latex", "functions", "math", "sum", "label"),
        "A formula is written as in Python, NumPy, PyTorch or LaTeX, in quotes. Its variable tells the axis: m is the "
        "margin, r the error, p the probability of the true class, s a cosine. Other names are parameters, which are "
        "given values as those of losses are. Losses may stand in it, with underscores.",
        (
            '"max(0, 1 - m)**2"',
            '"mine = max(0, c - m)**k:c=1:k=1,2,3"',
            '"0.7*hinge + 0.3*logistic"',
            '"-log(p)" --derivative',
        ),
    ),
    Topic(
        "axes",
        ("axis", "margin", "error", "residual", "probability", "prediction", "target", "logit"),
        "Losses of one figure share an axis: the margin y f(x), the error, the probability of the true class, or one "
        "of the others in 'lossplot list'. --axis draws on another where the mathematics allows it, and --target "
        "against the prediction.",
        ("log-loss hinge --axis margin", "mse huber --target 100", "hinge logistic --both-labels"),
    ),
    Topic(
        "panels",
        ("derivative", "second derivative", "gradient", "hessian", "slope", "curvature", "weight", "risk"),
        "Below the loss there may be its derivative, its second derivative, the weight psi(r)/r of robust regression, "
        "and the conditional risk for a chance of the label +1. --only leaves one of them.",
        (
            "hinge squared-hinge --derivative",
            "huber tukey-biweight --weight",
            "hinge logistic --risk 0.7",
            "logistic --only derivative",
        ),
    ),
    Topic(
        "range",
        ("view", "limits", "xlim", "ylim", "zoom", "log scale", "xscale", "yscale"),
        "--range LO:HI is that of the x axis and --ylim that of the first panel. With a negative number write it with "
        "a sign =, as in --range=-3:3. --xscale and --yscale may be log or symlog.",
        ("hinge --range=-3:3 --ylim 0:4", "mse huber --range=0:100 --yscale symlog"),
    ),
    Topic(
        "files",
        ("output", "format", "formats", "png", "svg", "pdf", "save", "stdout", "clipboard", "terminal", "preview"),
        "The suffix of --output decides on the format, and the option may be repeated. Without it the file is named "
        "after the losses, in this folder. - is stdout. A file that lossplot did not make, or that was edited, is left "
        "alone unless there is --force. 'lossplot info FILE' tells which command made it.",
        ("hinge -o hinge.svg -o hinge.pdf", "hinge -o - --format csv", "hinge --alt"),
    ),
    Topic(
        "size",
        ("units", "inches", "pixels", "px", "cm", "dpi", "resolution", "presets", "for", "slide", "paper", "fonts"),
        "--for sets sizes, fonts and lines for a slide, a paper or a page ('lossplot list --presets'). --size takes "
        "in, cm, mm, px or pt, and inches without a unit; --dpi is for PNG.",
        ("hinge --for slide", "hinge --size 1200x675px", "hinge --size 8x5cm --dpi 300"),
    ),
    Topic(
        "looks",
        (
            "theme",
            "dark",
            "print",
            "colours",
            "colors",
            "style",
            "transparent",
            "legend",
            "labels",
            "title",
            "language",
        ),
        "--theme is light, dark, print (for black and white), or auto, an SVG that follows its page. --style takes "
        "colours and fonts from a file of matplotlib. --labels puts names in a legend or at the curves, and --lang "
        "chooses the language of all words.",
        ("hinge logistic --theme dark --labels legend", "hinge --formula --title Surrogates", "hinge --lang zh"),
    ),
    Topic(
        "numbers",
        ("json", "points", "tables", "inverse"),
        "'lossplot table' prints numbers in place of a picture, and 'lossplot invert' finds where a loss has a value. "
        "JSON has full double precision.",
        ("table hinge --at=-1,0,1 --derivative", "invert log-loss 0.6135"),
    ),
    Topic(
        "data",
        ("predictions", "csv", "parquet", "sql", "database", "real"),
        "'lossplot score' prints what real predictions cost under each loss, and --data shows below the curves where "
        "they lie. A table has columns y and prediction, or --columns names them. Parquet, DuckDB and queries come "
        "with pip install 'lossplot[data]'.",
        ("score predictions.csv hinge logistic", "hinge logistic --data predictions.csv"),
    ),
    Topic(
        "batches",
        ("batch", "toml", "course", "many", "matrix", "figures"),
        "'lossplot build' draws the figures of a TOML file, those that are missing or changed. The keys are the long "
        "options of drawing, with _ for -.",
        ("build --example", "build figures.toml -o figures"),
    ),
    Topic(
        "defaults",
        ("configuration", "settings", "lossplot.toml", "pyproject", "own losses"),
        "Defaults and losses of your own stand in lossplot.toml or [tool.lossplot] of pyproject.toml in this folder or "
        "above it, and in your configuration folder. 'lossplot config' says which hold here.",
        ("config", "config --format json"),
    ),
    Topic(
        "completion",
        ("tab", "bash", "zsh", "fish", "shell", "install"),
        "The shell completes commands, losses, parameters after a colon, and the values of options, once "
        "'lossplot --install-completion' has been given in it. --show-completion prints the script.",
        ("--show-completion bash", "--show-completion zsh"),
    ),
    Topic(
        "scripts",
        ("exit status", "exit code", "quiet", "strict", "errors", "warnings", "stderr", "pager", "colour", "pipe"),
        "The exit status is 0 when all is done, 1 when it could not be done, 2 when the request was wrong. Stdout has "
        "the paths of files, or what was asked for; messages go to stderr, and --quiet leaves them out. --strict takes "
        "warnings for errors. Nothing is paged or coloured in a pipe.",
        ("hinge --quiet -o hinge.svg", "hinge --strict -o hinge.svg"),
    ),
)
