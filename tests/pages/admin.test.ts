import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { listKeepers } from '#domain/reviews/due-queries.ts';
import { openCommandRoom } from '#tests/support/command-room.ts';
import { openTestSite } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

test('only an admin gets in', async () => {
  const keeper = await town.signedIn('kofi@council.example', { roles: ['keeper'] });
  expect((await keeper.get('/admin')).status).toBe(403);
  expect(await town.stranger().get('/admin')).toMatchObject({ status: 303, path: '/sign-in?next=%2Fadmin' });
});

test('an action asks who you are on whatever page it is sent to', async () => {
  const librarian = await town.signedIn('lena@council.example');
  const tried = await librarian.send('/about', 'admin.grantRole', { email: 'lena@council.example', role: 'admin' });
  expect(tried.status).toBe(403);
  expect((await librarian.get('/admin')).status).toBe(403);
});

test('an admin gives a role and takes it away, but the last admin stays', async () => {
  const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
  expect((await admin.send('/admin', 'admin.grantRole', { email: 'new@council.example', role: 'keeper' })).status).toBe(
    303,
  );
  expect((await admin.open('/admin')).text).toContain('new@council.example');
  const last = await admin.send('/admin', 'admin.revokeRole', { personId: admin.person.id, role: 'admin' });
  expect(last.status).toBe(409);
  expect(last.text).toContain('This is the only admin');
});

test('a moderator is on the staff, and is neither a keeper nor an admin', async () => {
  const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
  expect(await admin.send('/admin', 'admin.grantRole', { email: 'mo@home.example', role: 'moderator' })).toMatchObject({
    status: 303,
  });
  const moderator = await town.signedIn('mo@home.example');
  expect(moderator.person.circle).toBe('staff');
  expect((await moderator.get('/profile')).text).toContain('moderator');
  for (const path of ['/admin', '/look-alikes']) expect((await moderator.get(path)).status).toBe(403);
  expect((await listKeepers(town.site.read)).map(({ id }) => id)).not.toContain(moderator.person.id);
});

test('an invitation makes somebody with any address a partner', async () => {
  const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
  await admin.send('/admin', 'admin.addOrganisation', { name: 'River Trust', domains: 'river.example' });
  const page = await admin.open('/admin');
  const id = page.html.querySelector('[name=organisationId] option')?.getAttribute('value') ?? '';
  await admin.send('/admin', 'admin.invite', { invitee: 'pat@home.example', organisationId: id });
  expect((await town.signedIn('pat@home.example')).person).toMatchObject({ circle: 'partner', organisationId: id });
  expect((await town.signedIn('rae@river.example')).person).toMatchObject({ circle: 'partner', organisationId: id });
});

test('an admin sees the work that waits for its time, and has it done now', async () => {
  const admin = await town.signedIn('ada@council.example', { roles: ['admin'] });
  await town.runDueJobs();
  const page = await admin.open('/admin/jobs');
  expect(page.text).toContain('Forgets what guests needed, a week after the date');
  const jobId = page.html.querySelector('[name=jobId]')?.getAttribute('value') ?? '';
  const librarian = await town.signedIn('lena@council.example');
  expect((await librarian.get('/admin/jobs')).status).toBe(403);
  expect((await librarian.send('/about', 'admin.rerunJob', { jobId })).status).toBe(403);
  expect(await admin.send('/admin/jobs', 'admin.rerunJob', { jobId })).toMatchObject({ status: 303 });
  expect((await admin.send('/admin/jobs', 'admin.rerunJob', { jobId: 'nothing' })).status).toBe(404);
  const { jobs } = town.site.read.tables;
  const dueAt = async () => (await town.site.read.select().from(jobs).where(eq(jobs.id, jobId)))[0]?.dueAt;
  const wished = await dueAt();
  town.clock.forward(1);
  await town.runDueJobs();
  expect((await dueAt())?.getTime()).toBeGreaterThan(wished?.getTime() ?? Number.POSITIVE_INFINITY);
});

test('the demo has a door and an outbox; a real site has neither', async () => {
  expect((await town.stranger().get('/outbox')).status).toBe(404);
  const tried = await town.stranger().send('/about', 'demo.become', { as: 'admin' });
  expect(tried.status).toBe(404);
  expect(tried.headers.getSetCookie()).toEqual([]);
  expect(tried.body).not.toContain('demo.become');
});

test('the command gives a role to an address in one spelling, and not to what is no address', async () => {
  const { finish, ask } = await openCommandRoom('roles', 'grant', '--role', 'admin');
  const wrong = await finish('ada@@council.example');
  expect(wrong).toEqual({ code: 1, said: expect.stringContaining('Give a mail address, such as name@example.org.') });
  expect((await finish('Ada@Council.example')).said).toContain('ada@council.example is admin now.');
  expect(ask('select group_concat(email) from people')).toBe('ada@council.example');
});
