import { expect, test } from 'vitest';
import { listSources } from './sources.ts';

/** Pages that anybody may open. What they show is narrowed by the viewer's circle in the queries they ask. */
const FOR_EVERYONE = new Map<string, string>([
  ['.well-known/teacake-keys.json.ts', 'the public halves of keys'],
  ['.well-known/trust.txt.ts', 'the public circle only'],
  ['404.astro', 'says that there is nothing'],
  ['500.astro', 'says that something broke'],
  ['[...path].astro', 'leads to 404'],
  ['api/[...path].ts', 'says that there is nothing'],
  ['api/channels/[slug]/index.ts', 'asks with the viewer'],
  ['api/channels/[slug]/reviews.ts', 'needs a token with its scope, and its action has a guard'],
  ['api/channels/index.ts', 'asks with the viewer'],
  ['api/index.astro', 'says what programs can do'],
  ['api/lessons/[slug].ts', 'asks with the viewer'],
  ['api/lessons/index.ts', 'asks with the viewer; drafts need a token with its scope, and their action has a guard'],
  ['api/openapi.json.ts', 'says what programs can do'],
  ['api/units/[slug].ts', 'units are for everyone'],
  ['api/units/index.ts', 'units are for everyone'],
  ['api/verify.ts', 'asks with the viewer'],
  ['about.astro', 'reviewed words'],
  ['accessibility.astro', 'reviewed words'],
  ['channels/[slug]/index.astro', 'asks with the viewer'],
  ['channels/[slug]/badge.svg.ts', 'asks as a stranger'],
  ['channels/[slug]/poster.astro', 'asks as a stranger'],
  ['channels/[slug]/proof.astro', 'asks as a stranger'],
  ['channels/[slug]/report.astro', 'asks with the viewer'],
  ['channels/[slug].atom.ts', 'asks as a stranger'],
  ['lessons/tags/[tag].astro', 'asks with the viewer'],
  ['lessons/tags/index.astro', 'asks with the viewer'],
  ['lessons/tags/[tag].atom.ts', 'the public circle only'],
  ['lessons/tags/[tag].json.ts', 'the public circle only'],
  ['meetups.atom.ts', 'asks as a stranger'],
  ['people/[id].atom.ts', 'asks as a stranger'],
  ['people/[id].json.ts', 'asks as a stranger'],
  ['series.atom.ts', 'asks as a stranger'],
  ['series/[slug]/topics.atom.ts', 'asks as a stranger'],
  ['units/[slug].atom.ts', 'asks as a stranger'],
  ['units/[slug].json.ts', 'asks as a stranger'],
  ['channels.atom.ts', 'the public circle only'],
  ['channels.csv.ts', 'asks with the viewer'],
  ['channels.json.ts', 'asks with the viewer'],
  ['channels/index.astro', 'asks with the viewer'],
  ['comments/[id]/index.astro', 'asks with the viewer'],
  ['comments/confirmation/[token].astro', 'the token is the key'],
  ['comments/new.astro', 'asks with the viewer'],
  ['threads/[id]/index.astro', 'asks with the viewer'],
  ['threads/[id].atom.ts', 'asks as a stranger'],
  ['collections.atom.ts', 'the public circle only'],
  ['collections/[slug].atom.ts', 'asks as a stranger'],
  ['collections/[slug]/history.astro', 'asks with the viewer'],
  ['collections/[slug]/index.astro', 'asks with the viewer'],
  ['collections/index.astro', 'asks with the viewer'],
  ['first-admin/[token].astro', 'the token is the key, spent by its action'],
  ['follows/[token].astro', 'the token is the key'],
  ['follows/new.astro', 'asks with the viewer'],
  ['health.ts', 'says ok'],
  ['official-accounts.json.ts', 'the public circle only'],
  ['lessons.atom.ts', 'the public circle only'],
  ['lessons.json.ts', 'the public circle only'],
  ['lessons/[slug]/index.astro', 'asks with the viewer'],
  ['lessons/[slug]/original.astro', 'asks with the viewer'],
  ['lessons/index.astro', 'asks with the viewer'],
  ['appeals/[token].astro', 'the token is the key'],
  ['comments/[id]/report.astro', 'asks with the viewer'],
  ['house-rules.astro', 'reviewed words'],
  ['moderation/log.astro', 'asks with the viewer'],
  ['index.astro', 'asks with the viewer'],
  ['look-alikes/new.astro', 'anybody may tell of one, limited'],
  ['l/[number].ts', 'asks with the viewer'],
  ['m/[number].ts', 'asks with the viewer'],
  ['notice-board/[month].astro', 'asks as a stranger'],
  ['notice-board/index.astro', 'leads to the month'],
  ['covers/[token].astro', 'the token is the key'],
  ['hand-overs/answer/[token].astro', 'the token is the key'],
  ['meetups.ics.ts', 'asks as a stranger'],
  ['meetups/[slug].ics.ts', 'asks with the viewer'],
  ['meetups/[slug]/index.astro', 'asks with the viewer'],
  ['meetups/[slug]/poster.astro', 'asks with the viewer'],
  ['meetups/[slug]/running-order.astro', 'asks with the viewer'],
  ['meetups/index.astro', 'asks with the viewer'],
  ['people/[id].astro', 'asks with the viewer'],
  ['pictures/[file].ts', 'asks with the viewer'],
  ['pictures/index.ts', 'says what the action found, which asks who is there'],
  ['plain-words.astro', 'a list for everyone, whose actions have a guard'],
  ['policy/[policy]/index.astro', 'reviewed words'],
  ['policy/[policy]/[version].astro', 'reviewed words'],
  ['share/[kind]/[slug].png.ts', 'asks as a stranger would'],
  ['share/site.png.ts', 'our own words'],
  ['training/index.astro', 'reviewed words'],
  ['training/[module].astro', 'reviewed words'],
  ['policy/index.astro', 'reviewed words'],
  ['privacy.astro', 'reviewed words'],
  ['refused.astro', 'says what a guard said'],
  ['robots.txt.ts', 'for crawlers'],
  ['reviews/[token]/[answer].astro', 'the token is the key'],
  ['rsvps/[token].astro', 'the token is the key'],
  ['rsvps/[token].ics.ts', 'the token is the key'],
  ['search.astro', 'asks with the viewer'],
  ['series/[slug].atom.ts', 'asks as a stranger'],
  ['series/[slug].ics.ts', 'asks as a stranger'],
  ['series/[slug]/poster.astro', 'asks with the viewer'],
  ['series/[slug]/circle.astro', 'asks with the viewer'],
  ['series/[slug]/index.astro', 'asks with the viewer'],
  ['series/index.astro', 'asks with the viewer'],
  ['sign-in/[token].astro', 'the token is the key, spent by its action'],
  ['sign-in/index.astro', 'the way in'],
  ['sign-in/sent.astro', 'the way in'],
  ['series/[slug]/topics/index.astro', 'asks with the viewer'],
  ['sitemap.xml.ts', 'lists what everyone may read'],
  ['style.astro', 'shows components only'],
  ['unsubscribe/[token].astro', 'the token is the key'],
  ['try-outs/[token].astro', 'the token is the key'],
  ['topics/[token].astro', 'the token is the key'],
  ['units/[slug]/index.astro', 'asks with the viewer'],
  ['units/index.astro', 'asks with the viewer'],
  ['verify.astro', 'asks with the viewer'],
  ['verify.json.ts', 'asks with the viewer'],
  ['webmention/[id].astro', 'its id is known to whoever told us'],
  ['webmention/index.astro', 'anybody may tell of a page, limited'],
]);
/** Actions that anybody may run. */
const BY_ANYONE = new Map<string, string>([
  ['letters.stop', 'the token is the key'],
  ['letters.stopAtOnce', 'the token is the key'],
  ['letters.resume', 'the token is the key'],
  ['follows.ask', 'anybody may follow, limited'],
  ['follows.confirm', 'the token is the key'],
  ['follows.unfollow', 'the token is the key'],
  ['follows.choose', 'the token is the key, or the session'],
  ['follows.drop', 'the token is the key, or the session'],
  ['digests.choose', 'the token is the key, or the session'],
  ['absences.answerCoverByLink', 'the token is the key'],
  ['handOvers.answerByLink', 'the token is the key'],
  ['comments.ask', 'anybody may say something, limited and confirmed'],
  ['comments.confirm', 'the token is the key'],
  ['comments.takeBack', 'the token is the key'],
  ['lookAlikes.report', 'anybody may tell of one, limited'],
  ['rsvps.ask', 'anybody may come, limited'],
  ['rsvps.confirm', 'the token is the key'],
  ['rsvps.decline', 'the token is the key'],
  ['reviews.answerByLink', 'the token is the key'],
  ['signIn.request', 'the way in, limited'],
  ['tryOuts.answerByLink', 'the token is the key'],
  ['signIn.enter', 'the token is the key'],
  ['signIn.becomeFirstAdmin', 'the token is the key'],
  ['signIn.leave', 'ends only the session it is sent with'],
  ['appeals.send', 'the token is the key'],
  ['commentReports.send', 'anybody may report, limited'],
  ['corrections.send', 'tells only those who answer for the channel, limited'],
  ['topics.ask', 'anybody may offer a topic, limited'],
  ['topics.confirm', 'the token is the key'],
  ['topics.decline', 'the token is the key'],
  ['webmentions.receive', 'anybody may tell of a page, limited'],
  ['webmentions.tell', 'anybody may tell of a page, limited'],
  ['demo.become', 'refuses unless the site is a demo'],
]);

