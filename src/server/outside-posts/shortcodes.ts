import { escapeHtml } from '#domain/mail/letter-rules.ts';

/** What stands between `{{< >}}`, `{{% %}}`, `{{ }}` or `{% %}`, and how it is written. */
const TAGS = /\{\{[<%](.*?)[>%]\}\}|\{\{(.*?)\}\}|\{%(.*?)%\}/gs;
const RAW = /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}/g;

interface Shortcode {
  name: string;
  /** Values without a name, in their order. */
  values: string[];
  named: Record<string, string>;
}

type Meaning = (code: Shortcode) => string;

const nothing: Meaning = () => '';
const picture: Meaning = ({ values, named }) => {
  const credit = named['credit'] ?? named['attr'];
  const facts = { src: named['src'] ?? values[0] ?? '', alt: named['alt'] ?? values.slice(1).at(-1) ?? '' };
  const all = Object.entries({ ...facts, ...(credit && { 'data-credit': credit }) });
  return `<img ${all.map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ')}>`;
};
const link = (href: string, words: string) => `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
const film: Meaning = ({ values: [url = '', title = 'A film'] }) => link(url, title);
const onYoutube: Meaning = ({ named: { id = '', title = 'A film' } }) =>
  link(`https://www.youtube.com/watch?v=${id}`, title);
const tweet: Meaning = ({ named: { user = '', id = '' } }) =>
  link(`https://twitter.com/${user}/status/${id}`, `A tweet by ${user}`);
const button: Meaning = ({ named: { href = '', text = href } }) => link(href, text);
const resource: Meaning = ({ named: { link: path = '', kicker = path } }) => link(rootPath(path), kicker);
const address: Meaning = ({ values }) => rootPath(values[0] ?? '');
const titled: Meaning = ({ named, values }) => {
  const title = named['title'] ?? values[0];
  return title ? `\n\n<h3>${escapeHtml(title)}</h3>\n\n` : '\n\n';
};
const quote: Meaning = ({ named }) =>
  `\n\n<blockquote><p>${escapeHtml(named['text'] ?? '')}</p><p>${escapeHtml(named['cite'] ?? '')}</p></blockquote>\n\n`;

/** The shortcodes and Liquid tags whose meaning can be kept in Markdown; the words between a pair of others stay. */
const MEANINGS: Record<string, Meaning> = {
  ...{ figure: picture, image: picture, image_with_class: picture, img: picture, 'img-right': picture },
  ...{ 'legacy-img': picture, 'legacy-img-right': picture },
  ...{ youtube: onYoutube, embed: film, 'fb-video': film, tweet, button, 'featured-resource': resource },
  'asset-static': ({ named }) => escapeHtml(named['label'] ?? named['file'] ?? ''),
  ...{ ref: address, link: address, tmp: address, url: address },
  team_link: ({ values }) => nameFromKey(values[0] ?? ''),
  ...{ team_photo: nothing, 'site.baseurl': nothing, comment: nothing, endcomment: nothing },
  ...{ accordion: titled, ring: titled, box: titled, note: titled, 'quote-block': quote },
  ...{ row: nothing, 'do-row': nothing, 'dont-row': nothing, 'do-dont-table': nothing },
};

/** Writes shortcodes as the HTML or Markdown they stand for; `lost` names those that have no meaning outside their site. */
export function replaceShortcodes(body: string): { text: string; lost: string[] } {
  const lost = new Set<string>();
  const replace = (whole: string, hugo?: string, output?: string, liquid?: string) => {
    const code = output === undefined ? readTag(hugo ?? liquid ?? '') : readOutput(output);
    if (code.name.startsWith('/') || code.name.startsWith('end')) return '';
    const meaning = MEANINGS[code.name];
    if (!meaning) lost.add(code.name || whole);
    return meaning?.(code) ?? '';
  };
  const parts = body.split(RAW);
  const text = parts.map((part, at) => (at % 2 === 1 ? part : part.replace(TAGS, replace))).join('');
  return { text, lost: [...lost] };
}

/** `legacy-img src="a.jpg" alt="A"`, `image "a.jpg" "A"` */
function readTag(tag: string): Shortcode {
  const [, name = '', rest = ''] = /^[-\s]*(\/?\s*[\w.-]+)([\s\S]*?)-?$/.exec(tag.trim()) ?? [];
  const named: Record<string, string> = {};
  const values: string[] = [];
  for (const [, key, double, single] of rest.matchAll(/(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)')/g)) {
    const value = double ?? single ?? '';
    if (key) named[key] = value;
    else values.push(value);
  }
  return { name: name.replace(/\s/g, ''), values, named };
}

/** `"/path/" | url`, `"https://…" | embed: "Title"`, `site.baseurl` */
function readOutput(output: string): Shortcode {
  const [, value = '', name, argument] =
    /^\s*["']([^"']*)["']\s*\|\s*(\w+)(?::\s*["']([^"']*)["'])?/.exec(output) ?? [];
  return name
    ? { name, values: argument ? [value, argument] : [value], named: {} }
    : { name: output.trim(), values: [], named: {} };
}

/** `communities/apis.md` → `/communities/apis/` */
const rootPath = (path: string) => {
  const plain = path.replace(/(?:\/_index|\/index)?\.md$/, '/');
  return /^(?:\/|https?:)/.test(plain) ? plain : `/${plain}`;
};

/** `aaron-meyers` → `Aaron Meyers` */
export const nameFromKey = (key: string): string =>
  key
    .split(/[-_]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
