import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openCommandRoom } from '#tests/support/command-room.ts';
import { REGISTRY_SAMPLE } from '#tests/support/register-files.ts';

const openRoom = () => openCommandRoom('channels');

const SAMPLE = fileURLToPath(REGISTRY_SAMPLE);
const COUNT = 'select count(*) from channels';

test('an administrator tries a file, imports it, mends what was refused and imports that', async () => {
  const { finish, ask, file } = await openRoom();
  const args = ['--map', 'us-digital-registry'];
  const dry = await finish('import', SAMPLE, ...args, '--dry-run');
  expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was changed. This would happen: 192') });
  expect(ask(COUNT)).toBe(0);
  const done = await finish('import', SAMPLE, ...args, '--rejects', file('rejects.csv'));
  expect(done.said).toContain('162 added, 0 changed, 0 as they are');
  expect(done.said).toContain('30 refused');
  expect(ask(COUNT)).toBe(162);

  const rejects = readFileSync(file('rejects.csv'), 'utf8');
  expect(rejects.split('\r\n')[0]).toMatch(/^\ufeffid,organization,.*,line,reason$/);
  writeFileSync(
    file('rejects.csv'),
    rejects.replace('http://instagram/glencanyonnps', 'http://instagram.com/glencanyonnps'),
  );
  const mended = await finish('import', file('rejects.csv'), ...args, '--rejects', file('again.csv'));
  expect(mended.said).toContain('1 added');
  expect(ask(COUNT)).toBe(163);
  expect(readFileSync(file('again.csv'), 'utf8').split('\r\n')[0]).toBe(rejects.split('\r\n')[0]);
});

test('a mapping of one’s own says which column is which', async () => {
  const { finish, ask, file } = await openRoom();
  const columns = { name: { from: ['Titel'] }, unit: { always: 'Press office' }, link: { from: ['Adresse'] } };
  writeFileSync(file('mapping.json'), JSON.stringify({ label: 'our old list', columns }));
  writeFileSync(file('list.csv'), 'Titel;Adresse;Egal\nPool;x.com/pool;1\n');
  expect((await finish('import', file('list.csv'), '--map', file('mapping.json'))).said).toContain('1 added');
  expect(ask('select name from units')).toBe('Press office');
});

test('an administrator writes the register to a file, which imported again changes nothing', async () => {
  const { finish, ask, file } = await openRoom();
  await finish('import', SAMPLE, '--map', 'us-digital-registry');
  const done = await finish('export', file('all.csv'));
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining('all.csv') });
  const lines = readFileSync(file('all.csv'), 'utf8').split('\r\n');
  expect([lines[0]?.startsWith('\ufeffslug,name'), lines[0]?.includes('signInPlace')]).toEqual([true, true]);
  expect(readdirSync(dirname(file('all.csv')))).not.toContain('all.csv.part');
  expect((await finish('import', file('all.csv'))).said).toContain('0 added, 0 changed, 162 as they are');
  expect(ask(COUNT)).toBe(162);
  await finish('export', file('everyone.csv'), '--circle', 'public');
  expect(readFileSync(file('everyone.csv'), 'utf8').split('\r\n')[0]).not.toMatch(/signInPlace|notes/);
  const wrong = await finish('export', file('no/such/folder.csv'));
  expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('cannot be written') });
});

test('what cannot be read is told in one sentence, and nothing is changed', async () => {
  const { finish, file } = await openRoom();
  writeFileSync(file('empty.csv'), '');
  writeFileSync(file('other.csv'), 'a,b\n1,2\n');
  writeFileSync(file('mapping.json'), '{"label":"x","columns":{"colour":{"from":["a"]}}}');
  const wrong = [
    [[file('none.csv')], 'cannot be read'],
    [[file('empty.csv')], 'The file is empty.'],
    [[file('other.csv')], 'The first line must name the columns'],
    [[SAMPLE, '--map', file('mapping.json')], 'The mapping fills “colour”'],
    [[SAMPLE, '--map', 'nowhere.json'], 'There is no such file'],
    [[file('other.csv'), '--map', 'us-digital-registry'], 'there is no column “id”'],
  ] as const;
  for (const [args, sentence] of wrong)
    expect(await finish('import', ...args)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
});

test('an import that is killed in the middle of writing leaves nothing, and runs again', async () => {
  const { killWhileItFills, finish, ask, file } = await openRoom();
  const lines = Array.from({ length: 600 }, (_, n) => `Channel ${n},Unit ${n % 50},https://x.com/channel${n}`);
  writeFileSync(file('many.csv'), `name,unit,link\n${lines.join('\n')}\n`);
  await finish('import', SAMPLE, '--map', 'us-digital-registry', '--dry-run'); // makes the database
  expect(await killWhileItFills('channels', 'import', file('many.csv'))).toBe('SIGKILL');
  expect(ask(COUNT)).toBe(0);
  expect(ask('pragma integrity_check')).toBe('ok');
  await finish('import', file('many.csv'));
  expect(ask(COUNT)).toBe(600);
});
