import type { Structural } from '../act.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * Ids in the registers of an agency were chosen by its own people: two agencies may have a `zhou` each. What a successor
 * takes over keeps its id with the predecessor's behind it, so that a file brought along goes on meaning whom and what it
 * meant: `zhou.jiangcheng`. No id of the successor's own has a dot in it.
 */

/** An id of the predecessor `from` as the successor knows it; of an address `register/part` the register's. */
export function inheritedId(id: string, from: string): string {
  const slash = id.indexOf('/');
  return slash < 0 ? `${id}.${from}` : `${id.slice(0, slash)}.${from}${id.slice(slash)}`;
}

/** Was it taken over from a predecessor? */
export function isInherited(id: string): boolean {
  return id.includes('.');
}

/** The agency's own of a register: what came along is there for the files that came with it. */
export function own<T extends { readonly id: string }>(register: readonly T[]): readonly T[] {
  return register.filter(({ id }) => !isInherited(id));
}

/** What may stand behind an id: the predecessors through which it came, the first one first. */
export const inheritance = String.raw`(?:\.[a-z][a-z0-9-]{1,39}){0,4}`;

/** An entry taken over is renewed under its id (a certificate, a name); none is made that no predecessor had. */
export function inheritedFaults(
  register: Readonly<Record<string, unknown>>,
  id: string,
): readonly Structural[] {
  return isInherited(id) && !Object.hasOwn(register, id)
    ? wrongInput(
        '编号中有点的，是从前一机关承继的，本机关没有承继这一编号',
        'id',
        '编号只用小写字母、数字和连字符',
      )
    : [];
}
