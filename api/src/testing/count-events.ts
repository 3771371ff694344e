import type { Owner } from './owner-query.ts';

/** Events that acts have left. Readings, which go to streams of their own, are not counted. */
export async function countEvents(owner: Owner): Promise<number> {
  const [row] = await owner.query(
    "select count(*)::integer as n from zz.events where stream not like 'access/%'",
  );
  return row?.['n'] as number;
}
