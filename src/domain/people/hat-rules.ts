/** What somebody may speak for: their unit, their organisation, a channel they answer for. */
export const HAT_KINDS = ['unit', 'organisation', 'channel'] as const;
export type HatKind = (typeof HAT_KINDS)[number];

export interface Hat {
  kind: HatKind;
  id: string;
  name: string;
}

/** How a form sends a hat; nobody's is the empty text. */
export const hatKey = ({ kind, id }: Pick<Hat, 'kind' | 'id'>) => `${kind}:${id}`;

/** The hat that a form sent, among those its wearer has: `forged` when it is none of them, null when they speak as themselves. */
export function chooseHat(hats: readonly Hat[], key: string): Hat | null | 'forged' {
  if (key === '') return null;
  return hats.find((hat) => hatKey(hat) === key) ?? 'forged';
}

export const NOT_YOUR_HAT = 'You may not speak for that, or not any more. Choose again whom you speak for';
