/* Dates in the page's language, as xslt/common/dates.xsl writes them. */

"use strict";

const teDates = words => {
  const fill = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i + 1}}`, value), words[key]);
  const ordinal = day => words[+day === 1 ? "date-first" : "date-day"].replace("{}", String(+day));

  function day(value) {
    const [, year, month, of] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(?:T.*)?)?)?$/.exec(value) ?? [];
    if (!year) return value;
    return [of && ordinal(of), month && words[`month-${month}`], year.replace(/^0+/, "")].filter(Boolean).join(" ");
  }

  function span(start, end, key) {
    const full = /^\d{4}-\d{2}-\d{2}$/;
    const month = full.test(start) && full.test(end) && start.slice(0, 7) === end.slice(0, 7);
    return fill(key, month ? ordinal(start.slice(8)) : day(start), day(end));
  }

  /* A date from its attributes, or else as the document says it. */
  return ({ when, from, to, notBefore, notAfter }, said) => {
    if (when) return day(when);
    if (from && to) return span(from, to, "date-span");
    if (notBefore && notAfter) return span(notBefore, notAfter, "date-between");
    if (from || notBefore) return words["date-after"].replace("{}", day(from || notBefore));
    if (to || notAfter) return words["date-before"].replace("{}", day(to || notAfter));
    return said;
  };
};
