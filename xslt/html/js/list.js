// The list of documents: sorted by its columns, and filtered. Without this script it is a plain table in order of date.
"use strict";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("\u00df", "ss").replaceAll("\u017f", "s");

const table = document.querySelector("table.documents");
const form = document.querySelector("form.filters");
const rows = table ? [...table.tBodies[0].rows] : [];

const key = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.sort ?? fold(cell.textContent);
};

function sortBy(column, header) {
  const down = header.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const turn = down ? -1 : 1;
  // rows that are alike keep their order, which is that of their dates
  const sorted = [...rows].sort((a, b) => {
    const [x, y] = [key(a, column), key(b, column)];
    return x === y ? 0 : x < y ? -turn : turn;
  });
  table.tBodies[0].append(...sorted);
}

function makeSortable() {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "turn";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sortBy(column, header));
    header.append(button);
  });
}

const wanted = () =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));

function fits(row, want) {
  return Object.entries(want).every(([name, value]) =>
    name === "words"
      ? fold(value).split(/\s+/).every((word) => row.folded.includes(word))
      : row.dataset[name].split("|").includes(value),
  );
}

function show() {
  const want = wanted();
  let shown = 0;
  for (const row of rows) {
    row.hidden = !fits(row, want);
    shown += row.hidden ? 0 : 1;
  }
  const some = form.dataset.some.replace("{1}", String(shown)).replace("{2}", String(rows.length));
  form.querySelector(".status").textContent =
    Object.keys(want).length === 0 ? "" : shown === 0 ? form.dataset.none : some;
  remember(want);
}

// The address holds the filters, so that a view can be sent to somebody, and "back" returns to it.
function remember(want) {
  const query = new URLSearchParams(want).toString();
  try {
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  } catch {
    // a page from the disk may not be allowed to change its address
  }
}

function recall() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

if (table) makeSortable();
if (table && form) {
  for (const row of rows) row.folded = fold(row.textContent);
  recall();
  show();
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
}
