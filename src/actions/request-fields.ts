import { z } from 'astro/zod';
import { line, longText, madeId, optionalLine, optionalText } from './fields.ts';
import { memberLine } from './member-fields.ts';

const optionalDay = z
  .union([z.literal('').transform(() => null), z.iso.date('Enter a date')])
  .nullish()
  .transform((day) => day ?? null);

/** A new channel as far as somebody has thought of it: first of all whom it is for, and what they can do because of it. */
export const draftOpening = z.object({
  id: madeId,
  who: line(100, 'Say who it is for, such as “carers of people with dementia”'),
  canDo: line(190, 'Say what they will be able to do because of it, such as “see when a place is free”'),
  audience: line(200, 'Say whom you want to reach'),
  unitId: line(64, 'Choose the unit it would belong to'),
  name: optionalLine(120),
  link: optionalLine(2000),
  platformKey: optionalLine(64),
  deputy: memberLine,
  whyNew: optionalText(1000),
  whoPosts: optionalText(500),
  eveningsAndWeekends: optionalText(300),
  examples: optionalText(1000),
  risks: optionalText(500),
  managerName: optionalLine(120),
  managerAgreedOn: optionalDay,
});

/** All that keepers need to decide. */
export const wholeOpening = draftOpening.extend({
  name: line(120, 'Enter the name it will have'),
  whyNew: longText(1000, 'Say why one of the channels that are there will not do'),
  whoPosts: longText(500, 'Say who will post, and how often'),
  eveningsAndWeekends: longText(300, 'Say who looks in the evening and at the weekend, or that nobody does'),
  managerName: line(120, 'Say which manager agreed'),
  managerAgreedOn: z.iso.date('Enter the day on which they agreed'),
});
