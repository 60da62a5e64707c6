import type { Writer } from '#db/database.ts';
import { forgetEntry, saveEntry } from '../search/search-commands.ts';

/** What search may find of somebody: nothing once they have left. */
export async function keepPersonEntry(tx: Writer, person: typeof tx.tables.people.$inferSelect) {
  if (person.askMeAbout && person.circle !== 'public' && person.leftAt === null)
    await saveEntry(tx, {
      kind: 'person',
      subjectId: person.id,
      circle: person.showsName ? 'public' : 'partner',
      path: `/people/${person.id}`,
      title: person.name,
      body: person.askMeAbout,
    });
  else await forgetEntry(tx, 'person', person.id);
}
