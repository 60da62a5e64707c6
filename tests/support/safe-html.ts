const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries('p h2 h3 h4 h5 h6 ul li blockquote pre code em strong del'.split(' ').map((tag) => [tag, []])),
  ...Object.fromEntries('table thead tbody tr hr br'.split(' ').map((tag) => [tag, []])),
  a: ['href', 'rel'],
  ol: ['start'],
  th: ['align'],
  td: ['align'],
};

/**
 * What is wrong with a rendered text, as sentences; none when it is safe. Stricter than any browser: it takes only the
 * one spelling the renderer uses, so there is nothing for two parsers to disagree about.
 */
export function faultsOf(html: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const words = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)( \/)?>/g, (_, end, tag, attributes, empty) => {
    if (!(tag in allowed)) faults.push(`<${tag}> is not allowed`);
    if (end) {
      if (open.pop() !== tag) faults.push(`</${tag}> closes something else`);
    } else if (!empty) {
      open.push(tag);
    }
    faults.push(...attributeFaults(tag, attributes));
    return '';
  });
  if (/[<>]/.test(words)) faults.push('a sign of a tag is left in the words');
  if (open.length > 0) faults.push(`<${open.join('> <')}> is never closed`);
  return faults;
}

function attributeFaults(tag: string, attributes: string): string[] {
  return [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) => {
    if (!allowed[tag]?.includes(name)) return [`<${tag} ${name}> is not allowed`];
    if (name === 'href' && !/^(?:https?:\/\/[^/\\]|mailto:|tel:|\/(?![/\\]))[!-~]*$/.test(value))
      return [`a link to ${value}`];
    return [];
  });
}
