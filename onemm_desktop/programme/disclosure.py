"""Whether a note looks like something a young person disclosed: then it belongs on the sealed form, not in a note.

A few plain patterns in English and Welsh, by the headings of KCSIE part one (physical, emotional and sexual abuse,
neglect, self-harm, exploitation, being frightened). It only ever asks; it stops nobody, and it is not told anywhere
that it asked. Chosen to stay silent on the ordinary language of mentoring, such as "hit the ground running".
"""

from __future__ import annotations

import re

_SOMEBODY = r"(?:me|him|her|them|us|myself|himself|herself|themselves)"
#: "Hit her targets" is no news of anybody being hit.
_NO_TARGET = r"(?! (?:target|goal|deadline|stride|best)s?\b)"
_ENGLISH = (
    rf"\b(?:hit|hits|hitting|beat|beats|beaten|punch\w*|slap\w*|kick\w*|chok\w*|burn(?:t|ed|s))\s+{_SOMEBODY}\b{_NO_TARGET}",
    rf"\b(?:hurt|hurts|hurting)\s+{_SOMEBODY}\b|\b(?:cut|cuts|cutting)\s+(?:me|him|\w+sel(?:f|ves))\b",
    rf"\b(?:touch\w*|grope\w*|kiss\w*)\s+(?:{_SOMEBODY})\b",
    r"\b(?:sexual\w*|rape[ds]?|molest\w*|groom(?:ed|ing)|indecent\w*|nudes?|sexting)\b",
    r"\bself[- ]?harm\w*\b|\bsuicid\w*\b|\bkill (?:myself|himself|herself|themselves)\b|\bwants? to die\b",
    r"\b(?:abus(?:ed|es|ing|ive)|neglected|assault\w*|bruis\w*|black eye)\b",
    r"\b(?:afraid|scared|frightened|terrified) (?:of|to go)\b",
    r"\b(?:county lines|running drugs|carr(?:y|ies|ying) a knife)\b",
    r"\b(?:forced marriage|fgm|honou?r[- ]based|radicali[sz]\w*)\b",
    r"\b(?:disclosed|made a disclosure|confided)\b",
    r"\b(?:nothing|no food|not enough) to eat\b|\bkicked out of (?:home|the house)\b",
)
_WELSH = (
    r"\b(?:taro|curo|dyrnu|cicio|brifo|anafu|cyffwrdd â)\s+(?:fi|ef|fo|hi|nhw)\b",
    r"\b(?:fy|ei|eu)\s+(?:nharo|tharo|daro|churo|guro|brifo)\b",
    r"\b(?:cam-?drin\w*|gam-?drin\w*|rhywiol|treisi\w*|esgeulus\w*|hunan-?(?:niw(?:ei)?d\w*|anafu)|hunanladd\w*)\b",
    r"\b(?:cleisiau|clais|datgelodd|ofn mynd adref|ofni mynd adref|priodas dan orfod)\b",
)
_PATTERN = re.compile("|".join((*_ENGLISH, *_WELSH)), re.IGNORECASE)


def looks_like_one(text: str) -> bool:
    """Whether to ask "Is this a concern?"."""
    return _PATTERN.search(text) is not None
