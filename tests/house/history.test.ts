import { expect, test } from 'vitest';
import { listSources } from './sources.ts';

/** What a command does to a channel's record, its access or its end. */
const CHANGES = /\.(update|delete|insert)\((tx\.tables\.)?(channels|channelAccess|channelClosures)\)/;
/** What writes it down. A review is a dated record of its own. */
const WRITES_DOWN = /addHistory|historyRow|channelReviews/;

/** Parts of a command that stands in another file and writes it down there. */
const ELSEWHERE = new Map([
  ['src/domain/channels/channel-ending-commands.ts', 'saveChannel'],
  ['src/domain/channels/import-commands.ts', 'addChannels, for channels that are closed from the start'],
]);

test('whoever changes a channel writes it into its history in the same file', () => {
  const silent = listSources()
    .filter(({ path }) => path.startsWith('src/domain/'))
    .filter(({ path, text }) => CHANGES.test(text) && !WRITES_DOWN.test(text) && !ELSEWHERE.has(path));
  expect(silent.map(({ path }) => `${path} changes a channel without a word in its history`)).toEqual([]);
});
