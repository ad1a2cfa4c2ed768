/* The index, and how it answers a query. The files are described in publish/_search.py; each is a script, because a page
   opened from a disk may load nothing else, and calls teSearch with its name and what it holds. */

"use strict";

const teEngine = (() => {
  const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(sign => !"\"\\<>&'".includes(sign));
  const HALF = SIGNS.length / 2;
  const VALUES = new Uint8Array(128);
  SIGNS.forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });
  // Of the usual measure for ranking, BM25: https://doi.org/10.1561/1500000019
  const K = 1.2, B = 0.5;

  const waiting = new Map();
  let folder = "";

  window.teSearch = (name, content) => waiting.get(name)?.arrived(content);

  /* One file of the index; each is loaded once. */
  function load(name) {
    let entry = waiting.get(name);
    if (!entry) {
      entry = {};
      entry.promise = new Promise((resolve, reject) => {
        entry.arrived = resolve;
        const script = document.createElement("script");
        script.src = folder + name.split("/").map(encodeURIComponent).join("/") + ".js";
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          waiting.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      });
      waiting.set(name, entry);
    }
    return entry.promise;
  }

  /* Numbers as _search.py writes them. */
  function numbers(signs) {
    const values = new Uint32Array(signs.length);
    let count = 0, value = 0, factor = 1;
    for (let i = 0; i < signs.length; i++) {
      const digit = VALUES[signs.charCodeAt(i)];
      if (digit < HALF) {
        values[count++] = value + digit * factor;
        value = 0;
        factor = 1;
      } else {
        value += (digit - HALF) * factor;
        factor *= HALF;
      }
    }
    return values.slice(0, count);
  }

  function positions(signs) {
    const values = numbers(signs);
    for (let i = 1; i < values.length; i++) values[i] += values[i - 1];
    return values;
  }

  /* Lists as one, in order; a place that two words share is there once. */
  function union(lists) {
    if (lists.length === 1) return lists[0];
    const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const list of lists) {
      all.set(list, at);
      at += list.length;
    }
    return all.sort().filter((value, i) => i === 0 || value !== all[i - 1]);
  }

  /* Which files may hold words from `first` to `last`. A word that fills several files begins each of them. */
  function filesOf(index, first, last) {
    const found = [];
    index.words.forEach((word, i) => {
      const next = index.words[i + 1];
      if (word <= last && (word >= first || next === undefined || next > first)) found.push(i);
    });
    return found;
  }

  /* Where a word stands, or all words that begin with it; the second says which places are the word's own. */
  async function places(index, word, starts) {
    const last = starts ? word + "\uffff" : word;
    const files = await Promise.all(filesOf(index, word, last).map(file => load(`words/${file}`)));
    const own = [], others = [];
    for (const file of files) {
      const parts = file.split(" ");
      let term = "";
      for (let i = 0; i < parts.length; i += 2) {
        term = term.slice(0, parseInt(parts[i][0], 36)) + parts[i].slice(1);
        if (term === word) own.push(positions(parts[i + 1]));
        else if (starts && term.startsWith(word)) others.push(positions(parts[i + 1]));
      }
    }
    const exact = union(own);
    return { all: others.length ? union([exact, ...others]) : exact, exact };
  }

  /* Where words in order begin. */
  async function hits(index, { words, starts }) {
    const lists = await Promise.all(words.map((word, i) => places(index, word, starts && i === words.length - 1)));
    if (lists.length === 1) return lists[0];
    const rest = lists.slice(1).map(list => list.all);
    const all = lists[0].all.filter(at => rest.every((list, i) => list[lower(list, at + i + 1)] === at + i + 1));
    return { all, exact: all };
  }

  /* The documents of one file, with where each begins. */
  function documents(lines, base, number) {
    return lines.map((line, i) => {
      const space = line.indexOf(" ");
      const values = numbers(line.slice(space + 1));
      const [day, genre, language, senders] = values;
      const recipients = values[4 + senders];
      const from = values.subarray(4, 4 + senders);
      const to = values.subarray(5 + senders, 5 + senders + recipients);
      const lengths = values.subarray(6 + senders + recipients);
      const made = { number: number + i, id: line.slice(0, space), day, genre, language, from, to, start: base, lengths };
      base += lengths.reduce((sum, length) => sum + length, 0);
      made.end = base;
      return made;
    });
  }

  /* The first of a sorted list that is not less than `least`. */
  function lower(list, least) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (list[middle] < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  const has = (list, start, end) => list[lower(list, start)] < end;

  /* The documents that may answer: those of the files in which everything asked for stands somewhere. */
  async function candidates(index, groups) {
    const loaded = [];
    let base = 0, number = 0;
    index.documents.forEach(([count, length], file) => {
      const [from, first] = [base, number];
      base += length;
      number += count;
      if (groups.every(group => has(group.all, from, from + length))) {
        loaded.push(load(`documents/${file}`).then(lines => documents(lines, from, first)));
      }
    });
    return (await Promise.all(loaded)).flat();
  }

  /* How often a group stands in each unit of a document; its own word counts in full, one that only begins so by half. */
  function counts(group, document, starts) {
    const found = new Map();
    const add = (list, value) => {
      let unit = 0;
      for (let i = lower(list, document.start); i < list.length && list[i] < document.end; i++) {
        while (starts[unit + 1] <= list[i]) unit++;
        found.set(unit, (found.get(unit) ?? 0) + value);
      }
    };
    add(group.exact, group.all === group.exact ? 1 : 0.5);
    if (group.all !== group.exact) add(group.all, 0.5);
    return found;
  }

  /* The units of a document that answer: all that is asked for stands in them or in the document's heading (unit 0), and
     something in themselves. Where there is none but the document has it all, `scattered` are those with a part of it. */
  function units(document, groups, excluded, near, average) {
    let at = document.start;
    const starts = document.lengths.map(length => (at += length) - length);
    const found = groups.map(group => counts(group, document, starts));
    if (found.some(map => !map.size)) return null;
    const bans = excluded.map(group => counts(group, document, starts));
    if (bans.some(map => map.has(0))) return null;
    const closer = near ? counts(near, document, starts) : new Map();
    const whole = [], parts = [];
    for (const unit of new Set(found.flatMap(map => [...map.keys()]))) {
      if (bans.some(map => map.has(unit))) continue;
      const length = document.lengths[unit] - 1;
      let score = 0;
      groups.forEach((group, i) => {
        const often = found[i].get(unit) ?? 0;
        score += group.weight * often * (K + 1) / (often + K * (1 - B + B * length / average));
        if (unit && found[i].has(0)) score += group.weight / 2;
      });
      if (closer.has(unit)) score += near.weight / 2;
      const complete = found.every(map => map.has(unit) || map.has(0));
      (complete ? whole : parts).push({ unit, start: starts[unit] - document.start, score });
    }
    return { whole, parts };
  }

  function weigh(index, group) {
    return { ...group, weight: Math.log(1 + index.units / (1 + group.all.length)) };
  }

  /* Documents with the units that answer, all of them, in the index's order; `scattered` if no unit holds everything. */
  async function search(index, asked) {
    const sought = asked.filter(part => !part.not);
    const get = async part => weigh(index, await hits(index, part));
    const [groups, excluded, near] = await Promise.all([
      Promise.all(sought.map(get)),
      Promise.all(asked.filter(part => part.not).map(get)),
      sought.length > 1 ? get({ words: sought.flatMap(part => part.words), starts: sought[sought.length - 1].starts }) : null,
    ]);
    const average = index.length / index.units - 1;
    const answers = [];
    for (const document of await candidates(index, groups)) {
      const answer = units(document, groups, excluded, near, average);
      if (answer) answers.push({ document, ...answer });
    }
    const whole = sought.length ? answers.filter(answer => answer.whole.length) : answers;
    const scattered = !whole.length;
    const results = (scattered ? answers.filter(answer => answer.parts.length) : whole).map(({ document, whole, parts }) => {
      const found = (scattered ? parts : whole).sort((a, b) => b.score - a.score || a.unit - b.unit);
      return { document, units: found, score: (found[0]?.score ?? 0) + Math.log1p(found.length) / 4 };
    });
    return { results, scattered: scattered && results.length > 0 };
  }

  return {
    open(address) {
      folder = address;
      return load("index");
    },
    search,
    text: (id, piece) => load(`texts/${piece}/${id}`),
  };
})();