test('every page that is not for everyone has a guard', () => {
  const pages = listSources().filter(({ path }) => path.startsWith('src/pages/'));
  const open = pages
    .filter(
      ({ text }) => !/\brequire(Member|Staff|Keeper|Moderator|Admin|Demo|Host|SeriesHost|Giver|Colleague)\(/.test(text),
    )
    .map(({ path }) => path.slice('src/pages/'.length));
  const unexpected = open.filter((path) => !FOR_EVERYONE.has(path));
  expect(
    unexpected.map(
      (path) => `src/pages/${path} has no guard: call one at its top, or say in this test why everyone may open it`,
    ),
  ).toEqual([]);
  expect([...FOR_EVERYONE.keys()].filter((path) => !open.includes(path))).toEqual([]);
});

test('every action that is not for anyone has a guard', () => {
  const actions = listSources()
    .filter(({ path }) => path.startsWith('src/actions/'))
    .flatMap(({ text }) => {
      const noun = text.match(/^export const (\w+) = \{$/m)?.[1];
      return noun
        ? text
            .split(/\n(?= {2}(?:\/\*\*|\w+: guarded\())/)
            .map((part) => ({ name: `${noun}.${part.match(/^ {2}(\w+): guarded\(/m)?.[1]}`, part }))
        : [];
    })
    .filter(({ name }) => !name.endsWith('.undefined'));
  const open = actions
    .filter(
      ({ part }) => !/\brequire(Member|Staff|Keeper|Moderator|Admin|Host|SeriesHost|Giver|Colleague)\(/.test(part),
    )
    .map(({ name }) => name);
  expect(actions.length).toBeGreaterThan(5);
  expect(
    open
      .filter((name) => !BY_ANYONE.has(name))
      .map((name) => `${name} has no guard: call one first, or say in this test why anyone may run it`),
  ).toEqual([]);
  expect([...BY_ANYONE.keys()].filter((name) => !open.includes(name))).toEqual([]);
});
