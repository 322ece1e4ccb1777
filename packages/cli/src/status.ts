/** A run shorter than this says nothing while it works. */
const PATIENCE_MS = 500;
const FRAME_MS = 120;
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const ERASE_LINE = '\r\u001b[2K';

/** What the status needs of standard error. */
interface StatusStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A line on a terminal that says the tool is still at work; nothing elsewhere. Call the answer to take it away. */
export function showStatus(stream: StatusStream, text: string): () => void {
  if (!stream.isTTY) return () => {};
  const began = performance.now();
  let frame = 0;
  let shown = false;
  const timer = setInterval(() => {
    if (performance.now() - began < PATIENCE_MS) return;
    shown = true;
    stream.write(`${ERASE_LINE}${FRAMES[frame++ % FRAMES.length]} ${text}`);
  }, FRAME_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (shown) stream.write(ERASE_LINE);
    shown = false;
  };
}
