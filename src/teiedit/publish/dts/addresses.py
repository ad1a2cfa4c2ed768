"""Where the endpoints are: URIs, and templates of URIs (https://www.rfc-editor.org/rfc/rfc6570)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Addresses:
    """The endpoints of one site.

    Attributes:
        base: the address of the site, with a stroke at its end.
        static: whether they are files, which know no parameters.
    """

    base: str
    static: bool = False

    @property
    def entry(self) -> str:
        """The address by which everything else is found."""
        return f"{self.base}dts/index.jsonld" if self.static else f"{self.base}dts"

    @property
    def templates(self) -> dict[str, str]:
        """The endpoints, for any document."""
        if self.static:
            return {
                "collection": f"{self.base}dts/collection{{/id}}/index{{page}}.jsonld",
                "navigation": f"{self.base}dts/navigation/{{resource}}.jsonld",
                "document": f"{self.base}tei/{{resource}}.xml",
            }
        return {
            "collection": f"{self.base}dts/collection{{?id,page,nav}}",
            "navigation": f"{self.base}dts/navigation{{?resource,ref,start,end,down,tree,page}}",
            "document": f"{self.base}dts/document{{?resource,ref,start,end,tree,mediaType}}",
        }

    def collection(self, identifier: str) -> str:
        """The template of a collection."""
        if self.static:
            return f"{self.base}dts/collection/{quote(identifier)}/index{{page}}.jsonld"
        return f"{self.base}dts/collection?id={quote(identifier)}{{&page,nav}}"

    def document(self, identifier: str) -> dict[str, str]:
        """The endpoints, for one document."""
        name = quote(identifier)
        if self.static:
            return {
                "collection": f"{self.base}dts/collection/{name}/index.jsonld",
                "navigation": f"{self.base}dts/navigation/{name}.jsonld",
                "document": self.tei(identifier),
            }
        return {
            "collection": f"{self.base}dts/collection?id={name}{{&nav}}",
            "navigation": f"{self.base}dts/navigation?resource={name}{{&ref,start,end,down,tree,page}}",
            "document": f"{self.base}dts/document?resource={name}{{&ref,start,end,tree,mediaType}}",
        }

    def one(self, identifier: str, page: int = 0, nav: str = "") -> str:
        """The address of a collection or a document in one, or of one of its pages."""
        if self.static:
            return f"{self.base}dts/collection/{quote(identifier)}/index{page if page > 1 else ''}.jsonld"
        return self.asked("collection", {"id": identifier, "nav": nav, "page": str(page) if page else ""})

    def asked(self, endpoint: str, query: dict[str, str]) -> str:
        """The address of a request; parameters that are empty are left out."""
        given = urlencode({name: value for name, value in query.items() if value}, safe="/:", quote_via=quote)
        return f"{self.base}dts/{endpoint}{'?' if given else ''}{given}"

    def tei(self, identifier: str) -> str:
        """The address of a document's file."""
        return f"{self.base}tei/{quote(identifier)}.xml"

    def page(self, identifier: str) -> str:
        """The address of a document's page."""
        return f"{self.base}documents/{quote(identifier)}.html"
