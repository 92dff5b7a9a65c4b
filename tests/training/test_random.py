"""Random numbers of training: those of SplitMix64, in any language."""

from __future__ import annotations

import numpy as np

from lossplot._training.random import normals, permutation, stream, uniforms, words

# The first words for the seed 1234567, as in Vigna's splitmix64.c and on Rosetta Code.
REFERENCE = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]


def test_words_are_those_of_splitmix64() -> None:
    assert words(1234567, 5).tolist() == REFERENCE


def test_uniforms_are_the_upper_53_bits() -> None:
    assert uniforms(1234567, 5).tolist() == [(word >> 11) / 2**53 for word in REFERENCE]


def test_a_stream_is_made_of_its_numbers_in_turn() -> None:
    mixed = stream(5)
    assert stream(5, 7) == int(words((mixed + 7) % 2**64, 1)[0])
    assert len({stream(seed, purpose) for seed in range(40) for purpose in range(1, 8)}) == 280


def test_normals_have_the_moments_of_the_normal_distribution() -> None:
    numbers = normals(stream(1, 2), 100_000)
    assert abs(numbers.mean()) < 0.01
    assert abs(numbers.std() - 1.0) < 0.01
    assert abs((np.abs(numbers) < 1.959964).mean() - 0.95) < 0.003


def test_a_permutation_has_each_number_once_and_depends_on_the_key() -> None:
    first, second = permutation(stream(0, 7, 1), 600), permutation(stream(0, 7, 2), 600)
    assert sorted(first.tolist()) == [*range(600)]
    assert np.count_nonzero(first == second) < 10
