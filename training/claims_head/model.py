"""The claims model: a MiniLM encoder with tag layers, and a head that links triggers to their arguments."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from claimtrail.reader import coreference_input
from claimtrail.reader.claims_head_input import FLAGS, LAYERS, PAIR_SIZES, SHAPES, SPEECH, SPEECH_LEVELS
from training.claims_head.data import CATEGORIES, EVENTS, OUTCOMES, STATUSES

WIDTH, DEPTH, HEADS, INNER = 384, 6, 12, 1536


class Drop(nn.Module):
    """Dropout whose masks come from a pool of random numbers: drawing fresh ones costs more than the layers."""

    def __init__(self, rate: float, pool: int = 1 << 22) -> None:
        super().__init__()
        self.rate = rate
        self.pool: Tensor | None = None
        self.size = pool

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.rate == 0:
            return x
        n = x.numel()
        if self.pool is None or self.pool.dtype != x.dtype:
            keep = (torch.rand(self.size) >= self.rate).to(x.dtype) / (1 - self.rate)
            self.pool = keep
        while self.pool.numel() < 2 * n:
            self.pool = torch.cat((self.pool, self.pool.roll(7919)))
        at = int(torch.randint(0, self.pool.numel() - n, ()).item())
        return x * self.pool[at : at + n].view_as(x)


class Layer(nn.Module):
    """One transformer layer in BERT's order: attention, add and norm, feed-forward, add and norm."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = (q * (WIDTH // HEADS) ** -0.5) @ k.transpose(-1, -2) + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces with their letter shapes and line breaks to one vector a piece."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.shapes = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.gaps = nn.Embedding(3, WIDTH)
        self.flags = nn.Embedding(FLAGS, WIDTH)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(DEPTH))
        self.drop = Drop(drop)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.gaps.weight)
        nn.init.zeros_(self.flags.weight)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, flags: Tensor, mask: Tensor) -> Tensor:
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds.weight[0]
        x = self.drop(self.norm(x + self.shapes(shapes) + self.gaps(gaps) + self.flags(flags)))
        bias = ((mask - 1) * 1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2; the embeddings of the added features stay at zero."""
        old = load_file(path)
        state = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"],
            "kinds.weight": old["embeddings.token_type_embeddings.weight"],
            **_pair("norm", old, "embeddings.LayerNorm"),
        }
        for i in range(DEPTH):
            state.update(_layer(f"layers.{i}", old, f"encoder.layer.{i}"))
        missing = set(self.load_state_dict(state, strict=False).missing_keys)
        if missing != {"shapes.weight", "gaps.weight", "flags.weight"}:
            raise ValueError(f"weights missing for {sorted(missing)}")


def _pair(new: str, old: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    return {f"{new}.{part}": old[f"{name}.{part}"] for part in ("weight", "bias")}


def _layer(new: str, old: Mapping[str, Tensor], name: str) -> dict[str, Tensor]:
    parts = ("query", "key", "value")
    return {
        **{
            f"{new}.qkv.{k}": torch.cat([old[f"{name}.attention.self.{p}.{k}"] for p in parts])
            for k in ("weight", "bias")
        },
        **_pair(f"{new}.out", old, f"{name}.attention.output.dense"),
        **_pair(f"{new}.norm1", old, f"{name}.attention.output.LayerNorm"),
        **_pair(f"{new}.up", old, f"{name}.intermediate.dense"),
        **_pair(f"{new}.down", old, f"{name}.output.dense"),
        **_pair(f"{new}.norm2", old, f"{name}.output.LayerNorm"),
    }


class Tagger(nn.Module):
    """The encoder with BIO logits for each layer: (batch, pieces, layers, 3), and the vectors they came from."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(drop)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.tags = nn.Linear(WIDTH, 3 * len(LAYERS))
        self.drop = Drop(drop)

    def forward(self, ids: Tensor, shapes: Tensor, gaps: Tensor, flags: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.encoder(ids, shapes, gaps, flags, mask)
        tags = self.tags(self.drop(F.gelu(self.mix(self.drop(hidden)))))
        return tags.unflatten(-1, (len(LAYERS), 3)), hidden


class Ranges(nn.Module):
    """One vector a word range: its first and last word and the mean of all."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.project = nn.Linear(3 * WIDTH, size)

    def forward(self, hidden: Tensor, sums: Tensor, ranges: Tensor) -> Tensor:
        first, last = ranges[:, 0], ranges[:, 1]
        mean = (sums[last] - sums[first]) / (last - first).unsqueeze(-1)
        return self.project(torch.cat((hidden[first], hidden[last - 1], mean), -1))


class Pairs(nn.Module):
    """Scores of row ranges against column ranges, from both vectors, the words between and how they lie."""

    def __init__(self, size: int, outputs: int, drop: float, classes: Sequence[int] = PAIR_SIZES) -> None:
        super().__init__()
        self.left = nn.Linear(size, size)
        self.right = nn.Linear(size, size)
        self.product = nn.Linear(size, size, bias=False)
        self.between = nn.Linear(WIDTH, size, bias=False)
        self.features = nn.ModuleList(nn.Embedding(n, size) for n in classes)
        self.middle = nn.Linear(size, size)
        self.score = nn.Linear(size, outputs)
        self.drop = Drop(drop)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, rows: Tensor, columns: Tensor, between: Tensor, features: Tensor) -> Tensor:
        x = self.left(rows)[:, None] + self.right(columns)[None] + self.product(rows[:, None] * columns[None])
        x = x + self.between(between)
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = F.gelu(self.middle(self.drop(F.gelu(x))))
        return self.score(self.drop(x))


def between(sums: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """The mean vector of the words that lie between each row range and each column range; zero where none do."""
    low = torch.minimum(rows[:, None, 1], columns[None, :, 1])
    high = torch.maximum(torch.maximum(rows[:, None, 0], columns[None, :, 0]), low)
    return (sums[high] - sums[low]) / (high - low).clamp(min=1).unsqueeze(-1)


class Linker(nn.Module):
    """Types of triggers, links from triggers to mentions, outcomes and categories of losses, and their counts."""

    def __init__(self, size: int = 192, drop: float = 0.2) -> None:
        super().__init__()
        self.trigger = Ranges(size)
        self.mention = Ranges(size)
        self.layer = nn.Embedding(len(LAYERS), size)
        self.drop = Drop(drop)
        self.kind = nn.Linear(size, size)
        self.event = nn.Linear(size, len(EVENTS) + 1)
        self.status = nn.Linear(size, len(STATUSES))
        self.links = Pairs(size, 2 + len(OUTCOMES), drop)
        self.category = nn.Linear(size, len(CATEGORIES))
        self.counts = Pairs(size, len(OUTCOMES), drop)

    def forward(
        self,
        hidden: Tensor,
        triggers: Tensor,
        mentions: Tensor,
        layers: Tensor,
        features: Tensor,
        whos: Tensor,
        counts: Tensor,
        count_features: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits: events (with a last class "none"), statuses, links, categories of each mention, counts.

        `hidden` is words × width; ranges are pairs of word indices; `whos` and `counts` index into `mentions`. The
        last axis of links is the link itself, "not the first speaker", and the outcomes; that of counts the outcomes.
        """
        sums = torch.cat((torch.zeros_like(hidden[:1]), hidden.cumsum(0)))
        t = self.trigger(hidden, sums, triggers)
        m = self.mention(hidden, sums, mentions) + self.layer(layers)
        t, m = F.gelu(self.drop(t)), F.gelu(self.drop(m))
        kind = self.drop(F.gelu(self.kind(t)))
        links = self.links(t, m, between(sums, triggers, mentions), features)
        amounts = self.counts(m[whos], m[counts], between(sums, mentions[whos], mentions[counts]), count_features)
        return self.event(kind), self.status(kind), links, self.category(m), amounts


class Speech(nn.Module):
    """BIO logits of the parts of attributions: the vectors of words to words × (parts · levels) × 3."""

    def __init__(self, drop: float = 0.2) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.tags = nn.Linear(WIDTH, 3 * len(SPEECH) * SPEECH_LEVELS)
        self.drop = Drop(drop)

    def forward(self, hidden: Tensor) -> Tensor:
        tags: Tensor = self.tags(self.drop(F.gelu(self.mix(self.drop(hidden)))))
        return tags.unflatten(-1, (len(SPEECH) * SPEECH_LEVELS, 3))


class Coreference(nn.Module):
    """Which earlier mention each mention takes up."""

    def __init__(self, size: int = 128, drop: float = 0.2) -> None:
        super().__init__()
        self.mention = Ranges(size)
        self.pairs = Pairs(size, 1, drop, coreference_input.SIZES)
        self.fresh = nn.Linear(size, 1)
        self.drop = Drop(drop)

    def forward(self, hidden: Tensor, mentions: Tensor, features: Tensor) -> Tensor:
        """Logits, mentions × (1 + mentions): none in the first column; only earlier mentions are allowed."""
        sums = torch.cat((torch.zeros_like(hidden[:1]), hidden.cumsum(0)))
        m = F.gelu(self.drop(self.mention(hidden, sums, mentions)))
        scores = self.pairs(m, m, between(sums, mentions, mentions), features)[..., 0]
        later = torch.ones_like(scores).triu()
        return torch.cat((self.fresh(m), scores - 1e4 * later), 1)


class ClaimsModel(nn.Module):
    """Both parts, trained together."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.tagger = Tagger(drop)
        self.linker = Linker()
        self.speech = Speech()
        self.coreference = Coreference()
