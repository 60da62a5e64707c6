import type { JargonWord } from './plain-words-rules.ts';

const USUAL: [term: string, instead: string][] = [
  ['action plan', 'what we will do, and when'],
  ['at this point in time', 'now'],
  ['best practice', 'what worked'],
  ['capacity building', 'training'],
  ['commence', 'start'],
  ['deliverables', 'what we will make'],
  ['facilitate', 'help'],
  ['going forward', 'from now on'],
  ['in order to', 'to'],
  ['key stakeholders', 'the people it concerns'],
  ['leverage', 'use'],
  ['low-hanging fruit', 'what is easy'],
  ['methodology', 'way of working'],
  ['prior to', 'before'],
  ['reach out', 'ask, write or ring'],
  ['roll out', 'start everywhere'],
  ['service users', 'people'],
  ['signpost', 'tell people where to go'],
  ['stakeholders', 'people it concerns'],
  ['synergy', 'working together'],
  ['utilise', 'use'],
  ['with regard to', 'about'],
];

/** What a site can begin its list with. */
export const USUAL_JARGON: readonly JargonWord[] = USUAL.map(([term, instead]) => ({ term, instead }));
