"""What the processor that trains can do by itself."""

import torch


def computes_bfloat16() -> bool:
    """Whether the processor has instructions for bfloat16; without them it is many times slower than full precision."""
    asked = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
    return any(getattr(torch.cpu, name)() for name in asked)
