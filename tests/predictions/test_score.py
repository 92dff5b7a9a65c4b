"""Scores of predictions: their numbers against NumPy over whole arrays, and those that textbooks print."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from support.draws import choice, integers, law, lists, tuples

import lossplot
from lossplot._formula.evaluate import Array
from lossplot._predictions import store
from lossplot._predictions.distribution import Bins
from lossplot._predictions.losses import read_asked
from lossplot._predictions.measure import BLOCK
from lossplot._predictions.memory import table_in_memory
from lossplot._predictions.score import Settings
from lossplot._predictions.score import score as score_table
from lossplot._predictions.sketch import RANK_ERROR

# Relative distance of sums over blocks from those of NumPy.
CLOSE = 1e-12


def batch(n: int, seed: int = 0) -> tuple[Array, Array]:
    """Labels 0 and 1, and scores that know something of them."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, n)
    return y.astype(np.float64), rng.normal(size=n) * 2.0 + (2 * y - 1)


VALUES: dict[str, Any] = {
    "hinge": lambda m: np.maximum(0.0, 1.0 - m),
    "squared-hinge": lambda m: np.maximum(0.0, 1.0 - m) ** 2,
    "logistic": lambda m: np.logaddexp(0.0, -m),
    "zero-one": lambda m: np.where(m > 0.0, 0.0, 1.0),
    "0.7*hinge + 0.3*logistic": lambda m: 0.7 * np.maximum(0.0, 1.0 - m) + 0.3 * np.logaddexp(0.0, -m),
}


@pytest.mark.parametrize(
    ("name", "n"),
    [
        (name, n) if n < BLOCK or place == 0 else pytest.param(name, n, marks=pytest.mark.slow)
        for place, name in enumerate(VALUES)
        for n in (1, 2, 3, 100, 70_001, 600_000)
    ],
)
def test_numbers_are_those_of_numpy_over_the_whole_array(name: str, n: int) -> None:
    y, f = batch(n)
    [record] = lossplot.score((y, f), name, jobs=2)
    values = VALUES[name]((2.0 * y - 1.0) * f)
    assert record["n"] == n
    assert record["mean"] == pytest.approx(values.mean(), rel=CLOSE)
    if n > 1:
        assert record["standard_error"] == pytest.approx(values.std(ddof=1) / math.sqrt(n), rel=CLOSE, abs=1e-15)
    else:
        assert record["standard_error"] is None
    expected = np.quantile(values, [0.5, 0.9, 0.99]).tolist()
    actual = [record[key] for key in ("median", "quantile_90", "quantile_99")]
    assert actual == pytest.approx(expected, rel=CLOSE, abs=1e-15)
    assert record["max"] == values.max()
    assert values[record["max_row"] - 1] == values.max()
    worst = np.sort(values)[::-1]
    for share, key in ((0.01, "worst_1_share"), (0.1, "worst_10_share")):
        if n % 100 == 0 and values.sum() > 0:
            assert record[key] == pytest.approx(worst[: round(share * n)].sum() / values.sum(), rel=CLOSE)


@pytest.mark.parametrize(
    ("name", "scores", "share"),
    [
        ("hinge", [0.5, 1.0, 1.5, -1.0], 0.5),  # at the corner a slope of zero is among those allowed
        ("absolute", [1.0, 1.0, 0.0, 3.0], 0.25),
        ("zero-one", [1.0, -1.0], 1.0),
        ("logistic", [1.0, -1.0], 0.0),
    ],
)
def test_the_share_without_a_gradient(name: str, scores: list[float], share: float) -> None:
    labels = [0.0] * len(scores) if name == "absolute" else [1.0] * len(scores)
    [record] = lossplot.score((labels, scores), name)
    assert record["zero_gradient_share"] == share


