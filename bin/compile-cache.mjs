// Loaded before the site (`node --import`): keeps what Node compiles, so that the next start takes less time and memory.
// Where the folder cannot be written, the site starts all the same.
import { enableCompileCache } from 'node:module';

enableCompileCache('node_modules/.cache/teacake');
