/* On the page of a document that a search led to: the words that were sought, marked in the text.
   https://drafts.csswg.org/css-highlight-api-1/ */

(() => {
  const query = new URLSearchParams(location.search).get("q");
  if (!query || !window.Highlight || !CSS.highlights) return;
  const asked = teWords.parse(query);
  const BLOCKS = "p, li, div, section, h1, h2, h3, h4, h5, h6, dt, dd, td, th, caption, blockquote, header";
  // Words of the page's own, and what stands in the midst of a word without being part of it.
  const OTHERS = ".unseen, .call, .back, .page, .milestone, .note-word, .note-kind, .views, a.n, a.why";

  /* The text of one block, with the nodes it is made of. */
  function mark(nodes) {
    const text = nodes.map(node => node.data).join("");
    for (const [start, end] of teWords.find(text, asked)) {
      const range = new Range();
      range.setStart(...place(nodes, start));
      range.setEnd(...place(nodes, end));
      highlight.add(range);
    }
  }

  function place(nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    const last = nodes[nodes.length - 1];
    return [last, last.length];
  }

  const highlight = new Highlight();
  for (const article of document.querySelectorAll("main article")) {
    let nodes = [];
    let block = null;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.nodeType === Node.TEXT_NODE;
      if (text ? node.parentElement.closest(OTHERS) : node.localName !== "br") continue;
      const around = text ? node.parentElement.closest(BLOCKS) : node;
      if (around !== block) {
        if (nodes.length) mark(nodes);
        nodes = [];
        block = around;
      }
      if (text) nodes.push(node);
    }
    if (nodes.length) mark(nodes);
  }
  CSS.highlights.set("te-found", highlight);

  // Not in the style sheet, because checkers do not know this selector yet; --mark is there.
  const style = new CSSStyleSheet();
  style.replaceSync("::highlight(te-found) { background-color: color-mix(in srgb, var(--mark) 45%, transparent); }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
})();
