import type { Law } from '@zhaozhang/core';

/** Made once for each law: judging by a law it has not met makes the engine sort its rules anew. */
const made = new WeakMap<Law, Law>();

/**
 * The same law with every gate and demand made impossible to satisfy; when and of whom each applies is left as it is.
 * Deciding an act under it names every rule that has a say in the act, which no list of acts could tell.
 */
export function nailedShut(law: Law): Law {
  const before = made.get(law);
  if (before !== undefined) return before;
  const shut: Law = {
    ...law,
    gates: law.gates.map((gate) => ({
      ...gate,
      effect: 'void',
      reference: false,
      exceptions: [],
      unless: { none: { per: 'case' } },
    })),
    needs: law.needs.map((need) => ({
      ...need,
      effect: 'void',
      reference: false,
      fields: [{ field: 'no-such-field' }],
    })),
  };
  made.set(law, shut);
  return shut;
}