def test_the_textbook_s_batch_of_three_classes() -> None:
    # Cross-entropy of the outputs of a softmax, taken for logits once more, as the textbook has it; and the right one.
    logits = np.array([[10.0, 8.0, 6.0], [7.0, 9.0, 5.0], [5.0, 4.0, 10.0]])
    outputs = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert outputs == pytest.approx(
        np.array([[0.8668, 0.1173, 0.0159], [0.1173, 0.8668, 0.0159], [0.0067, 0.0025, 0.9909]]), abs=5e-5
    )
    labels = np.arange(3.0)
    again = [
        lossplot.score(np.column_stack([labels, outputs])[[i]], "log-loss", scale="logit")[0]["mean"] for i in range(3)
    ]
    assert again == pytest.approx([0.6417, 0.6417, 0.5573], abs=5e-5)
    [twice] = lossplot.score(np.column_stack([labels, outputs]), "log-loss", scale="logit")
    assert twice["mean"] == pytest.approx(0.6135, abs=5e-5)
    right = -np.log(outputs[np.arange(3), np.arange(3)]).mean()
    for table in (logits, outputs):
        [record] = lossplot.score(np.column_stack([labels, table]), "log-loss")
        assert record["mean"] == pytest.approx(right, rel=CLOSE)
        assert record["accuracy"] == 1.0


def test_the_textbook_s_batches_of_two_classes() -> None:
    y, f = np.array([0.0, 1.0, 1.0, 0.0]), np.array([0.2, 0.8, 0.5, 0.1])
    [record] = lossplot.score((y, f), "log-loss", scale="logit")
    assert record["mean"] == pytest.approx(np.logaddexp(0.0, -(2.0 * y - 1.0) * f).mean(), rel=CLOSE)
    scores = np.array([[1.0, 2.0], [0.0, 1.0], [0.5, 0.5], [0.0, 0.0]])
    labels = np.array([1.0, 1.0, 0.0, 0.0])
    [record] = lossplot.score(np.column_stack([labels, scores]), "log-loss", scale="logit")
    gaps = scores[np.arange(4), labels.astype(int)] - scores[np.arange(4), 1 - labels.astype(int)]
    assert record["mean"] == pytest.approx(np.logaddexp(0.0, -gaps).mean(), rel=CLOSE)


def test_classes_are_scored_by_the_gap_to_the_best_wrong_one() -> None:
    rng = np.random.default_rng(3)
    scores, labels = rng.normal(size=(500, 4)), rng.integers(0, 4, 500)
    [hinge, loss] = lossplot.score(np.column_stack([labels, scores]), "hinge", "log-loss")
    own = scores[np.arange(500), labels]
    others = scores.copy()
    others[np.arange(500), labels] = -np.inf
    assert hinge["mean"] == pytest.approx(np.maximum(0.0, 1.0 - own + others.max(axis=1)).mean(), rel=CLOSE)
    assert loss["mean"] == pytest.approx((np.log(np.exp(scores).sum(axis=1)) - own).mean(), rel=CLOSE)
    assert hinge["accuracy"] == (scores.argmax(axis=1) == labels).mean()


def test_a_confident_softmax_keeps_its_digits() -> None:
    [record] = lossplot.score([[0.0, 50.0, 0.0, 0.0]], "log-loss", scale="logit")
    assert record["mean"] == pytest.approx(2.0 * math.exp(-50.0), rel=1e-14)


def test_probabilities_are_taken_for_such_where_a_loss_asks_for_them() -> None:
    y, p = np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4])
    [logistic, loss] = lossplot.score((y, p), "logistic", "log-loss")
    expected = -np.log([0.9, 0.8, 0.4]).mean()
    assert [logistic["mean"], loss["mean"]] == pytest.approx([expected] * 2, rel=CLOSE)
    [logistic] = lossplot.score((y, p), "logistic")
    assert logistic["mean"] == pytest.approx(np.logaddexp(0.0, -(2.0 * y - 1.0) * p).mean(), rel=CLOSE)


