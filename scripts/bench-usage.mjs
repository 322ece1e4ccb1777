// Preloaded into a measured process: writes its peak memory (bytes) to file descriptor 3 as it ends.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  try {
    writeSync(3, String(process.resourceUsage().maxRSS * 1024));
  } catch {
    // Not started by the benchmark: there is nobody to tell.
  }
});
