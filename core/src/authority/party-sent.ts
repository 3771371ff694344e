import type { FinedParty } from '../fines/state.ts';

/** The party an act on former fines names. What is sent may have any shape: it is read before it is checked. */
export function partySent(act: { readonly input: unknown }): FinedParty {
  const { name, code } = (act.input ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  return {
    name: typeof name === 'string' ? name : '',
    ...(typeof code === 'string' ? { code } : {}),
  };
}
