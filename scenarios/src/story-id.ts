import { createHash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The same id for the same step of the same story in every installation, so that pictures, tests and a second seeding
 * agree. Shaped like a ULID whose time is the step's.
 */
export function storyId(story: string, step: number, at: string): string {
  const digest = createHash('sha256').update(`${story}\n${step}`).digest();
  const digits = at.replace(/\D/g, '').slice(2, 12).padEnd(10, '0');
  const tail = [...digest.subarray(0, 16)].map((byte) => alphabet[byte % 32] ?? '0').join('');
  return `${digits}${tail}`;
}
