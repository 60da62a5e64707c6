import type { Stage } from '#domain/meetups/rsvp-rules.ts';
import type { IconName } from './icons.ts';

interface HostTool {
  text: string;
  href: string;
  icon: IconName;
}

interface Asked {
  slug: string;
  stage: Stage;
  /** Somebody said how many came. */
  isClosed: boolean;
  /** Announcing is for staff; hosts may come from a partner. */
  mayAnnounce: boolean;
}

/** What hosts can do about a meetup at its stage, in the order in which an afternoon goes; only what fits the stage. */
export function listHostTools({ slug, stage, isClosed, mayAnnounce }: Asked): { when: string; tools: HostTool[] }[] {
  const tool = (icon: IconName, text: string, page: string) => ({ icon, text, href: `/meetups/${slug}/${page}` });
  const another = { icon: 'plus' as const, text: 'Announce another like it', href: `/meetups/new?like=${slug}` };
  const isAhead = stage === 'open' || stage === 'started';
  const before = [
    tool('people', isAhead ? 'Who is coming' : 'Who wanted to come', 'rsvps'),
    ...(isAhead ? [tool('cup', 'Topics', 'topics')] : []),
    tool('mail', 'Write to them', 'letters'),
    tool('edit', 'Change it', 'edit'),
    tool('flag', 'Training there', 'training'),
    ...(isAhead ? [tool('cross', 'Cancel it', 'cancellation')] : []),
  ];
  const door = [
    ...(isAhead ? [tool('check', 'At the door', 'door'), tool('chair', 'Tables', 'tables')] : []),
    tool('clock', 'Running order', 'running-order'),
    ...(isAhead ? [tool('print', 'Sign-in sheet', 'sign-in-sheet')] : []),
    ...(stage === 'over' ? [tool('people', 'Type the sign-in sheet back', 'sign-in-sheet/typed')] : []),
  ];
  const closing = [
    tool('lesson', 'Notes', 'notes'),
    tool('flag', isClosed ? 'Mend the closing' : 'Close it', 'closing'),
  ];
  return [
    { when: 'Before', tools: before },
    { when: 'At the door', tools: stage === 'cancelled' ? [] : door },
    {
      when: 'After',
      tools: [...(stage === 'started' || stage === 'over' ? closing : []), ...(mayAnnounce ? [another] : [])],
    },
  ].filter(({ tools }) => tools.length > 0);
}
