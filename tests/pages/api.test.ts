import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { ANSWERS, exampleOf, OPERATIONS } from '#server/api/operations.ts';
import { problemShape } from '#server/api/shapes.ts';
import { openPrograms } from '#tests/support/api.ts';
import { openFilledTown } from '#tests/support/everybody.ts';

const { town, people } = await openFilledTown();
const { ask, tokenOf } = openPrograms(town);
const idOf = (who: string) => (people[who] as unknown as { person: { id: string } }).person.id;

test('the document of the interface is OpenAPI 3.1, and names every address there is', async () => {
  const { json, headers } = await ask('/api/openapi.json');
  const checked = await new Validator().validate(structuredClone(json));
  expect(checked.errors ?? []).toEqual([]);
  expect([checked.valid, json.openapi]).toEqual([true, '3.1.1']);
  expect(Object.keys(json.paths)).toEqual([...new Set(OPERATIONS.map(({ path }) => path))]);
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

test('every example of the document does what it says, and its answer has the shape that it promises', async () => {
  const { json: document } = await ask('/api/openapi.json');
  const owner = await tokenOf(idOf('librarian'), 'channels:read', 'channels:review', 'lessons:draft');
  for (const operation of OPERATIONS) {
    const { method, path, needs, answer, makes } = operation;
    const described = document.paths[path][method];
    const body = described.requestBody?.content['application/json'].example;
    const sent = body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    };
    const { status, json } = await ask(exampleOf(operation), needs && owner, sent);
    expect(status, path).toBe(makes ? 201 : 200);
    expect(ANSWERS[answer].safeParse(json).error, path).toBe(undefined);
    expect(JSON.stringify(json), path).not.toMatch(/"(channels|units|lessons)":\[\]/);
  }
});

test('what staff see with a token has the promised shape too, for every channel', async () => {
  const token = await tokenOf(idOf('librarian'), 'channels:read');
  const { json } = await ask('/api/channels?limit=200', token);
  expect(ANSWERS.Channels.safeParse(json).error).toBe(undefined);
  expect(json.channels[0]).toHaveProperty('openedOn');
  expect(json.channels.some(({ circle }: { circle: string }) => circle === 'staff')).toBe(true);
});

test('every problem is one of the documented ones', async () => {
  const { json: document } = await ask('/api/openapi.json');
  for (const path of ['/api/channels?zz=1', '/api/channels/nope', '/api/verify', '/api/units/nope', '/api/nope']) {
    const { status, json, headers } = await ask(path);
    expect(headers.get('content-type'), path).toBe('application/problem+json');
    expect(problemShape.safeParse(json).error, path).toBe(undefined);
    expect(json.status).toBe(status);
    const known = document.paths[path.split('?')[0]?.replace('nope', '{slug}') as string]?.get;
    if (known) expect(Object.keys(known.responses), path).toContain(String(status));
    const page = await people['stranger']?.get('/api');
    expect(page?.html.querySelector(json.type.replace('/api', '')), json.type).not.toBe(null);
  }
});

test('the parts of a list hold each channel once, whatever comes and goes between them', async () => {
  const slugs: string[] = [];
  for (let path = '/api/channels?limit=7&status=open', part = 0; path; part += 1) {
    const { json, headers } = await ask(path);
    slugs.push(...json.channels.map(({ slug }: { slug: string }) => slug));
    expect(headers.get('link')).toBe(json.next && `<${json.next}>; rel="next"`);
    path = json.next;
    if (part === 0)
      await town.site.write((tx) =>
        tx
          .update(tx.tables.channels)
          .set({ name: 'Renamed' })
          .then(() => {}),
      );
  }
  const { json } = await ask('/api/channels?limit=200&status=open');
  expect(slugs).toEqual(json.channels.map(({ slug }: { slug: string }) => slug));
  expect([slugs.length > 20, new Set(slugs).size]).toEqual([true, slugs.length]);
});
