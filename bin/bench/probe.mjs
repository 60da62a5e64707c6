// Loaded into a measured process before anything else (`node --import`): tells the bench what it costs. Plain JavaScript,
// since stripping types would itself take some 30 MB there.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
let peak = 0;

if (process.send) {
  delay.enable();
  setInterval(sample, 100).unref();
  process.on('message', (message) => message === 'reading?' && process.send?.(takeReading()));
  process.on('disconnect', () => process.exit()); // the bench ended without stopping it
  process.channel?.unref();
}

function sample() {
  peak = Math.max(peak, process.memoryUsage.rss());
}

/** A `Reading` of `processes.ts`. */
function takeReading() {
  sample();
  const { user, system } = process.cpuUsage();
  const reading = { cpuMs: (user + system) / 1000, peakMb: peak / 1e6, stallMs: delay.max / 1e6 };
  peak = 0;
  delay.reset();
  return reading;
}
