import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session.ts';
import type { Plan } from './plan.ts';
import { planStore } from './plan-store.ts';

const PAUSE = 300;

export interface PlanAtHand {
  /** `undefined` while it is being looked for. */
  readonly plan: Plan | 'missing' | undefined;
  /** Newest plan, also between two drawings of the page. */
  readonly latest: () => Plan | undefined;
  /** Changed by typing: kept in a moment. */
  readonly change: (how: (plan: Plan) => Plan) => void;
  /** Changed by sending: kept before anything else happens. */
  readonly keep: (plan: Plan) => Promise<boolean>;
  readonly finish: () => Promise<void>;
  /** The browser keeps nothing: told, since a reload would lose what is typed. */
  readonly unkept: boolean;
}

/** A plan as it lies in the browser, and every change of it kept there. */
export function usePlan(id: string): PlanAtHand {
  const { drafts } = useSession();
  const store = useMemo(() => planStore(drafts), [drafts]);
  const [plan, setPlan] = useState<Plan | 'missing'>();
  const [unkept, setUnkept] = useState(false);
  const latest = useRef<Plan>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    let over = false;
    store.load(id).then((found) => {
      if (over) return;
      latest.current = found;
      setPlan(found ?? 'missing');
    });
    return () => {
      over = true;
    };
  }, [id, store]);

  const keep = useCallback(
    async (next: Plan) => {
      clearTimeout(timer.current);
      latest.current = next;
      setPlan(next);
      const kept = await store.save(next);
      setUnkept(!kept);
      return kept;
    },
    [store],
  );

  const change = useCallback(
    (how: (plan: Plan) => Plan) => {
      if (latest.current === undefined) return;
      const next = how(latest.current);
      latest.current = next;
      setPlan(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => keep(latest.current ?? next), PAUSE);
    },
    [keep],
  );

  // Leaving the page within the pause must not lose the last words.
  useEffect(() => {
    const now = (): void => {
      if (latest.current !== undefined) store.save(latest.current);
    };
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      clearTimeout(timer.current);
      now();
    };
  }, [store]);

  const finish = useCallback(async () => {
    clearTimeout(timer.current);
    latest.current = undefined;
    await store.remove(id);
  }, [id, store]);

  return { plan, latest: useCallback(() => latest.current, []), change, keep, finish, unkept };
}
