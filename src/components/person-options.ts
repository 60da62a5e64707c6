import type { Option } from './form.ts';

interface Member {
  id: string;
  name: string;
  unit: string | null;
  organisation: string | null;
}

/** People to choose one from, each with where they belong; `none` is what stands before anybody is chosen. */
export const personOptions = (members: readonly Member[], none: string): Option[] => [
  { value: '', label: none },
  ...members
    .filter(({ name }) => name !== '')
    .map(({ id, name, unit, organisation }) => ({
      value: id,
      label: [name, unit ?? organisation].filter(Boolean).join(', '),
    })),
];
