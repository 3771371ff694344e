import { parseInstant } from '@zhaozhang/core/time';

/** A moment of the server as the form holds it: date and time to the minute, `2026-03-12T09:10`. */
export function typedMoment(wire: string): string {
  return parseInstant(wire)?.slice(0, 16) ?? '';
}

/** The moment to send, in Asia/Shanghai whatever the browser's zone; `undefined` when it is not one. */
export function momentOf(typed: string): string | undefined {
  return parseInstant(typed);
}
