// A page of the preview: loads itself again when it has changed, and shows what was found in its document.
(() => {
  const script = document.currentScript;
  const tag = script.dataset.tag;
  const document_ = decodeURIComponent(location.pathname).replace(/^.*\//, '').replace(/(\.tei)?\.html$/, '');

  const changed = async () => {
    try {
      const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
      const now = answer.headers.get('ETag');
      if (answer.ok && now && now !== tag) location.reload();
    } catch { /* the server was stopped: the page stays as it is */ }
  };

  const panel = document.createElement('aside');
  panel.setAttribute('aria-label', 'Preview');
  panel.setAttribute('role', 'status');
  panel.lang = 'en';
  panel.dir = 'ltr';
  panel.hidden = true;
  panel.style.cssText = 'position:fixed;inset:auto 1rem 1rem auto;z-index:99;max-inline-size:min(30rem,calc(100vw - 2rem));'
    + 'max-block-size:50vh;overflow:auto;padding:.75rem 1rem;border:1px solid;border-inline-start:.4rem solid #b42318;'
    + 'border-radius:.4rem;background:Canvas;color:CanvasText;font:.875rem/1.45 system-ui,sans-serif;box-shadow:0 2px 12px #0004';

  const line = (name, text, style) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (style) element.style.cssText = style;
    return element;
  };

  const close = line('button', 'Close', 'float:inline-end;margin:0 0 .25rem .75rem;min-block-size:1.75rem;cursor:pointer;font:inherit');
  close.type = 'button';
  close.addEventListener('click', () => { panel.hidden = true; });

  // What concerns this document; on the edition's own pages, all errors.
  const mine = (finding) => finding.file === document_ || 'doc-' + finding.file === document_
    || (finding.severity === 'error' && !location.pathname.includes('/documents/'));

  const show = (findings) => {
    const shown = findings.filter(mine);
    panel.replaceChildren(close);
    panel.hidden = shown.length === 0;
    for (const { severity, code, place, message, hint } of shown) {
      panel.append(
        line('p', `${severity === 'error' ? 'Error' : 'Check'} ${code}: ${message}`, 'margin:0;font-weight:600;overflow-wrap:anywhere'),
        line('p', place, 'margin:0;opacity:.8;overflow-wrap:anywhere'),
        line('p', hint.charAt(0).toUpperCase() + hint.slice(1), 'margin:0 0 .5rem;overflow-wrap:anywhere'),
      );
    }
  };

  const source = new EventSource(script.src.replace(/\.js$/, ''));
  source.addEventListener('change', (event) => { show(JSON.parse(event.data)); changed(); });
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  document.body ? document.body.append(panel) : addEventListener('DOMContentLoaded', () => document.body.append(panel));
})();
