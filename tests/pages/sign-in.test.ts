import { beforeAll, expect, test } from 'vitest';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { openTestSite, PARTNER_DOMAIN, STAFF_DOMAIN } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

/** Asks for a link and returns the path in the letter. */
async function askForLink(email: string, next = '/') {
  const visitor = town.stranger();
  const sent = await visitor.send('/sign-in', 'signIn.request', { email, next });
  const letter = await town.mailbox.next(email);
  const path = new URL(letter.text?.match(/http\S+/)?.[0] ?? '').pathname;
  return { visitor, sent, letter, path, token: path.split('/').at(-1) ?? '' };
}

test('a mail link, one button, a name, and you are where you wanted to be', async () => {
  const { visitor, sent, path, token } = await askForLink(`ann.lee@${STAFF_DOMAIN}`, '/about');
  expect(sent).toMatchObject({ status: 303, path: '/sign-in/sent' });
  expect((await visitor.open(path)).html.querySelector('button')?.textContent).toContain('Sign in');
  const entered = await visitor.send(path, 'signIn.enter', { token });
  expect(entered).toMatchObject({ status: 303, path: '/profile?next=%2Fabout&notice=welcome' });
  expect((await visitor.open(entered.path)).text).toContain('Who are you?');
  const named = await visitor.send('/profile', 'people.saveProfile', { name: 'Ann Lee', next: '/about' });
  expect(named.path).toBe('/about?notice=profile-saved');
  expect((await visitor.open(named.path)).text).toContain('Ann Lee');
});

test('opening the link, as mail scanners do, spends nothing', async () => {
  const { path, token } = await askForLink(`scanned@${STAFF_DOMAIN}`);
  for (let time = 0; time < 3; time++) expect((await town.stranger().get(path)).headers.getSetCookie()).toEqual([]);
  expect((await town.stranger().send(path, 'signIn.enter', { token })).status).toBe(303);
});

test('a link works once, also when it is pressed twice at the same moment', async () => {
  const { path, token } = await askForLink(`twice@${STAFF_DOMAIN}`);
  const pressed = await Promise.all([1, 2, 3].map(() => town.stranger().send(path, 'signIn.enter', { token })));
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  const late = pressed.find(({ status }) => status === 410);
  expect(late?.text).toContain('This link has been used or is too old');
});

test('a link is too old after fifteen minutes', async () => {
  const { path, token, visitor } = await askForLink(`late@${STAFF_DOMAIN}`);
  town.clock.forward(16);
  expect((await visitor.send(path, 'signIn.enter', { token })).status).toBe(410);
  town.clock.forward(-16);
});

test('the answer is the same for an address we know and one we do not', async () => {
  await town.signedIn(`known@${STAFF_DOMAIN}`);
  for (const email of [`known@${STAFF_DOMAIN}`, 'stranger@elsewhere.example'])
    expect(await town.stranger().send('/sign-in', 'signIn.request', { email })).toMatchObject({
      status: 303,
      path: '/sign-in/sent',
    });
});

test('the table keeps neither the token of the mail nor that of the cookie', async () => {
  const { path, token, visitor } = await askForLink(`hashed@${STAFF_DOMAIN}`);
  await visitor.send(path, 'signIn.enter', { token });
  const { read } = town.site;
  const kept = JSON.stringify([
    await read.select().from(read.tables.sessions),
    await read.select().from(read.tables.signInTokens),
  ]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(visitor.cookie.split('=')[1]);
});

test('the circle follows from the address', async () => {
  const addresses = [
    `a@${STAFF_DOMAIN}`,
    `b@${PARTNER_DOMAIN}`,
    'c@elsewhere.example',
    `d@sub.${STAFF_DOMAIN}`,
    `e@${STAFF_DOMAIN}.evil.example`,
  ];
  const circles = await Promise.all(addresses.map(async (email) => (await town.signedIn(email)).person.circle));
  expect(circles).toEqual(['staff', 'partner', 'public', 'public', 'public']);
});

test('after five tries the form says when to come back, and no more mail goes out', async () => {
  const email = 'many@elsewhere.example';
  const tries = [];
  for (let time = 0; time < 6; time++) tries.push(await town.stranger().send('/sign-in', 'signIn.request', { email }));
  expect(tries.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429]);
  expect(tries[5]?.text).toMatch(/Please try again after \w+day .*\d/);
  expect(tries[5]?.html.querySelector('[name=email]')?.getAttribute('value')).toBe(email);
  town.clock.forward(16);
  expect((await town.stranger().send('/sign-in', 'signIn.request', { email })).status).toBe(303);
  town.clock.forward(-16);
});

