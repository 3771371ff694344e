import type { Law } from '@zhaozhang/core';
import type { ExampleText } from './example-text.ts';

/** The law as it would be if the agency had set parameters otherwise. One it does not have stays without. */
export function withParams(law: Law, { params }: ExampleText): Law {
  if (params === undefined) return law;
  const set = Object.entries(params).flatMap(([id, value]) => {
    const { editions: _ofItself, ...param } = law.params[id] ?? { id: '', label: '' };
    return param.id === '' ? [] : [[id, { ...param, value }] as const];
  });
  return { ...law, params: { ...law.params, ...Object.fromEntries(set) } };
}
