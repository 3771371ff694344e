import type { ActResult } from '@zhaozhang/api/contract';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import { type Failure, request } from '../http/request.ts';
import { useSession } from '../session/session.ts';

interface AgencyAct {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** True once it is done; sent again after a failure it is the same act. */
  readonly send: (name: string, input: object) => Promise<boolean>;
}

/** One act on the agency's own records, outside a generated form. */
export function useAgencyAct(): AgencyAct {
  const { expire } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const last = useRef({ what: '', id: '' });
  return {
    busy,
    failure,
    send: async (name, input) => {
      const what = JSON.stringify([name, input]);
      if (last.current.what !== what) last.current = { what, id: ulid() };
      setBusy(true);
      setFailure(undefined);
      const reply = await request<ActResult>('POST', '/api/acts', { id: last.current.id, name, input });
      setBusy(false);
      if (reply.ok) return true;
      if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401) expire();
      setFailure(reply.failure);
      return false;
    },
  };
}