@pytest.mark.parametrize(
    "labels", [[1, -1, 1], [1, 0, 1], [True, False, True], ["True", "false", "TRUE"], ["1", "0", "1"]]
)
def test_labels_in_every_form_that_people_use(labels: list[Any]) -> None:
    [record] = lossplot.score((labels, [0.5, 0.25, -1.0]), "hinge")
    assert record["mean"] == pytest.approx((0.5 + 1.25 + 2.0) / 3.0, rel=CLOSE)
    assert record["confusion"] == {
        "true_positive": 1,
        "false_positive": 1,
        "false_negative": 1,
        "true_negative": 0,
    }


def test_two_words_need_to_know_which_is_positive() -> None:
    data = (["cat", "dog", "cat"], [0.5, 0.25, -1.0])
    with pytest.raises(lossplot.RequestError, match="positive='cat'"):
        lossplot.score(data, "hinge")
    assert lossplot.score(data, "hinge", positive="cat") == lossplot.score(([1, 0, 1], data[1]), "hinge")
    # A label may be a number, zero too.
    turned = lossplot.score(([0, 1, 0], data[1]), "hinge")
    assert lossplot.score(([1, 0, 1], data[1]), "hinge", positive=0) == turned  # type: ignore[arg-type]
    assert lossplot.score(([1, 0, 1], data[1]), "hinge", positive="0") == turned
    for labels, positive in (
        ([2, 3, 2], "2"),
        ([2, 3, 2], "2.0"),
        ([True, False, True], "true"),
        ([0.5, -1, 0.5], 0.5),
    ):
        found = lossplot.score((labels, data[1]), "hinge", positive=positive)  # type: ignore[arg-type]
        assert found == lossplot.score(([1, 0, 1], data[1]), "hinge"), (labels, positive)
    with pytest.raises(lossplot.RequestError, match="no label is 'Cat'"):
        lossplot.score(data, "hinge", positive="Cat")


def test_a_label_in_a_formula_is_that_of_each_row() -> None:
    y, p = np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.2, 0.4])
    [typed, own] = lossplot.score((y, p), "-y*log(p) - (1 - y)*log(1 - p)", "log-loss")
    assert typed["mean"] == pytest.approx(own["mean"], rel=CLOSE)


@pytest.mark.parametrize(
    ("name", "loss"),
    [
        ("poisson-deviance", lambda t, x: 2.0 * (np.where(t > 0, t * np.log(np.maximum(t, 1e-9) / x), 0.0) - t + x)),
        ("mape", lambda t, x: np.abs(x - t) / np.abs(t)),
        ("msle", lambda t, x: (np.log1p(x) - np.log1p(t)) ** 2),
        ("squared", lambda t, x: (x - t) ** 2),
    ],
)
def test_a_target_is_that_of_each_row(name: str, loss: Any) -> None:
    rng = np.random.default_rng(1)
    targets = rng.poisson(3.0, 300) + (name == "mape")
    predictions = rng.gamma(3.0, 1.0, 300)
    [record] = lossplot.score((targets, predictions), name)
    assert record["mean"] == pytest.approx(loss(targets, predictions).mean(), rel=CLOSE)


def test_weights_count_examples_as_often_as_they_say() -> None:
    y, f = batch(400, 5)
    times = np.random.default_rng(2).integers(1, 5, 400)
    [weighted] = lossplot.score({"y": y, "prediction": f, "w": times}, "logistic", weights="w")
    [repeated] = lossplot.score((np.repeat(y, times), np.repeat(f, times)), "logistic")
    for key in ("mean", "zero_gradient_share", "accuracy", "precision", "recall", "f1", "worst_10_share", "max"):
        assert weighted[key] == pytest.approx(repeated[key], rel=CLOSE), key


def test_equal_weights_change_nothing_but_how_quantiles_are_read() -> None:
    y, f = batch(400, 5)
    [weighted] = lossplot.score({"y": y, "prediction": f, "w": np.full(400, 0.3)}, "logistic", weights="w")
    [plain] = lossplot.score((y, f), "logistic")
    for key in ("mean", "standard_error", "worst_1_share", "worst_10_share"):
        assert weighted[key] == pytest.approx(plain[key], rel=CLOSE), key
    values = VALUES["logistic"]((2.0 * y - 1.0) * f)
    assert weighted["quantile_90"] == np.quantile(values, 0.9, method="inverted_cdf")