test('a whole office signs in through one address on the network, while it sends no more than thirty letters elsewhere', async () => {
  town.clock.forward(40);
  const statuses = async (domain: string) => {
    const answers = [];
    for (let n = 0; n < 31; n++)
      answers.push(await town.stranger().send('/sign-in', 'signIn.request', { email: `n${n}@${domain}` }));
    return answers.map(({ status }) => status);
  };
  expect(await statuses('elsewhere.example')).toEqual([...Array(30).fill(303), 429]);
  expect(await statuses(STAFF_DOMAIN)).toEqual(Array(31).fill(303));
});

test('nobody is led off the site after signing in', async () => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil', 'javascript:alert(1)']) {
    town.clock.forward(16); // past the limit for one client
    const { visitor, path, token } = await askForLink(`led${next.length}@${STAFF_DOMAIN}`, next);
    const entered = await visitor.send(path, 'signIn.enter', { token });
    expect(entered.path).toBe('/profile?next=%2F&notice=welcome');
  }
});

test('signing out ends this session, signing out everywhere ends all', async () => {
  const [phone, desk] = [await town.signedIn(`two@${STAFF_DOMAIN}`), await town.signedIn(`two@${STAFF_DOMAIN}`)];
  const stolen = phone.cookie;
  await phone.send('/profile', 'signIn.leave', {});
  expect((await town.stranger().get('/profile', { cookie: stolen })).status).toBe(303);
  expect((await desk.get('/profile')).status).toBe(200);
  const third = await town.signedIn(`two@${STAFF_DOMAIN}`);
  await third.send('/profile', 'signIn.leaveEverywhere', {});
  expect((await desk.get('/profile')).status).toBe(303);
});

test('the session cookie cannot be read by scripts and does not travel to other sites', async () => {
  const { visitor, path, token } = await askForLink(`cookie@${STAFF_DOMAIN}`);
  const entered = await visitor.send(path, 'signIn.enter', { token });
  expect(entered.headers.getSetCookie()[0]).toMatch(/^session=\S+; .*HttpOnly; SameSite=Lax$/);
});

test('a wrong address is said beside the field, which keeps what was typed', async () => {
  const page = await town.stranger().send('/sign-in', 'signIn.request', { email: 'no at sign' });
  expect(page.status).toBe(400);
  expect(page.html.querySelector('.error-summary a')?.getAttribute('href')).toBe('#field-email');
  expect(page.html.querySelector('#field-email')?.getAttribute('value')).toBe('no at sign');
});

test('the letter has plain words and a simple HTML twin', async () => {
  const { letter } = await askForLink(`letter@${STAFF_DOMAIN}`);
  expect(letter.subject).toBe('Sign in to Teacake at Sandford Council');
  expect(letter.text).toContain('The link works once, for 15 minutes.');
  expect(letter.html).toContain('The link works once, for 15 minutes.');
});

test('who sends a form after their sign-in ended finds their words to copy, and is led back to the form', async () => {
  const form = whole(formOf(await (await town.signedIn(`writer@${STAFF_DOMAIN}`)).get('/lessons/new')));
  const path = '/lessons/new?meetup=spring';
  const sent = { ...form, happened: 'We asked.\n<b>Twice</b>', nextTime: 'See https://council.example/bins' };
  const page = await town.stranger().send(path, 'lessons.publish', sent);
  expect([page.status, page.text.includes('Please sign in first. Nothing was saved.')]).toEqual([401, true]);
  const kept = page.html.querySelectorAll('main textarea[readonly]').map(({ id, textContent }) => {
    return [page.html.querySelector(`label[for=${id}]`)?.textContent, textContent];
  });
  expect(kept).toEqual([
    ['Title', sent.title],
    ['Happened', sent.happened],
    ['Next time', sent.nextTime],
  ]);
  const way = page.html.querySelector('main a.button')?.getAttribute('href');
  expect(way).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  const pressed = await town.stranger().send('/profile', 'letters.choose', { kinds: 'hosts' });
  expect([pressed.status, pressed.text.includes('What you wrote')]).toEqual([401, false]);
});
