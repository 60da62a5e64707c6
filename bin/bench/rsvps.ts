import autocannon from 'autocannon';
import { PEOPLE, sessionToken } from './fill-people.ts';
import { compare } from './load.ts';
import { type Server, startBare } from './processes.ts';
import { keepPages } from './public-pages.ts';
import { ms, percent, printTable, whole } from './table.ts';

const SECONDS = 4;
/** How many people press the button at the same time, and how many read meanwhile, five pages a second each. */
const SENDERS = 50;
const READERS = 50;
const PAGES_A_SECOND = 5;

interface Press {
  path: string;
  body: string;
  cookie: string;
}

/** RSVPs over HTTP, each on disk before its answer, against a bare insert, while people go on reading. */
export async function measureRsvps(site: Server, meetupIds: string[], paths: string[], folder: string, rounds: number) {
  await keepPages(site, paths, folder);
  const bare = await startBare(folder);
  const next = pressInTurn(meetupIds);
  await press(site, next, paths); // warm
  await press(bare, next, paths);
  const before = await site.read();
  let saved = 0;
  const result = await compare(
    rounds,
    async () => {
      const perSecond = await press(site, next, paths);
      saved += perSecond * SECONDS;
      return perSecond;
    },
    () => press(bare, next, paths),
  );
  const cpu = ((await site.read()).cpuMs - before.cpuMs) / saved;
  await bare.stop();
  const { median, lowest, highest } = result.ratio;
  const row = [
    whole(result.site),
    whole(result.bare),
    percent(median),
    `${percent(lowest)} to ${percent(highest)}`,
    ms(cpu),
  ];
  const title = `RSVPs a second, ${SENDERS} people pressing, ${READERS} reading ${PAGES_A_SECOND} pages a second each`;
  printTable(title, ['site', 'bare insert', 'ratio', 'spread', 'CPU each, readers included'], [row]);
}

/** Everybody RSVPs to one meetup, then to the next. */
function pressInTurn(meetupIds: string[]): () => Press {
  let pressed = 0;
  return () => {
    const person = pressed % PEOPLE;
    const meetup = meetupIds[Math.floor(pressed / PEOPLE) % meetupIds.length];
    pressed += 1;
    return {
      path: '/about?_action=rsvps.save',
      body: `meetupId=${meetup}&partySize=1&accessNeeds=&dietaryNeeds=&meetup=${meetup}&person=${person}`,
      cookie: `session=${sessionToken(person)}`,
    };
  };
}

async function press({ url }: Server, next: () => Press, paths: string[]): Promise<number> {
  const reading = autocannon({
    url,
    connections: READERS,
    overallRate: READERS * PAGES_A_SECOND,
    duration: SECONDS,
    requests: paths.map((path) => ({ path })),
  });
  const pressing = autocannon({
    url,
    connections: SENDERS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        setupRequest: (request) => {
          const { path, body, cookie } = next();
          return { ...request, path, body, headers: { ...request.headers, cookie } };
        },
      },
    ],
  });
  const [read, pressed] = await Promise.all([reading, pressing]);
  if (read.non2xx + read.errors > 0) throw new Error(`${read.non2xx} pages were wrong while RSVPs came in`);
  if (pressed['3xx'] !== pressed.requests.total)
    throw new Error(`only ${pressed['3xx']} of ${pressed.requests.total} RSVPs were saved`);
  return pressed['3xx'] / pressed.duration;
}
