import { actDefinitions, keeperOf, keeperWords, mayKeep, ownerOf } from '@zhaozhang/core';
import type { ActContext, Refusal } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';

/**
 * Why the actor may not do an act on the agency's own records; undefined when it may, or is an act on a case. Without
 * an input it is only asked whether they could: whose affair it will be is not known yet.
 */
export function notKept(
  name: string,
  { actor, refs, now }: Pick<ActContext, 'actor' | 'refs' | 'now'>,
  input?: unknown,
): Refusal | undefined {
  if (actDefinitions.get(name)?.aggregate !== 'agency') return undefined;
  const owner = ownerOf(refs.agency, name, input);
  const keeper = keeperOf(refs.agency, actor, dayOf(now));
  if (mayKeep(name, { ...keeper, own: owner === undefined || owner === actor.officer })) return undefined;
  const posts = keeperWords(name);
  return {
    code: 'NOT_KEEPER',
    act: name,
    clauses: [],
    because: '这一事项不由本人办理',
    effect: 'void',
    facts: [],
    remedy: { says: `请${posts}办理` },
  };
}
