import { expect, test } from 'vitest';
import { announce, fieldOf, meetupFields, SAM, typedIn } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const { stranger, signedIn } = await openTestSite();

test.each(['partner', 'staff'] as const)('a meetup for %s is on no page of those outside', async (circle) => {
  const sam = await signedIn(SAM);
  const pat = await signedIn('pat@trust.example');
  const rita = await signedIn('rita@home.example');
  const path = await announce(sam, { title: `Only ${circle}`, circle });
  const outside = circle === 'staff' ? [stranger(), rita, pat] : [stranger(), rita];
  const inside = circle === 'staff' ? [sam] : [sam, pat];
  for (const visitor of outside) {
    for (const hidden of [path, `${path}.ics`]) expect((await visitor.get(hidden)).status, hidden).toBe(404);
    expect((await visitor.open(`${path}/edit`)).text).not.toContain(`Only ${circle}`);
    expect((await visitor.get(`${path}/cancellation`)).status).toBe(404);
    expect((await visitor.get('/meetups')).text).not.toContain(`Only ${circle}`);
  }
  for (const visitor of inside) {
    const page = await visitor.get(path);
    expect(page.status).toBe(200);
    expect(page.html.querySelector('script[type="application/ld+json"]')).toBeNull();
    expect(page.html.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect((await visitor.get('/meetups')).text).toContain(`Only ${circle}`);
    expect((await visitor.get(`${path}.ics`)).status).toBe(200);
  }
});

test('only staff announce, and only hosts and admins change or cancel', async () => {
  const sam = await signedIn(SAM);
  const path = await announce(sam, { title: 'Guarded' });
  const { meetupId, seenAt } = typedIn(await sam.get(`${path}/edit`));
  const change = { ...meetupFields(SAM, { title: 'Taken over' }), meetupId, seenAt };
  const others = [
    await signedIn('tom@council.example'),
    await signedIn('pat@trust.example'),
    await signedIn('r@home.example'),
  ];
  for (const other of others) {
    expect((await other.get(`${path}/edit`)).status).toBe(403);
    expect((await other.get(`${path}/cancellation`)).status).toBe(403);
    expect((await other.send(`${path}/edit`, 'meetups.edit', change)).status).toBe(403);
    expect((await other.send(`${path}/edit`, 'meetups.cancel', { meetupId, reason: 'No' })).status).toBe(403);
    expect((await other.get(path)).html.querySelector('.host-tools')).toBeNull();
  }
  for (const other of others.slice(1)) {
    expect((await other.get('/meetups/new')).status).toBe(403);
    expect((await other.send('/meetups/new', 'meetups.announce', meetupFields(SAM))).status).toBe(403);
  }
  expect((await stranger().get(`${path}/edit`)).path).toContain('/sign-in?next=');
  expect((await stranger().send('/meetups/new', 'meetups.announce', meetupFields(SAM))).status).toBe(401);
  expect((await stranger().get(path)).text).not.toMatch(/Taken over|Cancelled/);
  const admin = await signedIn('ada@council.example', { roles: ['admin'] });
  expect((await admin.send(`${path}/edit`, 'meetups.edit', change)).status).toBe(303);
  expect((await stranger().get(path)).text).toContain('Taken over');
});

test('whoever has to sign in to find a page is led back to that page', async () => {
  const path = `${await announce(await signedIn(SAM), { title: 'Behind the door', circle: 'staff' })}?from=letter`;
  const page = await stranger().get(path);
  expect(page.status).toBe(404);
  const way = page.html.querySelector('main a[href^="/sign-in"]')?.getAttribute('href') ?? '';
  expect(fieldOf(await stranger().get(way), 'next')).toBe(path);
});
