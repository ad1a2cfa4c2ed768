/* The search page: form, address, results. All texts go into the page as text, never as markup. */

(() => {
  const form = document.getElementById("te-search");
  const section = document.getElementById("te-results");
  const status = document.getElementById("te-status");
  const list = section.querySelector(".found");
  const more = document.getElementById("te-more");
  const order = section.querySelector(".order");
  const words = JSON.parse(document.getElementById("te-words").textContent);
  const speak = document.documentElement.lang;
  const dateLabel = teDates(words);
  const collator = new Intl.Collator(speak);
  const FIELDS = ["q", "person", "role", "since", "until", "genre", "language", "order"];
  const LIMITS = ["person", "since", "until", "genre", "language"];
  const PAGE = 10, PASSAGES = 3, AROUND = 110;
  let index = null;
  let run = 0;

  const say = (key, ...values) =>
    values.reduce((text, value, i) => text.replace(`{${i + 1}}`, () => value).replace("{}", () => value), words[`search-say-${key}`]);
  const whole = number => number.toLocaleString(speak);
  const many = (key, number) => number === 1 ? say(key) : say(`${key}s`, whole(number));

  function element(name, properties = {}, ...content) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
  }

  // What is asked: the form and the address say the same.

  function asked() {
    return Object.fromEntries(FIELDS.map(name => [name, form.elements[name].value]));
  }

  function address(query) {
    const said = new URLSearchParams(FIELDS.filter(name => query[name].trim()).map(name => [name, query[name]]));
    return location.pathname + (said.size ?? [...said].length ? `?${said}` : "");
  }

  function restore() {
    const said = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const field = form.elements[name];
      const value = said.get(name) ?? "";
      field.value = value;
      if (field.value !== value) field.value = "";
    }
  }

  function remember(query, replace) {
    const next = address(query);
    if (next === location.pathname + location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", next);
  }

  // Limits

  const genreLabel = genre => words[`kind-${genre}`] ?? genre;

  function languageLabel(tag) {
    try {
      return new Intl.DisplayNames(speak, { type: "language" }).of(tag);
    } catch {
      return tag;
    }
  }

  function fill(name, values, sorted = true) {
    const options = values.filter(([value]) => value).map(([value, count, label = value]) => {
      const option = element("option", { value }, label);
      option.dataset.label = label;
      option.dataset.count = count;
      return option;
    });
    if (sorted) options.sort((a, b) => collator.compare(a.dataset.label, b.dataset.label));
    form.elements[name].append(...options);
  }

  function fillAll() {
    const people = new Map();
    for (const [label, count] of index.people) people.set(label, (people.get(label) ?? 0) + count);
    fill("person", [...people]);
    fill("genre", index.genres.map(([genre, count]) => [genre, count, genreLabel(genre)]));
    fill("language", index.languages.filter(([tag]) => tag !== "und").map(([tag, count]) => [tag, count, languageLabel(tag)]));
    for (const name of ["since", "until"]) fill(name, index.years.map(([year, count]) => [String(year), count]), false);
  }

  /* For each limit, whether a document is within it. */
  function tests(query) {
    const people = new Set([...index.people.keys()].filter(i => index.people[i][0] === query.person));
    const genre = index.genres.findIndex(([value]) => value === query.genre);
    const language = index.languages.findIndex(([value]) => value === query.language);
    const year = document => Math.floor(document.day / 10000);
    const parties = document => [...query.role === "to" ? [] : document.from, ...query.role === "from" ? [] : document.to];
    return {
      person: document => !query.person || parties(document).some(person => people.has(person)),
      since: document => !query.since || year(document) >= +query.since,
      until: document => !query.until || document.day > 0 && year(document) <= +query.until,
      genre: document => !query.genre || document.genre === genre,
      language: document => !query.language || document.language === language,
    };
  }

  /* The results within all limits; beside each value the number of documents that it would leave. */
  function narrow(results, query) {
    const within = tests(query);
    const counts = { person: new Map(), genre: new Map(), language: new Map() };
    const add = (name, value) => counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    const kept = [];
    for (const result of results) {
      const { document } = result;
      const failed = LIMITS.filter(name => !within[name](document));
      if (!failed.length) kept.push(result);
      if (failed.every(name => name === "genre")) add("genre", index.genres[document.genre][0]);
      if (failed.every(name => name === "language")) add("language", index.languages[document.language][0]);
      if (failed.every(name => name === "person")) {
        const people = [...query.role === "to" ? [] : document.from, ...query.role === "from" ? [] : document.to];
        for (const label of new Set(people.map(person => index.people[person][0]))) add("person", label);
      }
    }
    for (const name in counts) count(name, value => counts[name].get(value) ?? 0);
    return kept;
  }

  function count(name, number) {
    for (const option of form.elements[name].options) {
      if (option.dataset.label) option.textContent = `${option.dataset.label} (${whole(number(option.value))})`;
    }
  }

  function countAll() {
    for (const name of ["person", "genre", "language"]) {
      const totals = new Map([...form.elements[name].options].map(option => [option.value, +option.dataset.count]));
      count(name, value => totals.get(value));
    }
  }

  // Results

  const ORDERS = {
    "": (a, b) => b.score - a.score || a.document.number - b.document.number,
    oldest: (a, b) => (a.document.day || Infinity) - (b.document.day || Infinity) || ORDERS[""](a, b),
    newest: (a, b) => b.document.day - a.document.day || ORDERS[""](a, b),
  };

  async function answer(replace) {
    const query = asked();
    const mine = ++run;
    remember(query, replace);
    const sought = teWords.parse(query.q);
    section.hidden = false;
    if (!sought.some(part => !part.not) && !LIMITS.some(name => query[name])) {
      countAll();
      show([], "", query, sought);
      return;
    }
    const late = setTimeout(() => { status.textContent = say("busy"); }, 400);
    try {
      const { results, scattered } = await teEngine.search(index, sought);
      if (mine !== run) return;
      const kept = narrow(results, query).sort(ORDERS[query.order] ?? ORDERS[""]);
      show(kept, report(kept, scattered, query), query, sought);
    } catch (error) {
      if (mine === run) show([], say("failed"), query, sought);
    } finally {
      clearTimeout(late);
    }
  }

  function report(kept, scattered) {
    if (!kept.length) return `${say("none")} ${say("none-hint")}`;
    const documents = many("document", kept.length);
    if (scattered) return say("scattered", documents);
    const passages = kept.reduce((sum, result) => sum + result.units.length, 0);
    return passages ? say("found", many("unit", passages), documents) : say("listed", documents);
  }

  function show(results, message, query, sought) {
    list.replaceChildren();
    status.textContent = message;
    order.hidden = results.length < 2;
    let shown = 0;
    const next = async focus => {
      const mine = run;
      more.hidden = true;
      const part = results.slice(shown, shown + PAGE);
      const entries = await Promise.all(part.map(result => entry(result, query, sought)));
      if (mine !== run) return;
      shown += part.length;
      list.append(...entries);
      more.hidden = shown >= results.length;
      if (focus) entries[0].querySelector("a").focus();
    };
    const failed = () => { status.textContent = say("failed"); };
    more.onclick = () => next(true).catch(failed);
    return next(false).catch(failed);
  }

  const pieceOf = (document, unit) =>
    Math.floor(document.lengths.slice(0, unit).reduce((sum, length) => sum + length, 0) / index.piece);

  async function unitOf(document, unit) {
    const text = await teEngine.text(document.id, pieceOf(document, unit));
    const [anchor, kind, number, language, said] = text.units[unit - text.first];
    return { anchor, kind, number, language: language || text.language, said };
  }

  async function entry({ document, units }, query, sought) {
    const facts = await teEngine.text(document.id, 0);
    const page = anchor => pageAddress(document.id, query.q, anchor);
    const title = element("a", { href: page("") }, ...marked(facts.title, sought));
    const heading = element("h3", {}, title);
    language(title, facts.language);
    const parties = [facts.from, facts.to].map(name => name || say("no-name"));
    const about = [
      document.id.startsWith("+") ? "" : dateLabel(facts.date, facts.said) || words.undated,
      facts.from || facts.to ? parties.join(" → ") : "",
      genreLabel(facts.genre),
    ];
    const item = element("li", {}, heading, element("p", { className: "facts" }, about.filter(Boolean).join(" · ")));
    const passages = units.filter(({ unit }) => unit > 0 || units.length === 1);
    if (passages.length) item.append(await passageList(document, passages, page, sought));
    return item;
  }

  /* The best passages in the order of the text, the others when asked for. */
  async function passageList(document, units, page, sought) {
    const made = element("ul", { className: "hits" });
    const add = async some => {
      const ordered = [...some].sort((a, b) => a.unit - b.unit);
      const items = await Promise.all(ordered.map(({ unit }) => unitOf(document, unit).then(found => passage(found, page, sought))));
      made.append(...items);
      return items;
    };
    await add(units.slice(0, PASSAGES));
    if (units.length > PASSAGES) {
      const rest = element("button", { type: "button" }, say("rest", whole(units.length - PASSAGES)));
      const last = element("li", { className: "rest" }, rest);
      rest.onclick = async () => {
        const items = await add(units.slice(PASSAGES));
        last.remove();
        made.replaceChildren(...made.children);
        items[0].querySelector("a").focus();
      };
      made.append(last);
    }
    return made;
  }

  function passage(unit, page, sought) {
    const label = (words[`search-in-${unit.kind}`] ?? words["search-in-start"]).replace("{}", () => unit.number).trim();
    const link = element("a", { href: page(unit.anchor) }, label);
    const text = element("span", { className: "text" }, ...excerpt(unit.said, sought));
    language(text, unit.language);
    return element("li", {}, link, " ", text);
  }

  function language(node, tag) {
    node.dir = "auto";
    if (tag && tag !== "und") node.lang = tag;
  }

  /* A page of the edition's own has a sign before its path. */
  function pageAddress(id, query, anchor) {
    if (id.startsWith("+")) return `${form.dataset.pages}${id.slice(1).split("/").map(encodeURIComponent).join("/")}.html`;
    const said = query.trim() ? `?${new URLSearchParams({ q: query })}` : "";
    return `${form.dataset.documents}${encodeURIComponent(id)}.html${said}${anchor && `#${encodeURIComponent(anchor)}`}`;
  }

  /* A text with the words that were sought marked. */
  function marked(text, sought, from = 0, to = text.length) {
    const parts = [];
    let at = from;
    for (const [start, end] of teWords.find(text, sought)) {
      if (start < at || end > to) continue;
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    parts.push(text.slice(at, to));
    return parts.filter(part => part !== "");
  }

  /* The part of a text with the most of what was sought, cut between words. */
  function excerpt(text, sought) {
    if (text.length <= 3 * AROUND) return marked(text, sought);
    const spans = teWords.find(text, sought);
    let best = spans[0] ?? [0, 0], most = 0;
    for (let first = 0, next = 0; first < spans.length; first++) {
      while (next < spans.length && spans[next][0] < spans[first][0] + 2 * AROUND) next++;
      if (next - first > most) [best, most] = [spans[first], next - first];
    }
    const from = best[0] <= AROUND ? 0 : text.indexOf(" ", best[0] - AROUND) + 1 || best[0];
    const end = Math.max(from + 3 * AROUND, best[1]);
    const cut = text.lastIndexOf(" ", end);
    const to = end >= text.length ? text.length : cut > best[1] ? cut : Math.max(end, best[1]);
    return [from ? "… " : "", ...marked(text, sought, Math.min(from, best[0]), to), to < text.length ? " …" : ""].filter(Boolean);
  }

  // The page

  let typing = 0;
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(typing);
    answer(false);
  });
  form.elements.q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => answer(true), 250);
  });
  for (const name of FIELDS.slice(1)) form.elements[name].addEventListener("change", () => answer(false));
  form.addEventListener("reset", event => {
    event.preventDefault();
    for (const name of FIELDS) form.elements[name].value = "";
    answer(false);
    form.elements.q.focus();
  });
  addEventListener("popstate", () => {
    restore();
    answer(true);
  });

  /* The limits are out of the way where there is little room, unless one is set. */
  function unfold() {
    const filters = form.querySelector(".narrow");
    if (matchMedia("(min-width: 52rem)").matches || LIMITS.some(name => form.elements[name].value)) filters.open = true;
  }

  if (matchMedia("(min-width: 52rem)").matches) form.querySelector(".narrow").open = true;
  teEngine.open(form.dataset.index).then(content => {
    index = content;
    fillAll();
    restore();
    unfold();
    form.dataset.ready = "";
    return answer(true);
  }).catch(() => {
    section.hidden = false;
    status.textContent = say("failed");
  });
})();
