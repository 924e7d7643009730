"""Start a new pipeline from the weights of an earlier one.

The two may differ: more layers in the word encoder begin as layers that change nothing, labels that
the earlier one had not begin as chance has it, and so do components that it had not.
"""

from __future__ import annotations

from typing import Any


def grow(new: Any, old: Any) -> None:
    """Copy into `new` what `old` has learnt of words, tags and trees. The widths must be the
    same."""
    _grow_words(new.get_pipe("tok2vec").model, old.get_pipe("tok2vec").model)
    for name, labels in (("tagger", "labels"), ("parser", "move_names")):
        mine, theirs = new.get_pipe(name), old.get_pipe(name)
        now, then = list(getattr(mine, labels)), list(getattr(theirs, labels))
        for node, model in zip(_learnt(mine.model), _learnt(theirs.model), strict=True):
            for key in node.param_names:
                node.set_param(key, _copied(node.get_param(key), model.get_param(key), now, then))
    new.get_pipe("parser").model.attrs["unseen_classes"] = set()


def _grow_words(new: Any, old: Any) -> None:
    """All layers of `old`; those that `new` has more add nothing to their input, their norm
    being zero."""
    mine, theirs = _learnt(new), _learnt(old)
    for node, model in zip(mine, theirs, strict=False):
        for key in node.param_names:
            node.set_param(key, model.get_param(key).copy())
    for node in mine[len(theirs) :]:
        if node.name == "layernorm":
            for key in node.param_names:
                node.set_param(key, 0 * node.get_param(key))


def _learnt(model: Any) -> list[Any]:
    return [node for node in model.walk() if node.param_names]


def _copied(new: Any, old: Any, labels: list[str], old_labels: list[str]) -> Any:
    """The old weights; label by label where the first axis is that of the labels."""
    if new.shape[1:] != old.shape[1:]:
        raise SystemExit(f"The earlier pipeline has another width: {old.shape}, not {new.shape}.")
    if len(new) != len(labels):
        return old.copy()
    out = new.copy()
    for row, label in enumerate(labels):
        if label in old_labels:
            out[row] = old[old_labels.index(label)]
    return out
