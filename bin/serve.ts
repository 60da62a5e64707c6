import { join } from 'node:path';
import { DatabaseProblem } from '#db/database.ts';
import { watchMemory } from '#server/memory.ts';
import { SettingsProblem } from '#server/settings.ts';
import { startSite } from '#server/start.ts';
import { loadEnvironment } from './teacake/settings.ts';
import '../src/actions/index.ts'; // now, not while the first form waits

/** What `npm start` runs once everything is set up: serves the built site until told to stop. */
async function serve() {
  loadEnvironment();
  watchMemory();
  const running = await startSite(process.env, join(process.cwd(), 'dist'));
  let isClosing = false;
  const close = async () => {
    if (isClosing) return; // a signal to the whole group comes twice: npm passes it on
    isClosing = true;
    await running.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close);
  console.log(running.greeting); // last: whoever waits for it may stop the site at once
}

function explain(error: unknown): string {
  if (error instanceof SettingsProblem || error instanceof DatabaseProblem) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'That port is in use: stop what is running there, or set PORT to another number.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

serve().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
