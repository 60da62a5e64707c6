import { isRegisterKeeper } from '#domain/channels/channel-rules.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import type { IconName } from './icons.ts';

interface RegisterTool {
  text: string;
  href: string;
  icon: IconName;
}

const tool = (icon: IconName, text: string, href: string): RegisterTool => ({ icon, text, href });

const YOURS = [
  tool('check', 'Reviews due', '/reviews'),
  tool('edit', 'Found wrong', '/corrections'),
  tool('people', 'Hand-overs', '/hand-overs'),
  tool('question', 'Requests', '/requests'),
];

const KEEPING = [
  tool('globe', 'Look-alikes', '/look-alikes'),
  tool('flag', 'Health', '/channels/health'),
  tool('lesson', 'Training records', '/training/records'),
  tool('next', 'People who leave', '/people/leaving'),
];

const CHANGING = [
  tool('edit', 'Change several', '/channels?select=true'),
  tool('download', 'Bring in a list', '/channels/import'),
];

/** Where the work with channels is, for those who have some; nothing for everyone else. */
export function listRegisterTools(viewer: Viewer): { when: string; tools: RegisterTool[] }[] {
  if (!viewer.person || viewer.circle === 'public') return [];
  const isKeeper = isRegisterKeeper(viewer);
  const emergency = tool('warning', 'Emergency sheet', '/channels/emergency');
  return [
    {
      when: isKeeper ? 'Waiting' : 'Yours',
      tools: [...YOURS, ...(viewer.circle === 'staff' && !isKeeper ? [emergency] : [])],
    },
    ...(isKeeper
      ? [
          { when: 'Keeping', tools: [...KEEPING, emergency] },
          { when: 'Changing', tools: CHANGING },
        ]
      : []),
  ];
}
