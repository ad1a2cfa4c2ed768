// What a document's page can do beyond showing it: keep the chosen view and the place in it, copy citations, show
// evidence beside the words, and set notes and images in the margin. The page is complete without it.

(() => {
  "use strict";

  const own = document.currentScript.src;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // ---- The view that was chosen, on this and the next page

  // A browser may refuse to keep anything: then the choice lasts as long as the page.
  const fragment = () => {
    const id = location.hash.slice(1);
    try { return decodeURIComponent(id); } catch { return id; }
  };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* refused */ } };
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  function restoreChoices() {
    for (const input of all(".views input")) {
      const value = kept(input.name || input.id);
      if (input.type === "radio" && value === input.id) input.checked = true;
      if (input.type === "checkbox" && value !== null) input.checked = value === "yes";
    }
  }

  function keepChoice({ target }) {
    keep(target.name || target.id, target.type === "radio" ? target.id : target.checked ? "yes" : "no");
  }

  // ---- The place: what stands at the top of the window

  const barHeight = () => {
    const bar = one(".views");
    return bar && getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().height : 0;
  };

  function topPlace() {
    if (scrollY < 80) return null;
    const line = barHeight() + 8;
    const places = all(".text :is(p, li, div, section, span, a)[id], pre [id]");
    return places.find((place) => place.offsetParent && place.getBoundingClientRect().top >= line) || null;
  }

  let remembered = null;

  function rememberPlace() {
    const place = topPlace();
    remembered = place && { place, top: place.getBoundingClientRect().top };
  }

  function returnToPlace() {
    if (remembered?.place.offsetParent) {
      scrollBy({ top: remembered.place.getBoundingClientRect().top - remembered.top, behavior: "instant" });
    }
  }

  // The other page shows the same place: its name goes with the link.
  function takePlaceAlong(event) {
    const link = event.target.closest("a.other-view");
    if (link) link.hash = topPlace()?.id || "";
  }

  function watchViews() {
    const bar = one(".views");
    if (!bar) return;
    restoreChoices();
    for (const type of ["pointerdown", "keydown", "focusin"]) bar.addEventListener(type, rememberPlace);
    bar.addEventListener("change", (event) => {
      keepChoice(event);
      returnToPlace();
      setMargin();
    });
    for (const type of ["click", "auxclick"]) bar.addEventListener(type, takePlaceAlong);
    if (location.hash) document.getElementById(fragment())?.scrollIntoView();
  }

  // ---- Citations

  function addressOf(link) {
    const page = one("link[rel=canonical]")?.href || location.href.replace(/#.*$/, "");
    return page + link.hash;
  }

  function citationOf(link) {
    const name = link.getAttribute("aria-label");
    const running = document.documentElement.lang === "de" ? name : name[0].toLowerCase() + name.slice(1);
    return `${one(".toast").dataset.cite}, ${running}, ${addressOf(link)}`;
  }

  async function copy(text, words) {
    const toast = one(".toast");
    const status = one(".toast [role=status]");
    toast.hidden = false;
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = `${status.dataset[words]} ${text}`;
    } catch {
      status.textContent = `${status.dataset.failed} ${text}`;
    }
  }

  function watchCitations() {
    const toast = one(".toast");
    if (!toast) return;
    let address = "";
    const close = () => { toast.hidden = true; };
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a.n, a.label");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        address = addressOf(link);
        copy(citationOf(link), "citation");
      } else if (event.target.closest(".link-only")) {
        copy(address, "link");
      } else if (!event.target.closest(".toast") || event.target.closest(".close")) {
        close();
      }
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  }

  // ---- Evidence beside the words

  // What the list at the foot says about an element: each reason with its kind and its rule.
  function evidenceFor(id) {
    return all(`.kinds li[id]:has(a[href="#${CSS.escape(id)}"])`).flatMap((reason) => {
      const parts = [reason.closest(".kinds > li").querySelector(".kind"), reason.closest(".rule").querySelector(".catDesc"), reason];
      return parts.filter(Boolean).map((part) => {
        const block = document.createElement("p");
        block.className = part.className;
        block.append(...part.cloneNode(true).childNodes);
        return block;
      });
    });
  }

  function placeBox(box, words) {
    const spot = words.getBoundingClientRect();
    const below = spot.bottom + 8 + box.offsetHeight <= innerHeight;
    box.style.top = `${Math.max(8, below ? spot.bottom + 8 : spot.top - box.offsetHeight - 8)}px`;
    box.style.left = `${Math.max(8, Math.min(spot.left - 16, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
  }

  function showEvidence(marked, control) {
    const box = one("#te-evidence-box");
    const all = document.createElement("a");
    all.href = control.hash;
    all.textContent = one("#te-encoding-head").textContent;
    box.querySelector(".found").replaceChildren(...evidenceFor(marked.id), all);
    box.showPopover();
    placeBox(box, control);
    box.focus();
  }

  function watchEvidence() {
    const box = one("#te-evidence-box");
    if (!box?.showPopover) return;
    document.addEventListener("click", (event) => {
      if (!one("#te-show-inferences")?.checked || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const control = event.target.closest(".text a.why, .front a.why");
      const marked = control ? control.closest("[data-cert]") || control.previousElementSibling : event.target.closest("[data-cert]");
      const found = control || (!event.target.closest("a") && marked?.querySelector(":scope > a.why, :scope > .item > a.why"));
      if (!found) return;
      event.preventDefault();
      showEvidence(marked, found);
    });
    box.addEventListener("click", (event) => { if (event.target.closest("a")) box.hidePopover(); });
  }

  // ---- Notes and images in the margin, where the window has one

  const margin = matchMedia("(min-width: 90rem)");

  // The call of a note is raised above its line: an image of that line comes first all the same.
  const order = ([item, at]) => item.dataset.at ? at - 12 : at;

  function setMargin() {
    const article = one("article");
    if (!article) return;
    const items = all(".notes > ol > li, .facsimile li[data-at]");
    article.classList.toggle("with-margin", margin.matches && items.length > 0);
    if (!margin.matches) return;
    const top = article.getBoundingClientRect().top;
    const wanted = items
      .map((item) => [item, document.getElementById(item.dataset.at || `${item.id}-call`)])
      .filter(([, place]) => place?.getClientRects().length)
      .map(([item, place]) => [item, place.getBoundingClientRect().top - top])
      .sort((a, b) => order(a) - order(b));
    let free = one(".facsimile .elsewhere") ? one(".facsimile").offsetHeight : 0;
    for (const [item, at] of wanted) {
      const start = Math.max(free, at);
      item.style.setProperty("--at", `${start + top - item.offsetParent.getBoundingClientRect().top}px`);
      free = start + item.offsetHeight + 12;
    }
    article.style.setProperty("--margin-end", `${free}px`);
  }

  function watchMargin() {
    setMargin();
    margin.addEventListener("change", setMargin);
    document.fonts?.ready.then(setMargin);
    addEventListener("resize", setMargin);
  }

  /* Who comes from the search finds the words marked; the scripts for it are not loaded for others. */
  function loadFound() {
    if (!new URLSearchParams(location.search).has("q")) return;
    for (const name of ["words.js", "found.js"]) {
      const script = document.createElement("script");
      script.src = new URL(name, own);
      script.async = false;
      document.head.append(script);
    }
  }

  watchViews();
  watchCitations();
  watchEvidence();
  watchMargin();
  loadFound();
})();
