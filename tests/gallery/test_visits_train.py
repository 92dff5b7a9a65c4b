"""Visits of the page that trains, by its own scripts in `node`."""

from __future__ import annotations

from support.visits import Visit

DARK, NARROW, STILL = "(prefers-color-scheme: dark)", "(max-width: 44rem)", "(prefers-reduced-motion: reduce)"
SITE = "file:///site"


def test_a_training_is_stepped_played_paused_and_begun_again(visit: Visit) -> None:
    code = """
        const tell = () => [page.text("epoch"), page.text("play")];
        const seen = [tell()];
        const acts = [() => page.click("step"), () => page.click("play"), () => page.wait(16), () => page.click("play"), () => page.click("play"), () => page.wait(500), () => page.click("step"), () => page.click("play"), () => page.wait(17), () => page.click("reset")];
        for (const act of acts) seen.push(act() ?? tell());
        seen.push(page.text("voice"));
        for (const key of ["ArrowRight", "Home", " "]) seen.push(page.key("runs", key), tell());
        return [...seen, page.key("runs", " ", { ctrlKey: true }), page.key("set-seed", " "), page.key("runs", "x")];
    """  # noqa: E501
    [zero, one, two, three] = [f"Epoch {epoch} of 3" for epoch in range(4)]
    assert visit("train.html?squared&data=line&epochs=3", code, width=0) == [
        *([zero, "Play"], [one, "Play"], [one, "Pause"], [two, "Pause"], [two, "Play"], [two, "Pause"]),
        *([three, "Play"], [three, "Play"], [zero, "Pause"], [one, "Pause"], [zero, "Play"]),
        "Epoch 0",
        *(True, [one, "Play"], True, [zero, "Play"], True, [zero, "Pause"]),
        *(False, False, False),
    ]


def test_as_many_epochs_are_trained_in_a_second_as_are_asked_for(visit: Visit) -> None:
    code = """
        page.change("pace", PACE);
        page.click("play");
        page.wait(1000);
        return Number(page.text("epoch").split(" ")[1]);
    """
    for pace in (2, 10, 30):
        epochs = visit("train.html?squared&data=line&epochs=100", code.replace("PACE", str(pace)), width=0)
        assert pace <= epochs <= pace + 1


def test_of_a_long_pause_a_quarter_of_a_second_is_made_up_for(visit: Visit) -> None:
    code = """
        page.change("pace", 30);
        page.click("play");
        page.wait(17);
        page.now += 60000;
        page.wait(16);
        return Number(page.text("epoch").split(" ")[1]);
    """
    assert 7 <= visit("train.html?squared&data=line&epochs=100", code, width=0) <= 9


def test_the_end_of_a_training_is_said(visit: Visit) -> None:
    code = """
        page.click("play");
        page.wait(1000);
        return [page.text("play"), page.text("epoch"), page.text("voice"), page.texts("#results td").at(-1), page.texts("#results th")];
    """  # noqa: E501
    ended = visit("train.html?hinge&hidden=2&epochs=1", code, width=200)
    heads = ["Loss", "Training", "Validation", "Test", "Test right", "Hinge"]
    assert [ended[0], ended[1], ended[3], ended[4]] == ["Play", "Epoch 1 of 1", "", heads]
    assert ended[2].startswith("Epoch 1; Hinge: ")
    assert ended[2].endswith("% of the test right")
    far = visit("train.html?squared&data=line&lr=1000000&epochs=4", code, width=0)
    assert far[0:2] == ["Play", "Epoch 1 of 4"]
    assert far[2].endswith(", diverged in epoch 1")
    assert far[3] == "diverged in epoch 1"
    assert far[4] == ["Loss", "Training", "Validation", "Test", "Squared error"]


def test_what_the_pictures_of_a_training_are_is_said_of_each_kind_of_data(visit: Visit) -> None:
    code = """
        const hints = page.all("[data-of]").filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.of);
        const labels = page.all("#runs canvas").map((each) => each.getAttribute("aria-label"));
        return [hints, page.texts("#runs h2"), labels.filter((_, i) => i % 3 === 0), labels.slice(1, 3)];
    """
    regions, fit = "{}: decision regions and examples", "{}: the fit and the examples"
    others = ["{}: loss after each epoch", "{}: the loss and where the examples are on it"]
    for address, kind, names, plane in (
        ("hinge+log-loss", "labels", ["Hinge", "Cross-entropy"], regions),
        ("hinge&data=blobs&classes=3", "classes", ["Hinge"], regions),
        ("squared", "targets", ["Squared error"], fit),
    ):
        assert visit(f"train.html?{address}", code, width=0) == [
            [kind],
            names,
            [plane.format(name) for name in names],
            [each.format(names[0]) for each in others],
        ]


