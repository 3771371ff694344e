import { useCallback, useEffect, useRef } from 'react';
import type { Decider } from '../offline/decide-here.ts';

/**
 * The case carried to this machine while a form is open, so that the rules answer before the click and without
 * network. The rules are fetched apart from the form: nobody waits for them.
 */
export function useDecider(caseId: string | undefined): {
  readonly get: () => Decider | undefined;
  readonly renew: () => void;
} {
  const decider = useRef<Decider>(undefined);
  const renew = useCallback(async () => {
    if (caseId === undefined) return;
    try {
      const { carryCase } = await import('../offline/decide-here.ts');
      decider.current = (await carryCase(caseId)) ?? decider.current;
    } catch {
      // The file with the rules could not be fetched: the server decides alone, as it does in any case.
    }
  }, [caseId]);
  useEffect(() => {
    renew();
  }, [renew]);
  const get = useCallback(() => decider.current, []);
  return { get, renew };
}
