"""A loss over all passages of a question: its answers compete with those of the other passages (Clark & Gardner 2018).

A reader that learns from one passage at a time says where in it an answer would stand and whether there is one, and not
whether the answer is better than that of another passage, which is what Passim asks it.
"""

import torch
from torch.nn import functional

NO_TOKEN = -1e4


def loss(said, batch: dict[str, torch.Tensor], passages: int) -> torch.Tensor:
    """Half the usual loss of each passage, half that of the question.

    The question's choice is among all tokens of its `passages` passages, each with its logit less that of its passage's
    first token, and no answer, which counts 0: the very scores that Passim compares. Rows come in groups of `passages`;
    only the first of a group may have an answer.
    """
    text = batch["token_type_ids"].bool() & batch["attention_mask"].bool()
    ends = ((said.start_logits, batch["start_positions"]), (said.end_logits, batch["end_positions"]))
    chosen = sum(choice(logits, positions, text, passages) for logits, positions in ends) / 2
    return (said.loss + chosen) / 2


def choice(logits: torch.Tensor, positions: torch.Tensor, text: torch.Tensor, passages: int) -> torch.Tensor:
    """Cross entropy of the right token among those of a question's passages and none of them, the mean of the questions."""
    logits = logits.float()
    scores = (logits - logits[:, :1]).masked_fill(~text, NO_TOKEN)
    questions = scores.reshape(-1, passages * scores.shape[1])
    with_none = torch.cat([questions.new_zeros(len(questions), 1), questions], 1)
    first = positions[::passages]
    return functional.cross_entropy(with_none, torch.where(first > 0, first + 1, 0))