def test_settings_are_read_refused_and_kept(visit: Visit) -> None:
    code = """
        const command = () => page.text("command").replace("lossplot train ", "").replace(" --epochs=150", "");
        const seen = [command()];
        for (const [name, word] of [["seed", "many"], ["seed", " 3 "], ["noise", "0.5"], ["hidden", "8,8"], ["batch", "0"]]) {
          page.change(`set-${name}`, word);
          seen.push([command(), page.text("problem"), page.find(`set-${name}`).getAttribute("aria-invalid")]);
        }
        page.click("next-seed");
        page.wait(300);
        return [...seen, page.value("set-seed"), page.address];
    """  # noqa: E501
    usual = "squared --data=line"
    assert visit("train.html?squared&data=line", code, width=0) == [
        f"{usual} --seed=0",
        [f"{usual} --seed=0", "Seed cannot be ‘many’", "true"],
        [f"{usual} --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --hidden=8,8 --seed=3", "", "false"],
        [f"{usual} --noise=0.5 --hidden=8,8 --seed=3", "Batch cannot be ‘0’", "true"],
        *("4", "squared&data=line&noise=0.5&hidden=8,8&seed=4"),
    ]


def test_other_data_have_their_own_layers_noise_and_losses(visit: Visit) -> None:
    code = """
        const barred = () => ["classes", "balance", "flip"].filter((name) => page.find(`set-${name}`).disabled);
        const seen = [];
        for (const [name, word] of [["noise", "0.5"], ["data", "blobs"], ["classes", "3"], ["data", "line"]]) {
          page.change(`set-${name}`, word);
          seen.push([page.text("command").replace("lossplot train ", "").replace(" --epochs=150 --seed=0", ""), page.value("set-noise"), page.value("set-hidden"), barred()]);
        }
        return [...seen, page.all("#add optgroup").map(({ label }) => label)];
    """  # noqa: E501
    assert visit("train.html?hinge+squared&hidden=3", code, width=0) == [
        ["hinge squared --noise=0.5 --hidden=3", "0.5", "3", ["classes"]],
        ["hinge squared --data=blobs", "0.7", "4,2", []],
        ["hinge --data=blobs --classes=3", "0.7", "32", ["balance"]],
        ["squared absolute --data=line", "0.3", "none", ["classes", "balance", "flip"]],
        ["error"],
    ]


def test_losses_to_train_with_are_added_changed_and_removed(visit: Visit) -> None:
    code = """
        page.change("add", "absolute");
        const seen = [page.wait(300) ?? page.address, page.value("add"), page.all(".curve-head a").map((each) => each.getAttribute("href"))];
        page.change("add", "absolute");
        seen.push(page.texts(".curve-head").length, page.value("add"));
        page.change("add", "huber");
        seen.push(page.find("add").disabled);
        page.change("add", "barron");
        seen.push(page.find("add").disabled);
        page.click(".curve-head button");
        seen.push(page.find("add").disabled, page.focused.getAttribute("aria-label"));
        page.all(".curve-head button").at(-1).click();
        seen.push(page.focused.getAttribute("aria-label"));
        page.click("copy-link");
        await page.settle();
        return [...seen, page.copied, page.texts("#runs h2")];
    """  # noqa: E501
    assert visit("train.html?squared&data=line&epochs=2", code, width=0) == [
        *("squared+absolute&data=line&epochs=2", "", ["losses/squared.html", "losses/absolute.html"]),
        *(2, "", False, True, False, "Remove Absolute error", "Remove Huber"),
        *([f"{SITE}/train.html?absolute+huber&data=line&epochs=2"], ["Absolute error", "Huber"]),
    ]
    parameter = """
        const [, box] = page.all("[data-parameter]");
        page.type(box, "2");
        page.wait(300);
        const seen = [page.address, page.texts("#runs h2")];
        page.type(box, "-2");
        return [...seen, page.text("problem")];
    """
    assert visit("train.html?huber:delta=0.5", parameter) == [
        *("huber:delta=2&data=line", ["Huber (δ = 2)"], "δ = −2 is outside (0, ∞)")
    ]


def test_what_a_link_asks_a_training_for_in_vain_is_said(visit: Visit) -> None:
    code = """
        const seen = [page.text("problem"), page.texts("#runs h2")];
        page.change("add", "huber");
        return [...seen, page.text("problem")];
    """
    assert visit("train.html?nothing&data=line&colour=red&batch=0", code, width=0) == [
        "The link asks for what cannot be trained: colour=red, batch=0, nothing",
        *(["Squared error", "Absolute error"], ""),
    ]
