import type { LawTrialView } from '@zhaozhang/api/contract';
import { useCallback, useEffect, useState } from 'react';
import { type Failure, type Reply, request } from '../http/request.ts';
import { useSession } from '../session/session.ts';

const again = 400;

interface Trying {
  readonly trial: LawTrialView | undefined;
  readonly failure: Failure | undefined;
  readonly begin: (packs: readonly string[], from: string) => void;
  readonly forget: () => void;
}

/** A dry run, asked again until it has ended. */
export function useTrial(): Trying {
  const { expire } = useSession();
  const [trial, setTrial] = useState<LawTrialView>();
  const [failure, setFailure] = useState<Failure>();

  const take = useCallback(
    (reply: Reply<LawTrialView>): void => {
      if (reply.ok) {
        setTrial(reply.value);
        return;
      }
      if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401) expire();
      setFailure(reply.failure);
    },
    [expire],
  );

  const running = trial?.state === 'running' ? trial : undefined;
  useEffect(() => {
    if (running === undefined) return;
    let left = false;
    const timer = setTimeout(() => {
      void request<LawTrialView>('GET', `/api/law/trials/${encodeURIComponent(running.id)}`).then((reply) => {
        if (!left) take(reply);
      });
    }, again);
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // Each answer asks again.
  }, [running, take]);

  return {
    trial,
    failure,
    begin: (packs, from) => {
      setTrial(undefined);
      setFailure(undefined);
      void request<LawTrialView>('POST', '/api/law/trials', { packs, from }).then(take);
    },
    forget: () => {
      setTrial(undefined);
      setFailure(undefined);
    },
  };
}
