import { instantFromEpoch } from '@zhaozhang/core/time';

/** Runs one of the tools beside the server; whatever it throws is told in one line and ends with 2. */
export function runKeeping(work: () => Promise<number>): void {
  // Read by another program that has seen enough: no reason to stop half-way.
  process.stdout.on('error', () => undefined);
  work().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(2);
    },
  );
}

/** The moment by the machine's clock, as a tool writes it. */
export function nowText(): string {
  return instantFromEpoch(Date.now()).slice(0, 19).replace('T', ' ');
}

/** One line of what a tool tells. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
