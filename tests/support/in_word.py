"""Does to a Word file what author and editor do to it, as Word writes it."""

import io
import zipfile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_RELATION = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
_EXTENDED = "word/commentsExtended.xml"


class InWord:
    """A Word file that is open."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self._parts["word/document.xml"])
        self.comments = etree.fromstring(self._parts["word/comments.xml"])
        self._threads: dict[str, tuple[str, bool]] = {}

    def bytes(self) -> bytes:
        """The file as it is saved."""
        self._parts["word/document.xml"] = etree.tostring(self.body)
        self._parts["word/comments.xml"] = etree.tostring(self.comments)
        if self._threads:
            self._add_threads()
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in self._parts.items():
                archive.writestr(name, part)
        return held.getvalue()

    def comment(self, id_: str) -> etree._Element:
        return next(one for one in self.comments if one.get(f"{{{W}}}id") == id_)

    def about(self, words: str) -> str:
        """The id of the first comment that holds these words."""
        for one in self.comments:
            if words in "".join(one.itertext()):
                return str(one.get(f"{{{W}}}id"))
        raise LookupError(words)

    def reply(
        self,
        to: str,
        text: str,
        author: str = "Anna Autor",
        date: str = "2030-01-02T09:30:00Z",
        *,
        threaded: bool = True,
    ) -> str:
        """Reply to a comment. Word anchors a reply where the comment stands, and says in a part of
        its own whose it is; LibreOffice before 24.2 only anchors it."""
        id_ = str(1 + max(int(one.get(f"{{{W}}}id")) for one in self.comments))
        made = etree.SubElement(self.comments, f"{{{W}}}comment")
        for name, value in (("id", id_), ("author", author), ("date", date), ("initials", "AA")):
            made.set(f"{{{W}}}{name}", value)
        for line in text.split("\n"):
            self.write(made, line)
        self._anchor(id_, to)
        if threaded:
            self._threads[self._paragraph_id(made, id_)] = (self._known(to), False)
        return id_

    def mark_done(self, id_: str) -> None:
        """Resolve a thread."""
        self._threads[self._known(id_)] = ("", True)

    def type_into(self, id_: str, line: str, at: int | None = None) -> None:
        """Write a line into somebody else's comment: at its end, or elsewhere."""
        comment = self.comment(id_)
        self.write(comment, line)
        if at is not None:
            comment.insert(at, comment[-1])

    def insert(self, before: str, words: str, author: str = "Edda Editor") -> None:
        """Insert words before others of the text, as a tracked change."""
        self._track(self._run(before), "ins", _run("t", words), author)

    def delete(self, words: str, author: str = "Edda Editor") -> None:
        """Delete words that begin a run, as a tracked change."""
        run = self._run(words)
        self._track(run, "del", _run("delText", words), author)
        text = run.find(f"{{{W}}}t")
        text.text = text.text[len(words) :]

    def _run(self, words: str) -> etree._Element:
        runs = self.body.iter(f"{{{W}}}r")
        return next(one for one in runs if "".join(one.itertext()).startswith(words))

    def _track(self, run: etree._Element, kind: str, inside: etree._Element, author: str) -> None:
        change = etree.Element(f"{{{W}}}{kind}")
        change.set(f"{{{W}}}id", "9001")
        change.set(f"{{{W}}}author", author)
        change.append(inside)
        run.addprevious(change)

    def write(self, comment: etree._Element, text: str) -> None:
        """Add a line to a comment."""
        paragraph = etree.SubElement(comment, f"{{{W}}}p")
        paragraph.append(_run("t", text))

    def _anchor(self, id_: str, to: str) -> None:
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            found = next(
                one for one in self.body.iter(f"{{{W}}}{name}") if one.get(f"{{{W}}}id") == to
            )
            made = etree.Element(f"{{{W}}}{name}")
            made.set(f"{{{W}}}id", id_)
            if name == "commentReference":
                run = etree.Element(f"{{{W}}}r")
                run.append(made)
                found, made = found.getparent(), run
            found.addnext(made)

    def _known(self, id_: str) -> str:
        name = self._paragraph_id(self.comment(id_), id_)
        self._threads.setdefault(name, ("", False))
        return name

    def _paragraph_id(self, comment: etree._Element, id_: str) -> str:
        name = f"{0x10000000 + int(id_):08X}"
        comment.findall(f"{{{W}}}p")[-1].set(f"{{{W14}}}paraId", name)
        return name

    def _add_threads(self) -> None:
        root = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for name, (parent, done) in self._threads.items():
            one = etree.SubElement(root, f"{{{W15}}}commentEx")
            one.set(f"{{{W15}}}paraId", name)
            if parent:
                one.set(f"{{{W15}}}paraIdParent", parent)
            one.set(f"{{{W15}}}done", str(int(done)))
        self._parts[_EXTENDED] = etree.tostring(root)
        relation = f'<Relationship Id="rIdX" Type="{_RELATION}" Target="commentsExtended.xml"/>'
        self._put_in("word/_rels/document.xml.rels", "</Relationships>", relation)
        override = f'<Override PartName="/{_EXTENDED}" ContentType="{_TYPE}"/>'
        self._put_in("[Content_Types].xml", "</Types>", override)

    def _put_in(self, part: str, end: str, element: str) -> None:
        text = self._parts[part].decode()
        self._parts[part] = text.replace(end, element + end).encode()


def _run(name: str, words: str) -> etree._Element:
    run = etree.Element(f"{{{W}}}r")
    text = etree.SubElement(run, f"{{{W}}}{name}")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run
