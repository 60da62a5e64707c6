import html from '../fixtures/hostile/html.json' with { type: 'json' };
import links from '../fixtures/hostile/links.json' with { type: 'json' };

/** Where each piece of hostile HTML is put; by turns, so that every piece meets several. */
const places: ((vector: string) => string)[] = [
  (vector) => `Words before ${vector} and after`,
  (vector) => `# ${vector}`,
  (vector) => `- one\n  - ${vector}\n- two`,
  (vector) => `> ${vector}\n> and on`,
  (vector) => `| a | b |\n|---|---|\n| ${vector} | x |`,
  (vector) => `**_${vector}_**`,
  (vector) => `[${vector}](https://example.org)`,
  (vector) => `![${vector}](https://example.org/x.png "${vector}")`,
  (vector) => `[x](https://example.org "${vector}")`,
  (vector) => `\`\`\`${vector}\n${vector}\n\`\`\`\n${vector}`,
  (vector) => `\`${vector}\`\``,
  (vector) => `[x]: https://example.org '${vector}'\n\n[x]`,
  (vector) => `<br${vector}<br>${vector}`,
  (vector) => `<em>\n\n${vector}\n\n</em>`,
];

const disguises: ((vector: string) => string)[] = [
  (vector) => vector.replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  (vector) => vector.replace(/[<>]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  (vector) => vector.replace(/[<>"']/g, (sign) => `&amp;#x${sign.charCodeAt(0).toString(16)};`),
  (vector) => vector.replace(/[<>"']/g, '\\$&'),
  (vector) => vector.replace(/<(\w)/g, '<\0$1'),
  (vector) => vector.replace(/</g, '\uFF1C').replace(/>/g, '\uFF1E'),
  (vector) => vector.replace(/ /g, '\f').replace(/=/g, '\n='),
  (vector) => encodeURIComponent(vector),
];

/** Every way Markdown has of making an address into something. */
const addresses: ((link: string) => string)[] = [
  (link) => `[x](${link})`,
  (link) => `[x](<${link}>)`,
  (link) => `<${link}>`,
  (link) => `[x][1]\n\n[1]: ${link}`,
  (link) => `![x](${link})`,
  (link) => `[![x](${link})](${link})`,
  (link) => `<a href="${link}">x</a>`,
  (link) => `see ${link} or https://example.org/?next=${link}`,
];

/** Some 600 distinct texts that try to run, frame, restyle, phone home or break out of their place: put them in any field. */
export function hostileTexts(): string[] {
  return [
    ...new Set([
      ...html,
      ...html.map((vector, i) => pick(places, i)(vector)),
      ...html.filter((_, i) => i % 3 === 0).map((vector, i) => pick(disguises, i)(vector)),
      ...links.flatMap((link, i) => [pick(addresses, i)(link), pick(addresses, i + 3)(link)]),
    ]),
  ];
}

/** Every hostile text, dealt out to the fields in turn: one record for each hand. */
export function deal(fields: readonly string[]): Record<string, string>[] {
  const texts = hostileTexts();
  const hands = Math.ceil(texts.length / fields.length);
  return Array.from({ length: hands }, (_, hand) =>
    Object.fromEntries(
      fields.map((field, at) => [field, (texts[(hand * fields.length + at) % texts.length] ?? '').slice(0, 190)]),
    ),
  );
}

function pick<T>(choices: readonly T[], turn: number): T {
  return choices[turn % choices.length] as T;
}
