"""What the whole suite shares."""

import hypothesis

# -- How the suite runs ------------------------------------------------------------------------------------------------

hypothesis.settings.register_profile("desk", max_examples=60, deadline=None)
hypothesis.settings.register_profile("desk-ci", max_examples=300, deadline=None)
hypothesis.settings.register_profile("desk-long", max_examples=10_000, deadline=None)
hypothesis.settings.load_profile("desk")
