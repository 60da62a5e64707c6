// Loaded into a measured process before anything else (`node --import`): tells the bench what it costs.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a process says of itself when asked. */
export interface Reading {
  /** CPU spent since it started, on all its threads. */
  cpuMs: number;
  /** The most memory it held since the last reading, sampled ten times a second. */
  peakMb: number;
  /** The longest time its event loop was held up since the last reading. */
  stallMs: number;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
let peak = 0;

if (process.send) {
  delay.enable();
  setInterval(sample, 100).unref();
  process.on('message', (message) => message === 'reading?' && process.send?.(takeReading()));
  process.channel?.unref();
}

function sample() {
  peak = Math.max(peak, process.memoryUsage.rss());
}

function takeReading(): Reading {
  sample();
  const { user, system } = process.cpuUsage();
  const reading = { cpuMs: (user + system) / 1000, peakMb: peak / 1e6, stallMs: delay.max / 1e6 };
  peak = 0;
  delay.reset();
  return reading;
}
