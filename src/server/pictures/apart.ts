import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { errorFacts, log } from '../log.ts';

const LONGEST_TIME_MS = 20_000;
const PATIENT = 10;

/**
 * Asks one question of a process made for it, behind whatever people wait for: what it takes of memory goes back when it
 * ends, and what breaks it breaks nothing else.
 */
export async function askApart<Answer>(
  worker: URL,
  question: object,
  env: NodeJS.ProcessEnv,
): Promise<Answer | 'too-slow' | 'broken'> {
  const apart = fork(fileURLToPath(worker), [], {
    execArgv: ['--max-old-space-size=64'],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    if (apart.pid) setPriority(apart.pid, PATIENT);
    apart.send(question);
    const signal = AbortSignal.timeout(LONGEST_TIME_MS);
    const ended = once(apart, 'exit', { signal }).then((): ['broken'] => ['broken']);
    const [answer] = (await Promise.race([once(apart, 'message', { signal }), ended])) as [Answer | 'broken'];
    return answer;
  } catch (error) {
    log({ event: 'picture-not-made', ...errorFacts(error) });
    return 'too-slow';
  } finally {
    apart.kill('SIGKILL');
  }
}
