"""The decree as data: KPU Kota Kupang's SOP 04, "Pelayanan Publik".

Pure data. What a step is called, who acts in it, how long it may take and where it leads is read from
here and from nowhere else; every look-up names the edition the case runs on, because a change of scope
or of responsible role is a new edition and cases in progress finish on theirs (pengesahan 4).

Beside the decree's rows stand the ENDINGS: ways a case may leave the rows that the decree does not
mention but the law or any office needs. They are ours and marked so.
"""

from .edition_2020 import EDITION_2020
from .endings import ENDINGS
from .shapes import ACTOR_LABELS, Actor, Edition, Ending, Step, Task

EDITIONS = {EDITION_2020.slug: EDITION_2020}
CURRENT_EDITION = EDITION_2020.slug

__all__ = ["ACTOR_LABELS", "CURRENT_EDITION", "EDITIONS", "ENDINGS", "Actor", "Edition", "Ending", "Step", "Task"]
