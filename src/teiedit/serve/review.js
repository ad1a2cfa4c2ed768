// The editor's desk: questions one after the other, the transcript beside the reading text, answers written at once.
(() => {
  const $ = (id) => document.getElementById(id);
  const word = document.querySelector('meta[name=desk]').content;
  const BASE = '/-/review/api/';
  let state = null, sheet = null, points = [], order = [], at = -1, chosen = null, asked = null;

  const ask = async (path, said) => {
    const options = { cache: 'no-store', headers: { 'X-Teiedit-Desk': word } };
    if (said !== undefined) Object.assign(options, { method: 'POST', body: JSON.stringify(said) });
    const answer = await fetch(BASE + path, options);
    const body = await answer.json().catch(() => ({ message: answer.statusText }));
    if (!answer.ok) throw Object.assign(new Error(body.message || answer.statusText), { status: answer.status });
    return body;
  };

  const make = (name, text = '', attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const tell = (text) => {
    const line = make('p', text);
    $('said').append(line);
    setTimeout(() => line.remove(), 6000);
  };

  // ---- the edition

  const learn = async () => {
    try {
      state = await ask('state');
    } catch (error) {
      $('progress').textContent = 'The server was stopped; start it again, and load this page anew.';
      return;
    }
    counted();
    if (!sheet && state.documents.length) {
      const wanted = decodeURIComponent(location.hash.slice(1));
      const first = state.documents.find((one) => one.id === wanted) || state.documents.find((one) => one.open) || (state.ready && state.documents[0]);
      if (first) await open(first.id);
    }
    if (!state.ready || state.comparing) setTimeout(learn, state.ready ? 2000 : 700);
    if (state.ready) entries();
    // what does not go together with other documents is found when all were looked at
    const mine = sheet && state.documents.find((one) => one.id === sheet.id);
    if (mine && mine.open !== sheet.open && !document.querySelector('dialog[open]')) await open(sheet.id, true);
    if (state.findings.length) $('progress').textContent = state.findings.map((one) => `${one.message}: ${one.hint}`).join('; ');
  };

  const counted = () => {
    const left = state.documents.reduce((sum, one) => sum + one.open, 0);
    const all = state.documents.reduce((sum, one) => sum + one.asked, 0);
    $('title').textContent = state.title || 'Review';
    document.title = `${left ? `${left} · ` : ''}Review: ${state.title}`;
    $('progress').textContent = state.ready
      ? (left ? `${all - left} of ${all} questions answered` : all ? 'All questions are answered.' : 'There is no question.')
      : `Looking at the documents: ${state.done} of ${state.total || '…'}; ${left} questions so far`;
    $('meter').max = all || 1;
    $('meter').value = all - left || (all ? 0 : 1);
    listed();
  };

  const listed = () => {
    const shown = state.documents.filter((one) => one.open || $('all').checked || (sheet && one.id === sheet.id));
    const options = shown.map((one) => {
      const option = make('option', one.open ? `${one.file}  (${one.open} open)` : `${one.file}  ✓`, { value: one.id });
      option.selected = Boolean(sheet) && one.id === sheet.id;
      return option;
    });
    $('documents').replaceChildren(...options);
  };

  const entries = () => {
    $('entries').replaceChildren(...state.entries.map(([id, name]) => make('option', name, { value: `${id}  ${name}` })));
  };

  const go = async (step) => {
    const documents = state.documents;
    const here = documents.findIndex((one) => sheet && one.id === sheet.id);
    for (let i = 1; i <= documents.length; i += 1) {
      const one = documents[(here + step * i + documents.length * i) % documents.length];
      if (one.open || $('all').checked) return open(one.id);
    }
    return tell('Nothing is open in any other document.');
  };

  // ---- one document

  const open = async (id, keep = false) => {
    take(await ask(`documents/${encodeURIComponent(id)}`), keep);
  };

  const take = (found, keep) => {
    const before = keep && at >= 0 ? order[at].id : null;
    const place = $('transcript').scrollTop;
    sheet = found;
    points = Array.from(found.text);
    history.replaceState(null, '', `#${encodeURIComponent(found.id)}`);
    const known = state.documents.find((one) => one.id === found.id);
    if (known) Object.assign(known, { open: found.open, asked: found.asked });
    order = [...found.questions.filter((one) => one.asked)];
    // the least sure first
    const rank = { low: 0, medium: 1, high: 2 };
    order.sort((a, b) => rank[a.cert] - rank[b.cert] || (a.span ? a.span[0] : -1) - (b.span ? b.span[0] : -1));
    // on to what is open behind the question that was answered, and only then to what was passed over
    const here = Math.max(0, order.findIndex((one) => one.id === before));
    const following = [...order.slice(here), ...order.slice(0, here)].find((one) => one.status !== 'decided');
    at = order.indexOf(following || order[here]);
    counted();
    written();
    facts();
    decided();
    if (keep) $('transcript').scrollTop = place;
    show();
    read();
  };

  const current = () => (asked || (at >= 0 ? order[at] : null));

  const written = () => {
    const lines = [];
    let start = 0;
    for (let i = 0; i <= points.length; i += 1) {
      if (i === points.length || points[i] === '\n') { lines.push([start, i]); start = i + 1; }
    }
    const made = sheet.decided.map((one) => ({ ...one, id: `d${one.line}`, kind: verbal(one), says: '', status: 'decided', asked: false }));
    const spans = [...sheet.questions.filter((one) => one.span && one.kind !== 'division'), ...made];
    $('transcript').replaceChildren(...lines.map(([from, to], number) => row(from, to, number + 1, spans)));
  };

  const row = (from, to, number, spans) => {
    const line = make('div', '', { class: 'row', 'data-line': number });
    const text = make('span');
    const inside = spans.filter((one) => one.span[0] < to && one.span[1] > from);
    const bounds = [...new Set([from, to, ...inside.flatMap((one) => one.span)])].filter((i) => i >= from && i <= to).sort((a, b) => a - b);
    for (let i = 0; i + 1 < bounds.length; i += 1) text.append(piece(bounds[i], bounds[i + 1], inside));
    line.append(text);
    return line;
  };

  const piece = (from, to, inside) => {
    const own = inside.filter((one) => one.span[0] <= from && one.span[1] >= to);
    own.sort((a, b) => (b.asked - a.asked) || (a.span[1] - a.span[0]) - (b.span[1] - b.span[0]));
    const part = make('span', points.slice(from, to).join('').replace(/\r$/, ''), { 'data-from': from });
    if (own.length) {
      const [one] = own;
      part.className = `seg ${one.status === 'open' ? (one.asked ? one.cert : 'high') : one.status}`;
      part.dataset.q = own.map((each) => each.id).join(' ');
      part.title = own.map((each) => `${each.kind}${each.says ? `: ${each.says}` : ''} (${each.status === 'decided' ? 'decided' : each.cert})`).join('\n');
    }
    return part;
  };

  const facts = () => {
    const rows = state.facts.flatMap((name) => {
      const one = sheet.questions.find((each) => each.kind === name && !each.span);
      if (!one && name !== 'title' && name !== 'received' && name !== 'copies') return [];
      if (!one) return [];
      const value = make('dd', one.decided || one.says || 'not found');
      value.append(make('span', one.status === 'decided' ? 'decided' : one.cert, { class: 'tag' }));
      const button = make('button', 'Change', { type: 'button', 'aria-label': `Change the ${name}` });
      button.addEventListener('click', () => change(one));
      const last = make('dd');
      last.append(button);
      return [make('dt', name), value, last];
    });
    $('facts').replaceChildren(...rows);
    $('findings').replaceChildren(...sheet.findings.map((one) => make('p', `${one.message}. ${one.hint}`)));
    $('help-file').textContent = `${sheet.file.replace(/\.txt$/i, '')}.decisions.toml`;
  };

  const verbal = ({ verb, value }) => ({
    is: value, 'is-not': `not ${value}`, read: `should read “${value}”`, note: `note: ${value}`, level: `clause of level ${value}`, dismiss: `${value} looked at`,
  }[verb]);

  const decided = () => {
    $('decided-title').hidden = sheet.decided.length === 0;
    $('decided').replaceChildren(...sheet.decided.map((one) => {
      const line = make('li');
      const said = make('span');
      const words = one.words.length > 60 ? `${one.words.slice(0, 56)} …` : one.words;
      said.append(make('q', words), ` ${verbal(one)}`, one.reason ? ` (${one.reason})` : '');
      const button = make('button', 'Take back', { type: 'button', 'aria-label': `Take back: ${words} ${verbal(one)}` });
      button.addEventListener('click', async () => { const fault = await send({ retract: one.line }); if (fault) tell(fault); });
      line.append(said, button);
      return line;
    }));
  };

  const NAMES = {
    person: 'the name of a person', place: 'the name of a place', organisation: 'the name of a body', date: 'a date',
    time: 'a time', quotation: 'a quotation', foreign: 'in another language', omission: 'a sign that something was left out',
    enumeration: 'an enumeration', 'form of address': 'a form of address for somebody', office: 'an office', part: 'the heading of a part',
    turn: 'spoken by somebody', list: 'a list of names', division: 'a division of the text', 'line break': 'one word, divided at the end of a line',
    continuation: 'the same paragraph as the line above', enclosure: 'the beginning of an enclosure', address: 'an address',
  };
  const named = (kind) => NAMES[kind] || `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

  const show = () => {
    const one = current();
    const body = [];
    for (const part of document.querySelectorAll('.seg.here')) part.classList.remove('here');
    if (!one) {
      $('card-title').textContent = 'Nothing is asked';
      body.push(make('p', 'The rules are sure of all that they found in this document. Select words in the transcript if something is wrong.', { class: 'asked' }));
    } else {
      const number = order.indexOf(one) + 1;
      $('card-title').textContent = number ? `Question ${number} of ${order.length}` : 'Not asked, since the rules are sure';
      body.push(...sentence(one));
      for (const part of document.querySelectorAll(`[data-q~="${CSS.escape(one.id)}"]`)) part.classList.add('here');
      const first = document.querySelector('.seg.here');
      if (first) first.scrollIntoView({ block: 'center' });
      mark();
    }
    $('card-body').replaceChildren(...body);
    const finding = one && one.kind === 'finding';
    $('accept').disabled = !one || (!one.rule && !one.span);
    $('accept').firstChild.textContent = finding ? 'It is all right ' : 'Accept ';
    $('reject').firstChild.textContent = one && !one.span && !one.says ? 'There is none ' : 'Reject ';
    $('reject').disabled = !one || finding || ['turn', 'list', 'division', 'line break'].includes(one.kind) || ['genre', 'language', 'title', 'place', 'date'].includes(one.kind) && !one.span;
    $('change').disabled = !one || ['division', 'turn', 'list', 'line break'].includes(one.kind);
    $('retract').disabled = !one || one.status === 'open';
    $('previous').disabled = $('next').disabled = order.length < 2;
  };

  const sentence = (one) => {
    const lines = [];
    const head = make('p', '', { class: 'asked' });
    if (one.kind === 'finding') {
      head.append('Is this as it should be? ', make('q', one.words));
    } else if (!one.span) {
      head.append(one.says ? `The ${one.kind} is ` : `No ${one.kind} was found.`);
      if (one.says) head.append(make('strong', one.says), '?');
    } else {
      head.append('Is ', make('q', one.words.length > 160 ? `${one.words.slice(0, 150)} …` : one.words), ` ${named(one.kind)}`);
      if (one.says) head.append(', ', make('strong', one.says));
      head.append('?');
    }
    head.append(make('span', one.status === 'decided' ? 'decided' : one.kind === 'finding' ? 'check' : one.rule ? `${one.cert} certainty` : 'not found', { class: 'tag' }));
    lines.push(head);
    if (one.status !== 'open') {
      const who = [one.by || 'the editor', one.on && `on ${one.on}`].filter(Boolean).join(' ');
      lines.push(make('p', `${one.status === 'changed' ? 'Decided before' : 'Decided'} by ${who}: ${one.decided}${one.reason ? ` (${one.reason})` : ''}`));
    }
    if (one.status === 'changed') {
      lines.push(make('p', `When this was decided the rules said ${one.before}; now they say ${one.now}. Accept what they say now, change it, or reject it.`, { class: 'changed-note' }));
    }
    const why = [one.line ? `line ${one.line}` : '', one.rule ? one.why : '', one.kind !== 'finding' && one.rule ? `by the rule ${one.rule}` : one.rule].filter(Boolean).join(' · ');
    lines.push(make('p', why, { class: 'why' }));
    return lines;
  };

  const move = (step) => {
    asked = null;
    if (order.length) at = (at + step + order.length) % order.length;
    show();
  };

  // ---- the reading text

  const read = () => {
    $('reading').src = `${BASE}documents/${encodeURIComponent(sheet.id)}/page?${sheet.version}`;
  };

  const mark = () => {
    const one = current();
    const inner = $('reading').contentDocument;
    const view = $('reading').contentWindow;
    if (inner && inner.querySelector('main') && !inner.getElementById('desk-style')) {
      const style = inner.createElement('style');
      style.id = 'desk-style';
      style.textContent = 'nav, .toc, .views { display: none !important } ::highlight(desk) { background: #ffd54a; color: #000; }';
      inner.head.append(style);
    }
    if (!one || !one.words || !inner || !inner.body || !view.CSS || !view.CSS.highlights) return;
    view.CSS.highlights.clear();
    const main = inner.querySelector('main') || inner.body;
    const texts = [];
    let whole = '';
    const walker = inner.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) { texts.push([walker.currentNode, whole.length]); whole += walker.currentNode.data; }
    const escaped = one.words.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
    const found = whole.match(new RegExp(escaped));
    if (!found) return;
    const place = (offset) => {
      let index = texts.findIndex(([, begin], i) => offset >= begin && (i + 1 === texts.length || offset < texts[i + 1][1]));
      if (index < 0) index = texts.length - 1;
      return [texts[index][0], offset - texts[index][1]];
    };
    const range = inner.createRange();
    range.setStart(...place(found.index));
    const [last, end] = place(found.index + found[0].length - 1);
    range.setEnd(last, end + 1);
    view.CSS.highlights.set('desk', new view.Highlight(range));
    const holder = range.startContainer.parentElement;
    if (holder) holder.scrollIntoView({ block: 'center' });
  };

  // ---- answers

  const send = async (said) => {
    try {
      const found = await ask(`documents/${encodeURIComponent(sheet.id)}/answers`, { version: sheet.version, ...said });
      asked = null;
      take(found, true);
      if (!found.open && said.do) {
        const other = state.documents.find((one) => one.open);
        tell(other ? 'This document is done. Press s for the next.' : 'All questions are answered.');
      }
      return '';
    } catch (error) {
      if (error.status === 409) { await open(sheet.id, true); tell(error.message); }
      return error.message;
    }
  };

  const answer = async (what) => {
    const one = current();
    if (!one) return;
    const fault = await send({ question: one.id, do: what });
    if (fault) tell(fault);
  };

  const undo = async () => {
    try {
      const found = await ask('undo', {});
      if (found) { take(found, true); tell('Taken back.'); } else tell('There is nothing to take back.');
    } catch (error) { tell(error.message); }
  };

  // ---- saying what words are

  const PEOPLE = ['sender', 'addressee', 'copies'];
  const fields = (...wanted) => {
    for (const field of document.querySelectorAll('#form [data-for]')) field.hidden = !wanted.includes(field.dataset.for);
  };

  const kinds = (first) => {
    const group = (label, values) => {
      const made = make('optgroup', '', { label });
      made.append(...values.map((value) => make('option', value[1], { value: value[0] })));
      return made;
    };
    const is = (kind) => [`is:${kind}`, kind];
    const words = state.words.filter((kind) => !['clause', 'enumeration', 'cross-reference'].includes(kind));
    $('f-what').replaceChildren(
      group('The line is', state.lines.map(is)),
      group('The words are', words.map(is)),
      group('The editor', [['read:', 'a slip, with its correction'], ['note:', 'explained in a note'], ['level:', 'a clause of another level']]),
      group('They are not', ['signature', 'salutation', 'dateline', 'closing', 'date', 'person', 'place', 'organisation', 'clause', 'quotation', 'cross-reference'].map((kind) => [`is-not:${kind}`, `not ${named(kind)}`])),
    );
    $('f-what').value = first || 'is:signature';
  };

  const wanted = () => {
    const what = $('f-what').value;
    const shown = ['what', ...(chosen ? [] : ['words'])];
    if (!asked) shown.push('words');
    if (what === 'is:date' || what === 'is:time') shown.push('date');
    if (['is:person', 'is:place', 'is:organisation', 'is:form of address'].includes(what)) shown.push('entry');
    if (what === 'is:foreign') shown.push('language');
    if (what.endsWith(':') ) shown.push(what.slice(0, -1));
    fields(...shown);
  };

  const begin = () => {
    $('form').reset();
    $('form-fault').textContent = '';
    $('say').hidden = true;
  };

  const say = (span) => {
    begin();
    asked = null;
    chosen = span;
    $('form-title').textContent = 'What are these words?';
    kinds();
    $('f-words').value = span ? points.slice(...span).join('') : '';
    $('f-words').readOnly = Boolean(span);
    $('f-where').textContent = span ? '' : 'type them as they stand in the transcript';
    wanted();
    $('form-dialog').showModal();
    (span ? $('f-what') : $('f-words')).focus();
  };

  const change = (one) => {
    begin();
    asked = one;
    chosen = one.span;
    if (!one.span) {
      $('form-title').textContent = `The ${one.kind}`;
      if (PEOPLE.includes(one.kind)) {
        fields('people');
        $('f-people').value = one.values.join('\n');
      } else if (one.kind === 'date' || one.kind === 'received') {
        fields('date');
        $('f-date').value = one.values.join('/');
      } else {
        fields('value');
        $('f-value-label').textContent = one.kind;
        $('f-value').value = one.values.join('');
      }
      $('form-dialog').showModal();
      document.querySelector('#form [data-for]:not([hidden]) :is(input, textarea)').select();
      return;
    }
    $('form-title').textContent = `“${one.words.length > 80 ? `${one.words.slice(0, 75)} …` : one.words}”`;
    const kind = one.kind === 'clause' ? 'level:' : one.kind === 'finding' ? 'read:' : `is:${one.kind}`;
    kinds(kind);
    if (!$('f-what').value) $('f-what').value = 'note:';
    $('f-date').value = one.value.when || [one.value.from, one.value.to].filter(Boolean).join('/') || '';
    const entry = state.entries.find(([id]) => `#${id}` === one.value.ref);
    $('f-entry').value = entry ? `${entry[0]}  ${entry[1]}` : '';
    $('f-language').value = one.value['xml:lang'] || '';
    $('f-read').value = one.words;
    wanted();
    $('form-dialog').showModal();
    $('f-what').focus();
  };

  const identifier = (value) => {
    const typed = value.trim();
    const known = state.entries.find(([id, name]) => typed === id || typed === `${id}  ${name}` || typed.toLowerCase() === name.toLowerCase());
    return known ? known[0] : typed;
  };

  const dated = (value) => {
    const [from, to] = value.trim().split('/').map((part) => part.trim());
    if (!from) return {};
    return to ? { from, to } : { when: from };
  };

  const given = () => {
    const why = $('f-why').value.trim();
    const more = why ? { why } : {};
    if (asked && !asked.span) {
      if (PEOPLE.includes(asked.kind)) {
        const who = $('f-people').value.split('\n').map((line) => line.trim()).filter(Boolean).map(identifier);
        return { question: asked.id, set: { is: who }, ...more };
      }
      const value = (asked.kind === 'date' || asked.kind === 'received' ? $('f-date').value : $('f-value').value).trim();
      return { question: asked.id, set: { is: value ? value : [] }, ...more };
    }
    const [verb, kind] = $('f-what').value.split(/:(.*)/s);
    let set = { [verb]: kind };
    if (verb === 'read') set = { read: $('f-read').value };
    if (verb === 'note') set = { note: $('f-note').value };
    if (verb === 'level') set = { level: Number($('f-level').value) };
    if (verb === 'is' && (kind === 'date' || kind === 'time')) Object.assign(set, dated($('f-date').value));
    if (verb === 'is' && ['person', 'place', 'organisation', 'form of address'].includes(kind) && $('f-entry').value.trim()) set.entry = identifier($('f-entry').value);
    if (verb === 'is' && kind === 'foreign' && $('f-language').value.trim()) set.language = $('f-language').value.trim();
    if (asked) return { question: asked.id, set, ...more };
    return { span: chosen || find($('f-words').value), set, ...more };
  };

  // Where typed words stand, if they stand in one place.
  const find = (typed) => {
    const pattern = new RegExp(typed.trim().split(/\s+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'gu');
    const found = typed.trim() ? [...sheet.text.matchAll(pattern)] : [];
    if (found.length !== 1) throw new Error(found.length ? 'These words stand there more than once: type more of the line.' : 'These words are not in the transcript.');
    const from = Array.from(sheet.text.slice(0, found[0].index)).length;
    return [from, from + Array.from(found[0][0]).length];
  };

  $('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    let fault = '';
    try { fault = await send(given()); } catch (error) { fault = error.message; }
    $('form-fault').textContent = fault;
    if (!fault) { $('form-dialog').close(); chosen = null; getSelection().removeAllRanges(); }
  });
  $('form-close').addEventListener('click', () => $('form-dialog').close());
  $('form-dialog').addEventListener('close', () => { asked = null; chosen = null; show(); });
  $('f-what').addEventListener('change', wanted);
  $('f-add').addEventListener('change', () => {
    const who = identifier($('f-add').value);
    if (who) $('f-people').value = [...$('f-people').value.split('\n').filter((line) => line.trim()), who].join('\n');
    $('f-add').value = '';
  });

  // ---- choosing words in the transcript

  const offset = (node, inside) => {
    const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-from]');
    if (!part) return null;
    const text = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, inside) : inside ? part.textContent : '';
    return Number(part.dataset.from) + Array.from(text).length;
  };

  const selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !$('transcript').contains(selection.anchorNode)) return null;
    const range = selection.getRangeAt(0);
    let from = offset(range.startContainer, range.startOffset);
    let to = offset(range.endContainer, range.endOffset);
    if (from === null) return null;
    if (to === null) to = from + Array.from(selection.toString().trimEnd()).length;
    while (from < to && /\s/.test(points[from])) from += 1;
    while (to > from && /\s/.test(points[to - 1])) to -= 1;
    return to > from ? [from, to] : null;
  };

  document.addEventListener('selectionchange', () => {
    const span = selected();
    $('say').hidden = !span || $('form-dialog').open;
    if (!span) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    $('say').style.left = `${Math.max(8, Math.min(box.left, innerWidth - 260))}px`;
    $('say').style.top = `${Math.min(box.bottom + 8, innerHeight - 50)}px`;
  });
  $('say').addEventListener('mousedown', (event) => event.preventDefault());
  $('say').addEventListener('click', () => say(selected()));

  $('transcript').addEventListener('click', (event) => {
    const part = event.target.closest('[data-q]');
    if (!part || selected()) return;
    const id = part.dataset.q.split(' ').find((each) => sheet.questions.some((one) => one.id === each));
    if (!id) return;
    const index = order.findIndex((one) => one.id === id);
    asked = index < 0 ? sheet.questions.find((one) => one.id === id) : null;
    if (index >= 0) at = index;
    show();
    asked = index < 0 ? asked : null;
  });

  // ---- keys and buttons

  const actions = {
    a: () => !$('accept').disabled && answer('accept'),
    r: () => !$('reject').disabled && answer('reject'),
    e: () => !$('change').disabled && change(current()),
    x: () => !$('retract').disabled && answer('retract'),
    n: () => move(1),
    p: () => move(-1),
    s: () => go(1),
    u: undo,
    w: () => say(selected()),
    '?': () => $('help').showModal(),
  };
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const action = sheet && actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  for (const [id, key] of Object.entries({ accept: 'a', reject: 'r', change: 'e', retract: 'x', next: 'n', previous: 'p', undo: 'u', 'help-open': '?' })) {
    $(id).addEventListener('click', () => actions[key]());
  }
  $('next-document').addEventListener('click', () => go(1));
  $('previous-document').addEventListener('click', () => go(-1));
  $('documents').addEventListener('change', () => open($('documents').value));
  $('all').addEventListener('change', listed);
  $('reading').addEventListener('load', mark);

  // What somebody else changes on the disk is shown as soon as it is seen.
  setInterval(async () => {
    if (!sheet || document.hidden || document.querySelector('dialog[open]')) return;
    try {
      const { version } = await ask(`documents/${encodeURIComponent(sheet.id)}/version`);
      if (version !== sheet.version) { await open(sheet.id, true); tell('The transcript or its decisions were changed on the disk.'); }
    } catch { /* the server was stopped */ }
  }, 2000);

  learn();
})();
