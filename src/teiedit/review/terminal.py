"""The desk in a terminal: one question at a time, answered with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiedit.model.decisions import LINES
from teiedit.model.question import RefusedError, StaleError
from teiedit.review import values
from teiedit.review.context import Lines
from teiedit.review.desk import all_questions
from teiedit.review.wording import ask, certainty, change, decided, tally
from teiedit.tools.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from teiedit.model.question import Question
    from teiedit.model.register import Entry
    from teiedit.review.desk import Desk, Sheet
    from teiedit.review.screen import Screen

_HELP = """\
a  accept: it is as the rules say; where they found nothing, there is nothing; a finding was looked at
r  reject: it is not so, and nothing else is said
e  edit: say what it is instead
w  why: give a reason, which goes with your next answer to this question
n  next, also Enter and the right arrow; what you leave is asked again another time
p  previous, also the left arrow
u  undo: take back what was answered last
s  skip what is left of this document
q  quit, also Ctrl-D; each answer is written at once, and nothing is lost"""
_CHOICES = 9


class Terminal:
    """One sitting at the desk."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        """Lay out the questions that are open, each document's least sure first."""
        self._desk = desk
        self._screen = screen
        asked = all_questions(desk.sheets.values(), desk.below)
        self._queue = [(sheet.file.id, one.id) for sheet, one in asked if one.status != "decided"]
        self._at = 0
        self._answered: list[int] = []
        self._reasons: dict[int, str] = {}
        self._lines: tuple[str, str, Lines] = ("", "", Lines(""))
        self._keys: Mapping[str, Callable[[Sheet, Question], bool]] = {
            "a": lambda sheet, question: self._answer(sheet, question, {"do": "accept"}),
            "r": self._reject,
            "e": self._edit,
            "w": self._why,
            "n": lambda *_: self._forward(),
            "\n": lambda *_: self._forward(),
            "p": lambda *_: self._back(),
            "u": lambda *_: self._undo(),
            "s": lambda *_: self._skip(),
            "?": lambda *_: self._help(),
        }

    def run(self) -> int:
        """Ask until there is nothing left, or the editor goes; return how many questions were answered."""
        self._screen.say(
            f"{len(self._queue):,} to answer; ? explains the keys" if self._queue else "There is nothing to answer."
        )
        while self._at < len(self._queue):
            found = self._present()
            if found is None:
                self._at += 1
                continue
            if not self._ask(*found):
                break
        counted = tally(self._desk.sheets.values(), self._desk.below)
        self._screen.say()
        self._screen.say(f"{len(self._answered):,} answered; {counted.open:,} of {counted.asked:,} open.", "bold")
        return len(self._answered)

    def _present(self) -> tuple[Sheet, Question] | None:
        """Return the question at which we are, as it is now; None if it is not asked any more."""
        document, identifier = self._queue[self._at]
        sheet = self._desk.sheet(document)
        question = next((one for one in sheet.questions if one.id == identifier), None)
        return (sheet, question) if question is not None else None

    def _ask(self, sheet: Sheet, question: Question) -> bool:
        """Ask one question until we leave it; say whether there is more to ask."""
        self._show(sheet, question)
        while True:
            key = self._screen.key(self._prompt(question)).lower()
            if key == "q":
                return False
            action = self._keys.get(key)
            if action is None:
                self._screen.say(f'"{key}" is no key here; ? explains them', "doubtful")
            elif action(sheet, question):
                return True

    def _prompt(self, question: Question) -> str:
        keys = ["a accept"]
        keys += ["r reject"] if values.can_be_refused(question) else []
        keys += ["e edit"] if values.can_be_changed(question) else []
        return f"{', '.join((*keys, 'n next', 'q quit', '? help'))} > "

    def _show(self, sheet: Sheet, question: Question) -> None:
        screen, register = self._screen, self._desk.edition.register
        head = f"{sheet.file.name}{f', line {question.place.line}' if question.place.line else ''}"
        number = f"{self._at + 1:,} of {len(self._queue):,}"
        screen.put("")
        screen.say(f"── {head} · {number} ".ljust(screen.width, "─"), "dim")
        self._show_lines(sheet, question)
        screen.say()
        screen.say(ask(question, register), "bold")
        facts = (
            ("sure", certainty(question)),
            ("why", question.why),
            ("rule", question.rule),
            ("decided", decided(question)),
            ("changed", change(question)),
        )
        for name, words in facts:
            if words:
                style = "doubtful" if name in ("changed", "decided") or words in ("low", "nothing found") else ""
                screen.say(f"{name:<8}{' '.join(words.split())}", style, "  ", " " * 8)

    def _show_lines(self, sheet: Sheet, question: Question) -> None:
        screen = self._screen
        if self._lines[:2] != (sheet.file.id, sheet.version):
            self._lines = (sheet.file.id, sheet.version, Lines(self._desk.text(sheet.file.id)))
        last = 0
        for line in self._lines[2].around(question):
            if last and line.number > last + 1:
                screen.put(f"{'…':>5}")
            last = line.number
            parts = _wrapped(line.before, line.words, line.after, screen.width - 8)
            for index, pieces in enumerate(parts):
                shown = "".join(screen.styled(words, "marked") if marked else words for words, marked in pieces)
                screen.put(f"{line.number if index == 0 else '':>5} │ {shown}".rstrip())

    def _answer(self, sheet: Sheet, question: Question, said: Mapping[str, Any]) -> bool:
        """Write an answer; say whether it was one."""
        why = self._reasons.get(self._at, "")
        try:
            after = self._desk.answer(sheet.file.id, sheet.version, {"question": question.id, "why": why, **said})
        except StaleError:
            self._screen.say(
                "Transcript or decisions have changed meanwhile; here is the question as it is now.", "bad"
            )
            return True
        except RefusedError as error:
            for one in error.diagnostics:
                self._screen.say(f"{one.message}; {one.hint}" if one.hint else one.message, "bad")
            return False
        except OSError as error:
            self._screen.say(f"It cannot be written: {(error.strerror or str(error)).lower()}", "bad")
            return False
        now = next((one for one in after.questions if one.id == question.id), None)
        self._screen.say(f"✓ {now.decided if now else 'decided'}", "good")
        before = {(one.code, one.message) for one in sheet.findings}
        for one in after.findings:
            if (one.code, one.message) not in before:
                self._screen.say(f"{one.message}; {one.hint}", "doubtful")
        self._answered.append(self._at)
        return self._forward()

    def _reject(self, sheet: Sheet, question: Question) -> bool:
        if not values.can_be_refused(question):
            self._screen.say(f"“{question.kind}” cannot be rejected; accept it, or leave it.", "doubtful")
            return False
        return self._answer(sheet, question, {"do": "reject"})

    def _edit(self, sheet: Sheet, question: Question) -> bool:
        if not values.can_be_changed(question):
            self._screen.say(f"Of “{question.kind}” nothing else can be said; accept it, or leave it.", "doubtful")
            return False
        typed = self._typed(question)
        if not typed:
            self._screen.say("Nothing was changed.")
            return False
        try:
            given = values.changed(question, typed, self._desk.edition.register)
        except values.ImpossibleError as error:
            self._screen.say(str(error), "bad")
            return False
        return self._answer(sheet, question, {"set": given})

    def _typed(self, question: Question) -> str:
        """Return the value that an editor types or chooses; "" for none."""
        if question.kind in values.NAMES or (question.anchor is None and question.kind in _SEARCHED):
            return self._entry(question)
        listed = self._listed(question)
        if listed:
            return self._chosen(listed)
        self._screen.say(values.expected(question), "dim")
        return self._screen.line(f"{question.kind}: ")

    def _listed(self, question: Question) -> Sequence[str]:
        if question.kind == "genre":
            return values.GENRES
        return tuple(LINES) if question.anchor is not None and question.kind in LINES else ()

    def _chosen(self, listed: Sequence[str]) -> str:
        """Return one of a list, given by its number or the beginning of its name."""
        column = max(map(len, listed)) + 5
        across = max(1, (self._screen.width - 2) // column)
        items = [f"{number:>2} {name}".ljust(column) for number, name in enumerate(listed, 1)]
        for start in range(0, len(items), across):
            self._screen.put(f"  {''.join(items[start : start + across])}".rstrip())
        typed = self._screen.line("number or name: ").casefold()
        if typed.isdecimal():
            return listed[int(typed) - 1] if 0 < int(typed) <= len(listed) else typed
        begun = [name for name in listed if name.startswith(typed)] if typed else []
        return begun[0] if len(begun) == 1 else typed

    def _entry(self, question: Question) -> str:
        """Return an entry of the register, looked for by the beginnings of its words; or what was typed."""
        self._screen.say(f"{values.expected(question)}; some letters of a name are enough", "dim")
        typed = self._screen.line(f"{question.kind}: ")
        entries = [one for one in values.found(self._desk.edition.register.entries, typed) if _fits(one, question)]
        if not typed or ";" in typed or not entries or any(one.id == typed for one in entries):
            return typed
        for number, entry in enumerate(entries[:_CHOICES], 1):
            more = ", ".join(filter(None, (entry.office, "–".join(filter(None, (entry.birth, entry.death))))))
            self._screen.say(f"{number} {entry.name} ({entry.id}){f', {more}' if more else ''}", "", "  ")
        if len(entries) > _CHOICES:
            self._screen.say(f"… and {len(entries) - _CHOICES:,} more; type more letters to see them", "dim", "  ")
        free = "" if question.kind in values.NAMES else f", or Enter for “{typed}” as it stands"
        number_typed = self._screen.line(f"number{free}: ")
        if number_typed.isdecimal() and 0 < int(number_typed) <= min(len(entries), _CHOICES):
            return entries[int(number_typed) - 1].id
        return number_typed or ("" if question.kind in values.NAMES else typed)

    def _why(self, *_: object) -> bool:
        self._reasons[self._at] = self._screen.line("why: ")
        return False

    def _forward(self) -> bool:
        """Go to the next question that is open."""
        self._at += 1
        while self._at < len(self._queue):
            found = self._present()
            if found is not None and found[1].status != "decided":
                break
            self._at += 1
        return True

    def _back(self) -> bool:
        if self._at == 0:
            self._screen.say("This is the first.")
            return False
        self._at -= 1
        return True

    def _undo(self) -> bool:
        try:
            sheet = self._desk.undo()
        except StaleError:
            self._screen.say("The file of decisions has changed since; it is left as it is.", "bad")
            return False
        except OSError as error:
            self._screen.say(f"It cannot be written: {(error.strerror or str(error)).lower()}", "bad")
            return False
        if sheet is None or not self._answered:
            self._screen.say("There is nothing to take back.")
            return False
        self._at = self._answered.pop()
        self._screen.say("Taken back.", "good")
        return True

    def _skip(self) -> bool:
        document = self._queue[self._at][0]
        while self._at < len(self._queue) and self._queue[self._at][0] == document:
            self._at += 1
        return True

    def _help(self) -> bool:
        for line in _HELP.splitlines():
            self._screen.say(line, "", "  ")
        return False


_SEARCHED = ("sender", "addressee", "copies", "place")


def _fits(entry: Entry, question: Question) -> bool:
    """Say whether an entry can be what is asked for: no place has written a letter."""
    if question.anchor is not None:
        return question.kind != "form of address" or entry.kind == "persName"
    return (entry.kind == "placeName") == (question.kind == "place")


def _wrapped(before: str, words: str, after: str, width: int) -> list[list[tuple[str, bool]]]:
    """Return a line of a transcript in lines that fit, each in pieces of which some are marked."""
    parts = ((before, False), (words, True), (after, False))
    pieces = [(char, marked) for part, marked in parts for char in printable(part)]
    lines: list[list[tuple[str, bool]]] = []
    while pieces:
        cut = len(pieces)
        if cut > width:
            spaces = [i for i in range(1, width + 1) if pieces[i][0] == " "]
            cut = spaces[-1] if spaces else width
        lines.append(_joined(pieces[:cut]))
        pieces = pieces[cut:]
        if pieces and pieces[0][0] == " ":
            pieces = pieces[1:]
    return lines or [[("", False)]]


def _joined(chars: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    result: list[tuple[str, bool]] = []
    for char, marked in chars:
        if result and result[-1][1] is marked:
            result[-1] = (result[-1][0] + char, marked)
        else:
            result.append((char, marked))
    return result
