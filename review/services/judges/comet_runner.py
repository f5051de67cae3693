"""Run a COMET model over pairs of JSON lines; a script for another Python, which has `comet` and not this package.

In, one JSON object a line: {"model": name or checkpoint}, then {"pairs": [{"src", "mt"}, …]} for each batch.
Out, as many lines: {"ready": name}, then {"answers": [{"score", "spans": [{"text", "start", "end", "severity",
"confidence"}]}]}; or {"error": reason} and nothing more.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any


def main() -> None:
    """Answer each line of standard input; what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    # The script's own folder stands first on the path, where other files than those of the environment would be found.
    sys.path[:] = [path for path in sys.path if os.path.abspath(path) != os.path.dirname(os.path.abspath(__file__))]
    try:
        for answer in respond(sys.stdin):
            answers.write(json.dumps(answer) + "\n")
            answers.flush()
    except Exception as error:
        answers.write(json.dumps({"error": f"{type(error).__name__}: {error}"}) + "\n")
        answers.flush()
        raise


def respond(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """An answer for each line."""
    model = load(json.loads(next(lines))["model"])
    yield {"ready": type(model).__name__}
    for line in lines:
        pairs = json.loads(line)["pairs"]
        predicted = model.predict(pairs, batch_size=len(pairs), gpus=gpus(), progress_bar=False)
        spans = getattr(getattr(predicted, "metadata", None), "error_spans", None) or [[] for _ in pairs]
        yield {"answers": list(map(answer_of, predicted.scores, spans))}


def answer_of(score: float, spans: list[dict[str, Any]]) -> dict[str, Any]:
    """The score and the spans of a pair in JSON's own types."""
    fields = ("text", "start", "end", "severity", "confidence")
    plain = [{name: plainly(span.get(name)) for name in fields} for span in spans]
    return {"score": float(score), "spans": plain}


def plainly(value: Any) -> Any:
    """A number of another library as our own; all else as it is."""
    return value.item() if hasattr(value, "item") else value


def load(name: str) -> Any:
    """The model at a checkpoint, or that of a name, which is fetched when it is not there."""
    from comet import download_model, load_from_checkpoint

    return load_from_checkpoint(name if os.path.exists(name) else download_model(name))


def gpus() -> int:
    """One accelerator where there is one."""
    import torch

    return 1 if torch.cuda.is_available() else 0


if __name__ == "__main__":
    main()
