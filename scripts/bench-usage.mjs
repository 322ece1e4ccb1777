// Preloaded into a measured process: writes its peak memory (bytes) and its time on a processor (milliseconds) to file
// descriptor 3 as it ends.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  try {
    writeSync(3, JSON.stringify({ peak: maxRSS * 1024, busy: (userCPUTime + systemCPUTime) / 1000 }));
  } catch {
    // Not started by the benchmark: there is nobody to tell.
  }
});
