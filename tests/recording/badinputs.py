"""Invalid requests and existing files: the exit code, the message and the files of each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from recording.entry import Entry, Files, words

# Command lines in shell syntax; {202E} is a character by its code, {a*500} a repeated one.
LINES = r"""
zzz
Hinge hinge
hnige
hinge huber
hinge huber log-loss
hinge --derivatve
-1 hinge
hinge ''
-- --derivative
plot
huber delta=2
huber --delta 2
hinge + logistic
'max(0,1-m)'
hinge --range=3:-3
hinge --range=0:1e-300
hinge --range=1:1
hinge --range=1:1.00000000000001
hinge --range=0:1e101
hinge --range=nan:1
hinge --range=0:inf
hinge --range=a:b
hinge --range=3
hinge --range=1:2:3
hinge --range -3 3
hinge --ylim=0:x
hinge --ylim=1:0
log-loss --range=2:3
brier --range=-1:0.5 -o a.json
brier --range=-1:0.5 -o a.json --strict
brier --range=-1:0.5 -o a.json --quiet
huber:delta={1,*50}1
focal:gamma=1,2,3,4,5,6,7,8:alpha=1,2,3,4,5,6,7
hinge --size=-1x4
hinge --size=nanx4
hinge --size=4xinf
hinge --size=4
hinge --size=4x4ft
hinge --size=600x600 --dpi=100
hinge --size=100x100 --dpi=2400
hinge --size=201x4 -o a.pdf
hinge --dpi=0
hinge --dpi=-5 -o a.svg
hinge --dpi=nan -o a.pdf
hinge --dpi=1e4
hinge --dpi=1e6
hinge --title 'a{DCFF}b'
hinge --title 'a{0000}b'
hinge --title '{001B}[31m'
hinge --title '{FFFE}'
hinge --title 'a{1FFFF}'
hinge --title 'a{000D}b'
hinge --title 'a{000A}b'
hinge --title 'a{007F}'
hinge --title 'a{0085}'
hinge --title '{FEFF}a'
hinge --title 'a{202E}b'
hinge --title 'a{2066}b'
hinge --title {a*200000}
hinge --title {a*500} -o a.svg
hinge --title 'a{0009}b' -o a.svg
hinge --title '<script>alert(1)</script>]]>-->&{0022}' -o a.svg
hinge --title 'a{1230}{12000}'
hinge --title 'it costs $5 and $6 \frac{$' -o a.svg
hinge --xlabel '{0000}'
hinge --xlabel {a*501}
hinge --xlabel '{12000}'
hinge --ylabel '{202E}a'
hinge --ylabel '{DCFF}'
hinge --font 'a{001B}'
hinge --font 'DejaVu Sanz'
hinge --font Qqq
hinge --font /etc/passwd
hinge --font 'DejaVu Serif' --title {5408} --math
hinge --lang fr
hinge --lang '{DCFF}'
hinge --lang ../languages/zh
hinge --lang zh -o a.svg
'hinge{000B}'
'torch:smooth_l1{0001}'
torch:smooth_l2
tensor:smooth_l1
torch:smooth_l1:gamma=1
hinge --math --title '$\frac{$'
hinge --math --xlabel '$x^$'
hinge --math --ylabel '$$'
hinge --math --title '$5' -o a.svg
hinge -o plot
hinge -o a.xyz
hinge -o 'a.png?x'
hinge -o .png
hinge -o ''
hinge -o .
hinge -o
hinge -f bmp
hinge -f wepb
hinge -o a.png -o a.png
hinge -o A.SVG
hinge -o nodir/a.png
hinge -o folder
hinge -o folder.png
hinge -o loop.png
hinge -o {a*296}.png
hinge -o kept.png --force
hinge -o theirs.svg
hinge -o theirs.svg --force
hinge -o link.svg
hinge --alt -o none/a.svg
hinge --only third
hinge --only derivtive
hinge --labels x
hinge --labels dirct
hinge --for slyde
hinge --for '{001B}'
hinge --theme drak
hinge --theme sepia
hinge --theme auto -o a.png
hinge --theme auto -o a.svg -o a.pdf
hinge --theme auto -o a.tex
hinge --margin decisoin
hinge --axis margn
huber --axis probability
quantile --axis margin
hinge --axis error
hinge --style none.mplstyle
hinge --style folder
hinge --style latin.mplstyle
hinge --style unknown.mplstyle
hinge --style value.mplstyle
hinge --style latex.mplstyle
hinge --style https://example.org/a.mplstyle
hinge --style pipe
hinge --style cycle.mplstyle
hinge --style /dev/zero
hinge --style 'a{0001}b'
hinge:delta=1
squared:a=1
huber:delta
huber:delta=
huber:delta=1,,2
huber:delta=nan
huber:delta=1,0
huber:delta=1e101
huber:delta=5e-324
huber:delta=1:delta=2
huber:delta=120%
hinge:threshold=95%
taylor-ce:order=1.5
exponential --range=-709.78:-709.7 -o a.json
cauchy:c=1e-300 -o a.json
tweedie-deviance:power=1000 -o a.json
hinge --mark 0,x
hinge --mark 0,,1
hinge --mark nan
hinge --mark 1e400
hinge --mark {1,*50}1
hinge --mark 0,0 --mark-loss 1 -o a.json
hinge --mark-loss 1:2
hinge --mark-loss inf
hinge --risk 2
hinge --risk=-1e-9
hinge --risk nan
hinge --only risk
huber --risk 0.5
huber --normalize
perceptron --normalize
hinge --weight
hinge --only weight
hinge --alt -o -
hinge --preview -o -
hinge --copy
huber:delta=1..2 --preview
huber:delta=1..2 --copy
huber:delta=..2
huber:delta=1..
huber:delta=1...2
huber:delta=1..2..3
huber:delta=1..1.0
huber:delta=1..2,3
huber:delta=1..b
huber:delta=nan..1
huber:delta=1..inf
huber:delta=0..1
huber:delta=1..1e101
barron:alpha=-inf..1
huber:delta=1..2 hinge
huber:delta=1..2 -o a.svg
huber:delta=1..2 -o a.gif -o a.csv
huber:delta=1..2 --transparent
huber:delta=1..2 --theme auto
hinge -o a.webp
huber:delta=0.5..2 --for slide --size 2x2 --dpi 50 -o a.gif
huber:delta=2..3 --range=-1:1 --labels none --size 2x2 --dpi 50 -o a.gif
hinge -o a.png -o a.gif
smoothed-hinge:gamma=2 modified-huber -o a.json
mse squared-error -o a.json
table hinge --at=0,x
table hinge --at=nan
table hinge --at=
table hinge --at=0 --points=3
table hinge --points=1
table hinge --points=2.5
table hinge --points=1e9
table hinge huber
table hinge huber --at=0 -d
table hinge -f xml
table log-loss --at=-1,0,0.5,1,2 -d
table logistic --at=-700,0,700 -d --second-derivative --format json
table zzz
check
check hinge
check hinge -g
check hinge -g=
check hinge -g zzz(m)
check hinge -g q*m
check hinge -g -1/p
check hinge -g m --axis margn
check hinge -g m --file a.csv
check --file nothing.csv
check --file folder
check --file theirs.svg
check hinge -g m -o a.xyz
identify
identify zzz
identify nothing.csv
identify huber:delta=1,2
identify x**2 --axis margn
invert hinge
invert hinge x
invert hinge nan
invert zzz 1
invert hinge,huber 1
invert huber:delta=1,2 1
list --presets hinge
list --presets --axis=
list --preset
list --presets -f xml
list --axis margn
list --axis margin --proper
list --convx
info a.png --reru
info --rerun
info folder
info theirs.svg
show
show zzz
show hinge huber
show hinge -f xml
show huber:delta=1,2
show calibratd
build
build none.toml
build folder
build theirs.svg
build a.toml --jobs 0
build a.toml --jobs x
build a.toml --check --force
build a.toml -o ''
gallery --jobs 1e3
gallery -f bmp
gallery --check --force
gallery -o kept.png -f svg
"""
TOMLS = {
    "empty": "",
    "syntax": "losses = [",
    "bytes": "",
    "mark": '\ufeff[[figures]]\nlosses = ["hinge"]\noutput = "a.json"\n',
    "table": "[figure]\nlosses = []\n",
    "list": "figures = 3\n",
    "key": '[[figures]]\nlosses = ["hinge"]\ntitel = "x"\noutput = "a.svg"\n',
    "default": '[defaults]\ncolour = "red"\n[[figures]]\nlosses = ["hinge"]\noutput = "a.svg"\n',
    "true": '[[figures]]\nlosses = ["hinge"]\ndpi = true\noutput = "a.svg"\n',
    "text": '[[figures]]\nlosses = ["hinge"]\nderivative = "yes"\noutput = "a.svg"\n',
    "number": '[[figures]]\nlosses = ["hinge"]\nrange = [1]\noutput = "a.svg"\n',
    "infinite": '[[figures]]\nlosses = ["hinge"]\nmark = inf\noutput = "a.svg"\n',
    "long": f'[[figures]]\nlosses = ["hinge"]\ndpi = {"9" * 5000}\noutput = "a.svg"\n',
    "nested": f"a = {'[' * 1000}{']' * 1000}\n",
    "twice": '[[figures]]\nlosses = ["hinge"]\nlosses = ["huber"]\n',
    "no-losses": '[[figures]]\noutput = "a.svg"\n',
    "no-output": '[[figures]]\nlosses = ["hinge"]\n',
    "same-output": '[[figures]]\nlosses = ["hinge"]\noutput = "a.json"\n' * 2,
    "outside": '[[figures]]\nlosses = ["hinge"]\noutput = "../a.svg"\n',
    "absolute": '[[figures]]\nlosses = ["hinge"]\noutput = "/a.svg"\n',
    "control": '[[figures]]\nlosses = ["hinge"]\ntitle = "a\\u0000b"\noutput = "a.svg"\n',
    "no-key": '[[figures]]\nlosses = ["hinge"]\noutput = "{theme}.svg"\n',
    "matrix": '[[figures]]\nlosses = ["hinge"]\noutput = "a.svg"\nmatrix = { theme = ["light", "dark"] }\n',
    "matrix-size": '[[figures]]\nlosses = ["hinge"]\noutput = "{dpi}.svg"\nmatrix = { dpi = [] }\n',
    "style": '[[figures]]\nlosses = ["hinge"]\nstyle = "unknown.mplstyle"\noutput = "a.svg"\n',
    "one-wrong": '[[figures]]\nlosses = ["hinge"]\noutput = "a.json"\n[[figures]]\nlosses = ["h"]\noutput = "b.svg"\n',
}
FILES: Files = {
    "folder": ("folder", ""),
    "folder.png": ("folder", ""),
    "pipe": ("pipe", ""),
    "loop.png": ("link", "loop-2.png"),
    "loop-2.png": ("link", "loop.png"),
    "link.svg": ("link", "linked.svg"),
    "kept.png": ("kept", "old"),
    "theirs.svg": ("text", "<svg/>"),
    "a.toml": ("text", TOMLS["mark"]),
    "latin.mplstyle": ("bytes", b"axes.facecolor: \xff\n".hex()),
    "unknown.mplstyle": ("text", "axes.colr: red\n"),
    "value.mplstyle": ("text", "axes.facecolor: blurple\n"),
    "cycle.mplstyle": ("text", "axes.prop_cycle: cycler('color', ['#aa0000', 'b'])\n"),
    "latex.mplstyle": ("text", "text.usetex: True\n"),
}


def entries() -> Iterator[Entry]:
    """Yield an entry for every invalid request."""
    for line in LINES.strip().splitlines():
        plain = re.sub(r"[^A-Za-z0-9.]+", "-", line).strip("-.")[:40]
        # Two command lines may differ by characters that the entry's name cannot have.
        name = f"{plain}-{hashlib.sha256(line.encode()).hexdigest()[:4]}"
        yield Entry(f"wrong/{name}", ([_expand(word) for word in words(line)],), FILES)
    for name, text in TOMLS.items():
        content = ("bytes", b"losses = '\xff'".hex()) if name == "bytes" else ("text", text)
        yield Entry(f"wrong/build-{name}", (["build", "a.toml", "--jobs", "1"],), {**FILES, "a.toml": content})


def _expand(word: str) -> str:
    repeated = re.sub(r"\{(.+?)\*(\d+)\}", lambda match: match[1] * int(match[2]), word)
    return re.sub(r"\{([0-9A-F]{4,6})\}", lambda match: chr(int(match[1], 16)), repeated)
