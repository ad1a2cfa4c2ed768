// An address of an entry from when the list was one page, "persons.html#p-ID", leads to the entry's own page.
"use strict";

const { entries } = document.currentScript.dataset;
const wanted = decodeURIComponent(location.hash.slice(1));
if (/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(wanted) && !wanted.startsWith("te-")) location.replace(`${entries}${encodeURIComponent(wanted)}.html`);
