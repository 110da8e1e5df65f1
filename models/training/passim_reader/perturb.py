"""Questions changed so that their paragraph no longer answers them, in the ways people change them.

SQuAD 2.0's authors did it by negation, antonyms, other entities and numbers, and impossible conditions; so do
these rules, in words of the paragraph's own article wherever something is put in, because a question that is
merely about something else is told apart by its words alone.
"""

import random
import re

_ANTONYMS = """
first last;before after;begin end;began ended;beginning end;largest smallest;larger smaller;large small;highest lowest;
higher lower;high low;most least;more less;maximum minimum;longest shortest;longer shorter;long short;oldest
newest;older younger;old new;best worst;better worse;good bad;north south;northern southern;east west;eastern western;
northeast southwest;northwest southeast;upper lower;above below;top bottom;left right;inside outside;internal external;
increase decrease;increased decreased;increases decreases;rise fall;rose fell;grow shrink;grew shrank;gain lose;gained
lost;win lose;won lost;winning losing;victory defeat;accept reject;accepted rejected;allow forbid;allowed
forbidden;legal illegal;support oppose;supported opposed;supporters opponents;include exclude;included excluded;enter
leave;entered left;arrive depart;arrived departed;open close;opened closed;join leave;joined left;create destroy;created
destroyed;build demolish;built demolished;buy sell;bought sold;start stop;started stopped;start finish;started finished;
early late;earlier later;earliest latest;male female;man woman;men women;father mother;son daughter;brother sister;king
queen;husband wife;boys girls;public private;rich poor;wealthy poor;wealth poverty;urban rural;strong weak;stronger
weaker;strength weakness;major minor;majority minority;positive negative;advantage disadvantage;success failure;
successful unsuccessful;common rare;popular unpopular;famous unknown;modern ancient;domestic foreign;local foreign;import
export;imports exports;native foreign;cold hot;coldest hottest;warm cool;warmest coolest;dry wet;summer winter;spring
autumn;morning evening;day night;light dark;white black;heavy light;fast slow;faster slower;fastest slowest;deep
shallow;wide narrow;thick thin;full empty;true false;real fake;same different;similar different;similarities
differences;together apart;with without;agree disagree;agreed disagreed;like dislike;love hate;liked disliked;peace war;
attack defend;attacked defended;friend enemy;allies enemies;ally enemy;alive dead;birth death;born died;marry divorce;
married divorced;teach learn;teacher student;teachers students;question answer;cause prevent;causes prevents;caused
prevented;raise lower;raised lowered;add remove;added removed;connect separate;connected separated;combine divide;
combined divided;expand contract;expanded contracted;strengthen weaken;encourage discourage;encouraged discouraged;
permit prohibit;permitted prohibited;praise criticize;praised criticized;approve disapprove;approved disapproved;
always never;often rarely;usually rarely;frequently rarely;sometimes never;easy difficult;easier harder;easily hardly;
simple complex;possible impossible;able unable;safe dangerous;natural artificial;permanent temporary;
active inactive;direct indirect;directly indirectly;formal informal;official unofficial;dependent independent;mature
immature;complete incomplete;visible invisible;regular irregular;offensive defensive;civilian military;liberal
conservative;liberals conservatives;christian pagan;democratic autocratic;republican democratic;primary secondary;single
double;entire partial;physical mental;wild tame;liquid solid;soft hard;rough smooth;expensive cheap;profit loss;supply
demand;maximum minimum;ascend descend;appear disappear;appeared disappeared;remember forget;hire fire;hired fired;push
pull;send receive;sent received;give take;gave took;lend borrow;find lose;found lost;protect harm;help hinder;helped
hindered;improve worsen;improved worsened;succeed fail;succeeded failed;survive perish;survived perished
"""


def _antonyms() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for pair in " ".join(_ANTONYMS.split()).split(";"):
        one, other = pair.split()
        table.setdefault(one, []).append(other)
        table.setdefault(other, []).append(one)
    return table


ANTONYMS = _antonyms()
_DATES = set("January February March April May June July August September October November December "
             "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_ENTITY = re.compile(r"\b[A-Z][\w'’.-]*(?:\s+(?:of\s+|the\s+|de\s+)?[A-Z][\w'’.-]*)*")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_NOUN = re.compile(r"\b(?:the|a|an|of|of the)\s+(?!(?:great|good|name|type|kind)\b)([a-z]{4,})\b(?!\s+of\b)")
_AUXILIARY = re.compile(r"\b(did|does|do|was|were|is|are|has|have|had|can|could|will|would|should)\b", re.I)


