import type { APIRoute } from 'astro';
import { walkRegister } from '#domain/channels/channel-export-queries.ts';
import { PUBLIC_JSON } from '#server/public-json.ts';
import { slicedAnswer } from '#server/slices.ts';

/**
 * The twin of /channels.csv for programs: `{ "channels": [{ … }] }` with the columns of `column-rules.ts` as names. Lists are
 * arrays, yes and no are booleans, days are 'YYYY-MM-DD', what is not known is null; `page` is its page in the directory.
 */
export const GET: APIRoute = ({ locals: { read, viewer, site } }) => {
  async function* parts() {
    yield '{"channels":[';
    let between = '\n';
    for await (const rows of walkRegister(read, viewer)) {
      const texts = rows.map((row) => JSON.stringify({ page: `${site.url}/channels/${row['slug']}`, ...row }));
      yield between + texts.join(',\n');
      between = ',\n';
    }
    yield '\n]}\n';
  }
  return slicedAnswer(parts(), PUBLIC_JSON);
};
