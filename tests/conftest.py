"""One profile for every property test: the same examples each time, however slow the machine."""

from hypothesis import settings

settings.register_profile("lossplot", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("lossplot")
