"""Pages that listen to the preview: the script is put in, and nothing else is changed."""

from __future__ import annotations

import asyncio

import pytest

from teiedit.serve.live import Listening, with_script


@pytest.mark.parametrize("tag", ['"a"', '"><script>alert(1)</script>', "&<>"])
def test_a_tag_stays_a_tag(tag):
    page = with_script(b"<html><head></head><body></body></html>", tag)
    assert page.count(b"<script") == 1


def test_a_page_without_a_head_passes_as_it_is():
    assert with_script(b"words", '"a"') == b"words"


def test_an_application_that_fails_halfway_fails_here_too():
    async def failing(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
        raise ConnectionResetError

    async def nothing(_message):
        return

    with pytest.raises(ConnectionResetError):
        asyncio.run(Listening(failing)({"type": "http", "headers": []}, nothing, nothing))
