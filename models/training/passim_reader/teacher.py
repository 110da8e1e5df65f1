"""What a reader learns from a better one: its logits (Hinton et al. 2015) and what its layers make of the words."""

import copy

import torch
from torch.nn import functional
from transformers import BertForQuestionAnswering

NO_TOKEN = -1e4
TEMPERATURE = 2.0
ANSWERS = 0.5  # of what is learnt of answers, the teacher's share; the rest is the data's


class Teacher:
    """A reader that stays as it is. `layers` are those of its layers that the learner has, counted from 0."""

    def __init__(self, reader: BertForQuestionAnswering, layers: tuple[int, ...]):
        self._reader = copy.deepcopy(reader).eval().requires_grad_(False)
        self._layers = layers or tuple(range(reader.config.num_hidden_layers))

    def to(self, device: torch.device) -> None:
        self._reader.to(device)

    def loss(self, learner: BertForQuestionAnswering, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        """The data's loss and the teacher's, and how far each layer is from the teacher's, as a share of its length."""
        asked = {name: batch[name] for name in ("input_ids", "attention_mask", "token_type_ids")}
        with torch.no_grad():
            shown = self._reader(**asked, output_hidden_states=True)
        said = learner(**batch, output_hidden_states=True)
        real = batch["attention_mask"].bool()
        spans = sum(
            divergence(mine, shown_logits, real)
            for mine, shown_logits in ((said.start_logits, shown.start_logits), (said.end_logits, shown.end_logits))
        ) / 2
        # The first of the hidden states are the embeddings.
        words = sum(
            distance(mine[real], shown.hidden_states[layer + 1][real])
            for mine, layer in zip(said.hidden_states[1:], self._layers)
        ) / len(self._layers)
        return (1 - ANSWERS) * said.loss + ANSWERS * spans + words


def divergence(logits: torch.Tensor, taught: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """Kullback–Leibler divergence of softened distributions over the real tokens, in the scale of a plain loss."""
    mine, shown = ((each.float().masked_fill(~real, NO_TOKEN) / TEMPERATURE) for each in (logits, taught))
    return functional.kl_div(
        mine.log_softmax(-1), shown.log_softmax(-1), log_target=True, reduction="batchmean") * TEMPERATURE**2


def distance(mine: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
    """Squared distance of vectors over the squared length of those shown."""
    shown = shown.float()
    return (mine.float() - shown).square().mean() / shown.square().mean()
