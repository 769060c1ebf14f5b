"""The learning curve: how well claims are read by the head alone, by the number of articles it learned from.

`python -m training.claims_head.curve --config training/claims_head/claims_head.toml [--set epochs=8 ...]` trains from
the pretrained encoder on an eighth, a quarter, a half and all of the articles, each with the same settings; a share
whose scores are already beside the weights is not trained again. It writes `curve.json` and the plot.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import matplotlib as mpl

from training.claims_head.settings import read_settings
from training.claims_head.train import train

SHARES = (0.125, 0.25, 0.5, 1.0)
SLOTS = ("all", "claim", "figures", "attribution")
HERE = Path(__file__).parent
PLOT = Path("docs/learning-curve.svg")


def measured(config: Path, changes: tuple[str, ...], runs: Path) -> list[dict[str, Any]]:
    """The figures of each share: articles, and F1 of the slots held out and on gold/dev; trains what is missing."""
    found = []
    for share in SHARES:
        out = runs / f"part-{share:g}.pt"
        if not out.with_suffix(".json").is_file():
            train(read_settings(config, (*changes, f"part={share}")), out)
        kept = json.loads(out.with_suffix(".json").read_text(encoding="utf-8"))
        rows = {part: {slot: round(kept[part][slot]["f1"], 3) for slot in SLOTS} for part in ("held", "dev")}
        found.append({"articles": kept["articles"], **rows})
    return found


def plot(rows: list[dict[str, Any]], path: Path) -> None:
    """Draw the scores over the number of articles, which doubles from step to step."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "claimtrail"
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(6, 4))
    numbers = [row["articles"] for row in rows]
    for slot in SLOTS:
        (line,) = axes.plot(numbers, [100 * row["held"][slot] for row in rows], marker="o", label=f"{slot}, held out")
        axes.plot(numbers, [100 * row["dev"][slot] for row in rows], "--", color=line.get_color(), label="gold/dev")
    axes.set_xscale("log", base=2)
    axes.set_xticks(numbers, [str(number) for number in numbers])
    axes.set_xlabel("articles learned from")
    axes.set_ylabel("F1 × 100, the head alone")
    axes.grid(alpha=0.3)
    axes.legend(fontsize=7, ncols=2)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Train what is missing, and draw."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[], help="KEY=VALUE in TOML, over the configuration")
    parser.add_argument("--runs", type=Path, default=Path("training/runs"), help="where weights and scores go")
    args = parser.parse_args()
    rows = measured(args.config, tuple(args.set), args.runs)
    (HERE / "curve.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    plot(rows, PLOT)
    for row in rows:
        print(json.dumps(row))


if __name__ == "__main__":
    main()