@pytest.mark.parametrize("is_weighted", [False, True])
def test_losses_that_are_scored_together_have_the_numbers_of_each_alone(
    is_weighted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    y, f = batch(400, 5)
    table = {"y": y, "prediction": f, "w": np.arange(400) % 7.0}
    weights = "w" if is_weighted else None
    names = ["hinge", "exponential", "logistic"]
    # So that no quantile is known by what was counted.
    monkeypatch.setattr("lossplot._predictions.measure.spread_of_tally", lambda *_: None)
    together = lossplot.score(table, *names, weights=weights)
    alone = [lossplot.score(table, name, weights=weights)[0] for name in names]
    assert [*together] == alone


def test_a_tally_keeps_no_rows_once_the_quantiles_are_known() -> None:
    y, f = batch(400, 5)
    table = table_in_memory((y, f))
    for each in score_table(table, read_asked(["hinge", "logistic"]), Settings()).scores:
        assert each.tally.inside == each.tally.tail == []


@law(
    15,
    classes=choice([2, 2, 3]),
    pairs=lists(tuples(integers(0, 2), integers(0, 2), integers(1, 3), choice("ab")), 1, 12),
)
def test_precision_is_of_what_is_called_positive_and_recall_of_what_is_so(
    classes: int, pairs: list[tuple[int, int, int, str]]
) -> None:
    examples = [(truth % classes, called % classes, weight, group) for truth, called, weight, group in pairs]
    truths, called, weights, groups = (np.array(column) for column in zip(*examples, strict=True))
    columns = {"y": truths.astype(float), "w": weights.astype(float), "g": groups}
    if classes == 2:
        columns["prediction"] = 2.0 * called - 1.0
    else:
        columns |= {str(each): (called == each) * 1.0 for each in range(classes)}
    for record in lossplot.score(columns, "zero-one", by="g", weights="w"):
        here = groups == record["group"]

        def weight(which: Any, here: Any = here) -> Fraction:
            return Fraction(int(weights[here & which].sum()))

        found: dict[str, list[Fraction]] = {"precision": [], "recall": [], "f1": []}
        for each in (1,) if classes == 2 else range(classes):
            right = weight((truths == each) & (called == each))
            wholes = {"precision": weight(called == each), "recall": weight(truths == each)}
            for name, whole in wholes.items():
                found[name].append(right / whole if whole else Fraction(0))
            both = sum(wholes.values())
            found["f1"].append(2 * right / both if both else Fraction(0))
        accuracy = weight(truths == called) / weight(here)
        assert record["accuracy"] == pytest.approx(float(accuracy), rel=CLOSE)
        for name, shares in found.items():
            assert record[name] == pytest.approx(float(sum(shares) / len(shares)), rel=CLOSE), name


def test_precision_recall_and_f1_by_hand() -> None:
    # 4 true negatives, 1 false positive, 2 false negatives, 3 true positives.
    labels, scores = [0] * 5 + [1] * 5, [-1.0] * 4 + [1.0] + [-1.0] * 2 + [1.0] * 3
    [record] = lossplot.score((labels, scores), "hinge")
    assert [record[name] for name in ("accuracy", "precision", "recall")] == [0.7, 0.75, 0.6]
    assert record["f1"] == pytest.approx(2.0 / 3.0, rel=1e-15)
    counts = {"true_positive": 3, "false_positive": 1, "false_negative": 2, "true_negative": 4}
    assert record["confusion"] == counts
    halves = {"y": labels, "prediction": scores, "w": [0.5] * 10}
    [record] = lossplot.score(halves, "hinge", weights="w")
    assert record["confusion"] == {name: count / 2 for name, count in counts.items()}


def test_the_calibration_of_a_group_is_that_of_its_own_rows() -> None:
    p, y = np.array([0.1, 0.3, 0.7, 1.0, 0.0, 0.3]), np.array([0.0, 1.0, 1.0, 1.0, 0.0, 0.0])
    groups = np.array(["a", "b", "a", "b", "a", "b"])
    for record in lossplot.score({"y": y, "prediction": p, "g": groups}, "brier", by="g", scale="probability"):
        here = groups == record["group"]
        [alone] = lossplot.score((y[here], p[here]), "brier", scale="probability")
        for name in ("calibration", "refinement", "reliability", "confusion"):
            assert record[name] == alone[name]
        # Of no event, or of nothing else, the interval ends at 0 or at 1.
        for each in record["reliability"]:
            assert each["interval"][0] == 0.0 or each["observed"] > 0.0
            assert each["interval"][1] == 1.0 or each["observed"] < 1.0
            assert 0.0 <= each["interval"][0] < each["interval"][1] <= 1.0


def test_a_group_is_scored_as_if_it_were_alone() -> None:
    y, f = batch(3000, 7)
    models = np.random.default_rng(1).choice(["b", "a", "c"], 3000)
    records = lossplot.score({"y": y, "prediction": f, "model": models}, "hinge", "logistic", by="model")
    assert [record["group"] for record in records[::2]] == [*dict.fromkeys(models.tolist())]
    for record in records:
        here = models == record["group"]
        [alone] = lossplot.score((y[here], f[here]), record["loss"])
        assert record["max_row"] == np.flatnonzero(here)[alone["max_row"] - 1] + 1
        assert {**record, "max_row": 0} == {**alone, "group": record["group"], "max_row": 0}


def test_more_rows_than_a_run_holds_are_summarised(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("store", "score"):
        monkeypatch.setattr(f"lossplot._predictions.{module}.RUN", 150_000)
    assert store.RUN == 150_000
    y, f = batch(1_000_003)
    [record] = lossplot.score((y, f), "logistic", jobs=2)
    values = np.sort(VALUES["logistic"]((2.0 * y - 1.0) * f))
    assert record["mean"] == pytest.approx(values.mean(), rel=CLOSE)
    for share, key in ((0.5, "median"), (0.9, "quantile_90"), (0.99, "quantile_99")):
        rank = np.searchsorted(values, record[key]) / len(values)
        assert abs(rank - share) <= RANK_ERROR, key
    assert record["worst_10_share"] == pytest.approx(values[-100_000:].sum() / values.sum(), rel=1e-3)
    assert values[-1] == record["max"]


def test_threads_do_not_change_a_digit() -> None:
    data = batch(1_200_000)
    assert lossplot.score(data, "hinge", "logistic", jobs=1) == lossplot.score(data, "hinge", "logistic", jobs=3)


def test_rows_in_an_order_that_repeats_have_exact_quantiles() -> None:
    n = 200_000
    f = np.where(np.arange(n) % 4 == 0, 1e6, 0.0) + np.arange(n) % 7
    [record] = lossplot.score((np.zeros(n), f), "absolute")
    expected = np.quantile(np.abs(f), [0.5, 0.9, 0.99]).tolist()
    assert [record[key] for key in ("median", "quantile_90", "quantile_99")] == expected


def test_calibration_and_refinement_sum_to_the_mean() -> None:
    rng = np.random.default_rng(4)
    p = np.round(rng.random(4000), 3)
    y = (rng.random(4000) < p**1.5) * 1.0
    for record in lossplot.score((y, p), "brier", "log-loss", scale="probability"):
        assert record["calibration"] + record["refinement"] == pytest.approx(record["mean"], rel=CLOSE)
        assert record["calibration"] > 0.0
        assert sum(each["n"] for each in record["reliability"]) == 4000
        assert all(each["low"] <= each["forecast"] <= each["high"] + 1e-12 for each in record["reliability"])


def test_forecasts_that_are_right_on_average_have_no_calibration_error() -> None:
    p, y = np.repeat([0.25, 0.75], 4), np.array([1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0])
    [record] = lossplot.score((y, p), "brier", scale="probability")
    assert record["calibration"] == pytest.approx(0.0, abs=1e-15)
    assert [each["observed"] for each in record["reliability"]] == [0.25, 0.75]
    # Wilson's interval of 1 in 4, as in Brown, Cai & DasGupta 2001.
    assert record["reliability"][0]["interval"] == pytest.approx([0.0456, 0.6994], abs=5e-5)


def test_what_a_mean_means() -> None:
    [record] = lossplot.score(([1, 1], [0.5, 0.5]), "hinge")
    assert record["means"] == "Hinge is 0.5 at m = 0.5: right, by a margin of 0.5"


@pytest.mark.parametrize(("name", "unit"), [("log-loss", 1.0), ("logistic", 1.0), ("logistic-base2", math.log(2.0))])
def test_the_mean_of_a_log_likelihood_is_a_hit(name: str, unit: float) -> None:
    [record] = lossplot.score(([1, 1], [0.5, 1.5]), name, scale="logit")
    hit = math.exp(-record["mean"] * unit)
    assert record["means"].endswith(f"; exp(-loss) = {hit:.4g} is the hit, 1 - exp(-loss) = {1.0 - hit:.4g} the miss")


def test_shares_of_bins_sum_to_one_and_are_of_constant_size() -> None:
    for n in (10, 50_000):
        settings = Settings(bins=Bins(20, -2.0, 2.0))
        for each in score_table(table_in_memory(batch(n)), read_asked(["hinge", "logistic"]), settings).scores:
            histogram = each.histogram
            assert histogram is not None
            assert len(histogram.edges) == 21
            for shares in (histogram.example_share, histogram.loss_share, histogram.gradient_share):
                assert shares.shape == (22,)
                assert shares.sum() == pytest.approx(1.0, rel=CLOSE)
            assert histogram.loss.sum() / n == pytest.approx(each.tally.mean, rel=CLOSE)
            assert histogram.loss_share[-1] < histogram.example_share[-1]


@pytest.mark.parametrize(
    ("data", "losses", "words"),
    [
        (([1, 0], [0.5]), ["hinge"], "y has 2 rows and prediction has 1|prediction has 1 rows and y has 2"),
        (([2, 3], [0.5, 1.0]), ["hinge"], "2 of 2 rows are bad: row 1 has the unknown label '2"),
        (([1, 0], [0.5, np.nan]), ["hinge"], "row 2 has no 'prediction'|row 2 has 'prediction' = 'nan'"),
        (([1, 1], [0.5, -1.5]), ["poisson-mean"], "not defined for the prediction in row 2"),
        ({"y": [1, 0], "prediction": [1j, 0]}, ["hinge"], "complex"),
        (np.zeros((2, 2, 2)), ["hinge"], "3 axes"),
        (([], []), ["hinge"], "no row can be scored"),
    ],
)
def test_what_cannot_be_scored_is_said_in_a_line(data: Any, losses: list[str], words: str) -> None:
    with pytest.raises(lossplot.LossplotError, match=words) as raised:
        lossplot.score(data, *losses)
    assert "\n" not in str(raised.value)


def test_bad_rows_may_be_left_out() -> None:
    data = ([1, 0, 1, 3], [0.5, np.nan, np.inf, 1.0])
    assert lossplot.score(data, "hinge", skip_bad=True) == lossplot.score(([1], [0.5]), "hinge")


def test_progress_is_told_in_whole_steps_that_never_go_back() -> None:
    told: list[tuple[int, int]] = []
    y, f = batch(70_001)
    settings = Settings(bins=Bins(), progress=lambda done, of: told.append((done, of)))
    score_table(table_in_memory((y, f)), read_asked(["hinge", "logistic"]), settings)
    assert all(type(number) is int for pair in told for number in pair)
    assert told == sorted(told)
    assert len({of for _, of in told}) == 1
    assert 0 <= told[0][0] <= told[-1][0] == told[-1][1]
