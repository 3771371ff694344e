import type { Logging } from '../operation/logging.ts';

/** Logs nothing but faults, and those into a list: a test may expect none. */
export function faultsInto(faults: unknown[]): Logging {
  return { request: () => undefined, fault: (error) => faults.push(error), note: () => undefined };
}
