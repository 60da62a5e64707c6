import { parentPort, workerData } from 'node:worker_threads';
import Client from 'better-sqlite3';

const client = new Client(workerData as string);
client.pragma('synchronous = FULL');

parentPort?.on('message', (wish: 'copy' | 'end') => (wish === 'copy' ? copy() : end()));

/** What cannot be copied now (somebody is reading it, or the disk is full) stays in the log until the next time. */
function copy() {
  try {
    client.pragma('wal_checkpoint(passive)');
  } catch {}
}

function end() {
  client.close();
  parentPort?.close();
}
