import { type HTMLElement, parse } from 'node-html-parser';
import { expect } from 'vitest';

export interface Page {
  status: number;
  /** Path and query of the answer's address, or where a redirect points. */
  path: string;
  headers: Headers;
  body: string;
  html: HTMLElement;
  /** What a person reads, white space folded. */
  text: string;
}

/** Somebody with a browser that has no JavaScript: keeps cookies, opens pages, sends forms. Each page is checked unasked. */
export class Visitor {
  readonly url: string;
  #cookies = new Map<string, string>();

  constructor(url: string, cookie?: string) {
    this.url = url;
    if (cookie) this.#keep(cookie);
  }

  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Opens a page without following redirects. */
  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask(path, { headers });
  }

  /** Opens a page and goes where it leads. */
  async open(path: string): Promise<Page> {
    const page = await this.get(path);
    return isRedirect(page) ? this.open(page.path) : page;
  }

  /** Sends a form to an action, as the page that shows it would, without following the redirect. */
  send(path: string, action: string, fields: Record<string, string | readonly string[]>): Promise<Page> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    const address = `${path}${path.includes('?') ? '&' : '?'}_action=${action}`;
    return this.#ask(address, { method: 'POST', body, headers: { origin: this.url } });
  }

  /** The same for a form with files in it. */
  sendFiles(path: string, action: string, body: FormData): Promise<Page> {
    return this.#ask(`${path}?_action=${action}`, { method: 'POST', body, headers: { origin: this.url } });
  }

  async #ask(path: string, init: RequestInit): Promise<Page> {
    const headers = { ...(init.headers as Record<string, string>), ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie.split(';')[0] ?? '');
    const body = await response.text();
    const html = parse(body);
    const page: Page = {
      status: response.status,
      path: response.headers.get('location') ?? path,
      headers: response.headers,
      body,
      html,
      text: readable(html),
    };
    checkPage(page, path);
    return page;
  }

  #keep(cookie: string) {
    const at = cookie.indexOf('=');
    const [name, value] = [cookie.slice(0, at), cookie.slice(at + 1)];
    if (value) this.#cookies.set(name, value);
    else this.#cookies.delete(name);
  }
}

const isRedirect = (page: Page) => page.status >= 300 && page.status < 400;

function readable(html: HTMLElement): string {
  for (const hidden of html.querySelectorAll('script, style, template'))
    if (hidden.getAttribute('type') !== 'application/ld+json') hidden.remove();
  const body = html.querySelector('body') ?? html;
  return body.textContent.replace(/\s+/g, ' ').trim();
}

/** The house rules for every answer and every page, whichever test asked for it. */
export function checkPage(page: Page, path: string) {
  expect(page.status, `${path} must not break`).toBeLessThan(500);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy, `${path} needs a content security policy`).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
  if (page.headers.get('content-type')?.startsWith('text/html') && page.body) checkHtml(page, path);
}

function checkHtml({ html, status }: Page, path: string) {
  const all = html.querySelectorAll('*');
  const ids = html.querySelectorAll('[id]').map((element) => element.id);
  const headings = html.querySelectorAll('h1').map((heading) => heading.textContent.replace(/\s+/g, ' ').trim());
  expect(html.querySelector('html')?.getAttribute('lang'), `${path}: the language of the page`).toBeTruthy();
  expect(headings, `${path}: exactly one h1`).toHaveLength(1);
  const title = html.querySelector('title')?.textContent.trim() ?? '';
  const isWrong = status >= 400 && title.startsWith('Error: ');
  expect(title, `${path}: the title starts with the h1`).toSatisfy(() =>
    title.slice(isWrong ? 'Error: '.length : 0).startsWith(headings[0] ?? ''),
  );
  if (status >= 400 && html.querySelector('.error-summary'))
    expect(isWrong, `${path}: the title says first that there is a problem`).toBe(true);
  expect(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    `${path}: ids that stand twice`,
  ).toEqual([]);
  expect(unlabelled(html), `${path}: fields without a label`).toEqual([]);
  for (const form of html.querySelectorAll('form')) {
    expect(['get', 'post'], `${path}: a form's method`).toContain(form.getAttribute('method')?.toLowerCase());
    expect(form.getAttribute('action'), `${path}: a form's action`).toBeTruthy();
  }
  const inline = all.filter((element) =>
    Object.keys(element.attributes).some((name) => name === 'style' || /^on/i.test(name)),
  );
  expect(
    inline.map((element) => element.tagName),
    `${path}: inline styles or handlers`,
  ).toEqual([]);
}

function unlabelled(html: HTMLElement): string[] {
  const labelled = new Set(html.querySelectorAll('label[for]').map((label) => label.getAttribute('for')));
  return html
    .querySelectorAll('input, select, textarea')
    .filter((field) => !['hidden', 'submit', 'button'].includes(field.getAttribute('type') ?? ''))
    .filter(
      (field) =>
        !labelled.has(field.id) &&
        !field.getAttribute('aria-label') &&
        !field.getAttribute('aria-labelledby') &&
        !field.closest('label'),
    )
    .map((field) => field.getAttribute('name') ?? field.toString());
}
