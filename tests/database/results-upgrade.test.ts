import { expect, test } from 'vitest';
import { forEachEarlier } from '#tests/support/earlier.ts';

const RESULT_NOTED = '2026-02-03T12:00:00Z';

const rows = ({ at, no }: { at: (iso: string) => string; no: string }) => `
insert into units (id, slug, name, aliases) values ('u', 'u', 'Unit', '[]');
insert into platforms (key, label, kind, hosts, patterns, stop_words, needs_url, example) values ('p', 'P', 'place', '[]', '[]', '[]', ${no}, '');
insert into channels (id, slug, name, platform_key, languages, account_kind, mode, who_posts, unit_id, sign_in_kept_in, two_step_sign_in, emergency_use, status, circle, tags, created_at, updated_at, latest_result, latest_result_on) values
${[
  ['a', "'Fewer calls'", "'2026-03-01'"],
  ['b', "'Undated'", 'null'],
  ['c', "''", 'null'],
]
  .map(
    ([id, words, day]) =>
      `('${id}', '${id}', 'Channel', 'p', '[]', 'corporate', 'broadcast', '[]', 'u', 'unknown', 'unknown', ${no}, 'open', 'public', '[]', ${at(RESULT_NOTED)}, ${at(RESULT_NOTED)}, ${words}, ${day})`,
  )
  .join(',\n')};`;

forEachEarlier({ before: '0031_results', rows }, (open) => {
  test('the latest result of each channel becomes the first of its results, among staff', async () => {
    const { read, close } = await open();
    const { channelResults } = read.tables;
    expect(await read.select().from(channelResults).orderBy(channelResults.channelId)).toMatchObject([
      { channelId: 'a', words: 'Fewer calls', resultOn: '2026-03-01', circle: 'staff' },
      { channelId: 'b', words: 'Undated', resultOn: '2026-02-03', circle: 'staff' },
    ]);
    await close();
  });
});