class Perturber:
    """Changes questions. `entities` and `nouns` are taken from one article's paragraphs and questions."""

    def __init__(self, paragraphs: list[str], questions: list[str]):
        self._entities = sorted({e for p in paragraphs for e in entities(p)})
        self._nouns = sorted({m.group(1) for q in questions for m in _NOUN.finditer(q)})

    def perturb(self, question: str, paragraph: str, answer: str, choice: random.Random) -> str | None:
        """One changed question, or None if no rule fits."""
        rules = [(self._entity, 5), (self._noun, 3), (_antonym, 5), (_number, 2), (_negate, 2)]
        while rules:
            rule = choice.choices(rules, [weight for _, weight in rules])[0]
            changed = rule[0](question, paragraph, answer, choice)
            if changed and changed != question:
                return changed
            rules.remove(rule)
        return None

    def _entity(self, question, paragraph, answer, choice):
        """Puts another name in the place of one that paragraph and question share."""
        found = [m for m in _ENTITY.finditer(question) if m.start() > 0 and m.group() in paragraph]
        if not found:
            return None
        match = choice.choice(found)
        near = entities(paragraph)
        pool = near if choice.random() < 0.6 and len(near) > 3 else self._entities
        old = match.group()
        pool = [e for e in pool if not _share_words(e, old) and not _share_words(e, answer) and e not in question
                and abs(len(e.split()) - len(old.split())) <= 1]
        return _replace(question, match, choice.choice(pool)) if pool else None

    def _noun(self, question, paragraph, answer, choice):
        """Puts another noun of the article's questions after an article."""
        found = [m for m in _NOUN.finditer(question)]
        pool = [n for n in self._nouns if n not in question and n not in answer.lower()]
        if not found or not pool:
            return None
        match = choice.choice(found)
        start, end = match.span(1)
        return question[:start] + choice.choice(pool) + question[end:]


def entities(text: str) -> list[str]:
    """Names: runs of capitalised words that do not merely begin a sentence."""
    found = set()
    for match in _ENTITY.finditer(text):
        name = re.sub(r"(['’]s)?[.,'’]*$", "", match.group())
        begins = match.start() == 0 or text[max(0, match.start() - 2):match.start()].strip() in {".", "!", "?"}
        if len(name) > 1 and name not in _DATES and ". " not in name and (" " in name or not begins):
            found.add(name)
    return sorted(found)


def _share_words(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def _replace(text: str, match: re.Match, by: str) -> str:
    return text[:match.start()] + by + text[match.end():]


def _antonym(question, paragraph, answer, choice):
    found = [m for m in re.finditer(r"[A-Za-z]+", question) if m.group().lower() in ANTONYMS]
    if not found:
        return None
    match = choice.choice(found)
    by = choice.choice(ANTONYMS[match.group().lower()])
    return _replace(question, match, by.capitalize() if match.group()[0].isupper() else by)


def _number(question, paragraph, answer, choice):
    found = list(_NUMBER.finditer(question))
    if not found:
        return None
    match = choice.choice(found)
    old = match.group().rstrip(".,")
    others = [n.group().rstrip(".,") for n in _NUMBER.finditer(paragraph)]
    pool = [n for n in others if n != old and n not in answer and len(n) == len(old)]
    if pool and choice.random() < 0.6:
        by = choice.choice(pool)
    elif old.isdigit():
        by = str(max(1, int(old) + choice.choice([-20, -10, -7, -3, -2, -1, 1, 2, 3, 5, 10, 12, 100])))
    else:
        return None
    return question[:match.start()] + by + question[match.start() + len(old):]


def _negate(question, paragraph, answer, choice):
    if re.search(r"\bnot\b|n't\b|\bnever\b", question):
        changed = re.sub(r"\s+(not|never)\b|n't\b", "", question)
        return changed
    if re.match(r"(?i)how (many|much|old|long|far)\b", question):
        return None
    match = _AUXILIARY.search(question)
    if not match:
        return None
    word = match.group()
    if word.lower() in {"did", "does", "do", "has", "have", "had", "could", "would", "should"} and choice.random() < 0.3:
        return _replace(question, match, word + "n't")
    if word.lower() in {"is", "are", "was", "were"} and match.start() > 0:
        return _replace(question, match, word + choice.choice([" not", "n't", " never"]))
    # "did X do" becomes "did X not do": after the subject, which is taken to be the next name or article and noun.
    subject = re.compile(r"\s+((?:the|a|an)\s+[\w'-]+|[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*|he|she|it|they|people)\b")
    after = subject.match(question, match.end())
    if not after:
        return None
    return question[:after.end()] + choice.choice([" not", " not", " never"]) + question[after.end():]
