import { expect, test } from 'vitest';
import { forEachEarlier } from '#tests/support/earlier.ts';

/** Two cafés of one name and one meetup of none, two lessons that are published and one that is not, as an earlier version wrote them. */
const rows = ({ at, no }: { at: (iso: string) => string; no: string }) => `
insert into people (id, name, circle, ask_me_about, job_title, shows_name, created_at) values
  ('ann', 'Ann', 'staff', '', '', ${no}, ${at('2026-01-01')}), ('bo', 'Bo', 'staff', '', '', ${no}, ${at('2026-01-01')});
insert into venues (id, name, address, step_free, toilet, hearing_loop, parking) values ('v', 'The Kettle', '1 Mill Lane', 'yes', 'yes', 'no', 'no');
${[
  ['m1', 'spring-cafe', 'Café meetup', '2026-03-18', 'null'],
  ['m2', 'summer-cafe', 'Café meetup', '2026-07-15', "'bo'"],
  ['m3', 'press-day', '', '2026-09-01', 'null'],
]
  .map(
    ([id, slug, series, day, second]) =>
      `insert into meetups (id, slug, title, series_name, starts_local, ends_local, zone, starts_at, ends_at, venue_id, cost, circle, host_id, second_host_id, description, description_html, renderer_version, sequence, created_at, updated_at)
       values ('${id}', '${slug}', '${slug}', '${series}', '${day}T10:00', '${day}T11:30', 'Europe/London', ${at(`${day}T09:00:00Z`)}, ${at(`${day}T10:30:00Z`)}, 'v', 'Free', 'public', 'ann', ${second}, '', '', 1, 0, ${at('2026-01-01')}, ${at('2026-01-01')});`,
  )
  .join('\n')}
insert into lessons (id, slug, title, happened, happened_html, next_time, next_time_html, renderer_version, worked, circle, created_by_id, created_at, updated_at)
  values ${['l1', 'l2', 'l3'].map((id) => `('${id}', '${id}', 'Lesson', 'h', 'h', 'n', 'n', 1, 'yes', 'public', 'ann', ${at('2026-01-01')}, ${at('2026-01-01')})`).join(', ')};
insert into lesson_publications (lesson_id, published_at) values ('l1', ${at('2026-03-01')}), ('l2', ${at('2026-02-01')});
insert into topics (id, meetup_id, position, title, question, lead_id, lead_name) values ('t', 'm1', 1, 'Bins', 'Why on Tuesdays?', 'ann', '');
`;

forEachEarlier({ before: '0006_whole-circle', rows }, (open) => {
  test('a database from before series were records opens: a shared name is one series, nothing is lost', async () => {
    const { read, close } = await open();
    const { series, seriesHosts, seriesVenues, meetups, topics } = read.tables;
    const [cafe, ...others] = await read.select().from(series);
    expect(others).toEqual([]);
    expect(cafe).toMatchObject({
      name: 'Café meetup',
      slug: 'summer-cafe',
      startTime: '10:00',
      endTime: '11:30',
      rules: [],
    });
    const belongs = await read
      .select({ slug: meetups.slug, number: meetups.number, seriesId: meetups.seriesId })
      .from(meetups)
      .orderBy(meetups.id);
    expect(belongs).toEqual([
      { slug: 'spring-cafe', number: 1, seriesId: cafe?.id },
      { slug: 'summer-cafe', number: 2, seriesId: cafe?.id },
      { slug: 'press-day', number: 3, seriesId: null },
    ]);
    expect((await read.select().from(seriesHosts)).map(({ personId }) => personId).sort()).toEqual(['ann', 'bo']);
    expect(await read.select().from(seriesVenues)).toMatchObject([{ venueId: 'v', position: 1 }]);
    expect(await read.select().from(topics)).toMatchObject([
      { title: 'Bins', leadId: 'ann', minutes: 30, position: 1, seriesId: null },
    ]);
    const { lessonNumbers } = read.tables;
    expect(await read.select().from(lessonNumbers).orderBy(lessonNumbers.number)).toEqual([
      { lessonId: 'l2', number: 1 },
      { lessonId: 'l1', number: 2 },
    ]);
    await close();
  });
});
