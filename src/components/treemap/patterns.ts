/**
 * How a channel's review stands, told by colour and, for those who see no colour or print without, by dots, lines and a
 * net. `name` ends each id, so that several drawings can stand on one page.
 */
export const patternsFor = (name: string): string =>
  `<defs>${[
    pattern(`fine-${name}`, 8, '', '<rect class="state-fine" width="8" height="8"/>'),
    pattern(
      `due-soon-${name}`,
      9,
      '',
      '<rect class="state-due-soon" width="9" height="9"/><circle class="state-due-soon-mark" cx="4.5" cy="4.5" r="1.4"/>',
    ),
    pattern(
      `overdue-${name}`,
      8,
      TILTED,
      '<rect class="state-overdue" width="8" height="8"/><rect class="state-overdue-mark" width="2.5" height="8"/>',
    ),
    pattern(
      `never-${name}`,
      9,
      TILTED,
      '<rect class="state-never" width="9" height="9"/><path class="state-never-mark" d="M0 0H9M0 0V9"/>',
    ),
  ].join('')}</defs>`;

const TILTED = ' patternTransform="rotate(45)"';

const pattern = (id: string, size: number, turn: string, content: string) =>
  `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}>${content}</pattern>`;
