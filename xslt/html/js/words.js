/* Words as a search compares them, and what a query says; the same as publish/_folding.py does for the index.
   Used by the search page and by the pages of documents. */

"use strict";

const teWords = (() => {
  // Letters that Unicode does not take apart.
  const LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i",
    "ĸ": "k", "ŋ": "n", "ƀ": "b", "ʒ": "z", "ƿ": "w", "ꝛ": "r", "ꞃ": "r", "ꞅ": "s", "ꝺ": "d", "ꝼ": "f", "ᵹ": "g",
    "ꞇ": "t", "ꜳ": "aa", "ꜵ": "ao", "ꜷ": "au", "ꜹ": "av", "ꝏ": "oo", "ς": "σ", "ʼ": "'", "ـ": "",
  };
  const DROPPED = /[\p{M}\p{Cf}]/gu;
  const SIGN = /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const LETTER = /[\p{L}\p{N}]/u;
  const known = new Map();

  function foldSign(sign) {
    if (sign < "\u0080") return sign.toLowerCase();
    let folded = known.get(sign);
    if (folded === undefined) {
      const parts = [...sign.normalize("NFKD").toLowerCase().replace(DROPPED, "")];
      folded = parts.map(part => LETTERS[part] ?? part).join("");
      known.set(sign, folded);
    }
    return folded;
  }

  /* The words of a text in order, each with where it begins and ends in the text. */
  function split(text) {
    const found = [];
    let word = null;
    let at = 0;
    for (const sign of text) {
      const end = at + sign.length;
      const folded = foldSign(sign);
      if (folded === "" && word) word.end = end;
      for (const part of folded) {
        if (SIGN.test(part)) {
          found.push({ word: part, start: at, end });
          word = null;
        } else if (!LETTER.test(part)) {
          word = null;
        } else if (word) {
          word.word += part;
          word.end = end;
        } else {
          word = { word: part, start: at, end };
          found.push(word);
        }
      }
      at = end;
    }
    return found;
  }

  /* What a query asks for: words in order each, whether the last is the beginning of a word, whether they may not be
     there. "…" holds words in order; * or the end of what is typed makes a beginning; - before a word excludes it. */
  function parse(query) {
    const asked = [];
    const plain = query.replace(/[“”„‟«»]/g, '"');
    for (const part of plain.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
      const [whole, minus, quoted, bare] = part;
      const words = split(quoted ?? bare).map(found => found.word);
      if (!words.length) continue;
      const star = quoted === undefined && bare.endsWith("*");
      const typing = quoted === undefined && !minus && part.index + whole.length === plain.length;
      const length = words[words.length - 1].length;
      asked.push({ words, starts: star && length > 1 || typing && length > 2, not: minus === "-" });
    }
    return asked;
  }

  /* Where a text has what is asked for: pairs of start and end, in order, none within another. */
  function find(text, asked) {
    const words = split(text);
    const spans = [];
    for (const { words: sought, starts, not } of asked) {
      if (not) continue;
      const last = sought.length - 1;
      const fits = (word, i) => word === sought[i] || starts && i === last && word.startsWith(sought[i]);
      for (let at = 0; at + last < words.length; at++) {
        if (sought.every((_, i) => fits(words[at + i].word, i))) spans.push([words[at].start, words[at + last].end]);
      }
    }
    spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let reached = 0;
    return spans.filter(([, end]) => end > reached && (reached = end));
  }

  return { split, parse, find };
})();
