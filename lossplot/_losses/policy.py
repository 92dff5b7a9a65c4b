"""Losses of the ratio x of an action's probability to that under the policy that chose it: policy gradients."""

from functools import partial

from lossplot._losses import libraries as lib
from lossplot._losses.entry import OPEN_UNIT, RATIO, REAL, ZERO, Interval, LooseAlias, Loss, Parameter

_loss = partial(Loss, "", axis=RATIO)
_EPSILON = Parameter("epsilon", 0.2, OPEN_UNIT, least=0.0)

LOSSES = {
    "ppo-clip": _loss(
        "-advantage*min(x, 1 + epsilon) if advantage > 0 else -advantage*max(x, 1 - epsilon)",
        textbook="-min(x*advantage, max(1 - epsilon, min(1 + epsilon, x))*advantage)",
        derivative="0 if sign(advantage)*x > sign(advantage) + epsilon else -advantage",
        title="Clipped PPO",
        summary="Proximal policy optimization: linear in the ratio, and flat once that has moved far enough.",
        source="Schulman et al. 2017, Proximal Policy Optimization Algorithms, eq. 7",
        parameters=(Parameter("advantage", 1.0, REAL, holes=(ZERO,)), _EPSILON),
        aliases=("ppo", "clipped-surrogate", "clipppoloss", "ppo-loss"),
        loose_aliases=(
            LooseAlias(
                "grpo", "ppo-clip with advantages relative to a group of answers, and a divergence from the reference"
            ),
        ),
        equivalents=(
            lib.trl("GRPOConfig(epsilon=epsilon)", "grpo", condition="x is the ratio of a token, without a divergence"),
        ),
    ),
    "dual-clip-ppo": _loss(
        "-advantage*min(x, 1 + epsilon) if advantage > 0 else -advantage*min(max(x, 1 - epsilon), c)",
        derivative="0 if sign(advantage)*x > sign(advantage) + epsilon else 0 if -sign(advantage)*x > c"
        " else -advantage",
        title="Dual-clip PPO",
        summary="Clipped PPO with a bound on what a bad action may cost, however large its ratio.",
        source="Ye et al. 2020, Mastering Complex Control in MOBA Games with Deep Reinforcement Learning",
        parameters=(
            Parameter("advantage", -1.0, REAL, holes=(ZERO,)),
            _EPSILON,
            Parameter("c", 3.0, Interval(1.0), least=0.0),
        ),
        aliases=("dual-clip", "ppo-dual-clip"),
        equivalents=(
            lib.trl(
                "GRPOConfig(epsilon=epsilon, delta=c)",
                "grpo_delta",
                condition="x is the ratio of a token, without a divergence, and c above 1 + epsilon",
            ),
        ),
    ),
}
