import type { BatchCase, BatchForm, FormView } from '@zhaozhang/api/contract';
import { useCallback, useEffect, useState } from 'react';
import { type Failure, request } from '../http/request.ts';
import { caseIdOf } from '../route/route.ts';
import { useSession } from '../session/session.ts';

/** The server reads so many files for one answer. */
const together = 50;

export interface CasesAtHand {
  readonly form: FormView | undefined;
  readonly byStream: ReadonlyMap<string, BatchCase>;
  readonly missing: readonly string[];
  readonly failure: Failure | undefined;
  readonly loading: boolean;
  /** How many times they have been read to the end. */
  readonly readings: number;
  readonly reload: () => void;
}

const nothing = { form: undefined, byStream: new Map<string, BatchCase>(), missing: [], failure: undefined };

/** The form that the cases share, and each case as it stands; read part after part, so that the first can be seen at once. */
export function useCases(act: string | undefined, streams: readonly string[]): CasesAtHand {
  const { expire, tick } = useSession();
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Omit<CasesAtHand, 'loading' | 'readings' | 'reload'>>(nothing);
  const [loading, setLoading] = useState(true);
  const [readings, setReadings] = useState(0);
  const asked = streams.join(' ');

  // tick and round only ask again
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (act === undefined) return;
    let over = false;
    const ids = asked === '' ? [] : asked.split(' ').map(caseIdOf);
    async function read(): Promise<void> {
      setLoading(true);
      let form: FormView | undefined;
      const byStream = new Map<string, BatchCase>();
      const missing: string[] = [];
      for (let from = 0; from < ids.length; from += together) {
        const reply = await request<BatchForm>('POST', '/api/batches/form', {
          act,
          cases: ids.slice(from, from + together),
        });
        if (over) return;
        if (!reply.ok) {
          if (reply.failure.kind === 'problem' && reply.failure.problem.status === 401) expire();
          setFound({ form, byStream, missing, failure: reply.failure });
          break;
        }
        const { value } = reply;
        // The form of cases that can go through: others may ask for what these do not need.
        if (form === undefined || form.preview.status === 'refused') form = value.form ?? form;
        for (const one of value.cases) byStream.set(one.stream, one);
        missing.push(...value.missing);
        setFound({ form, byStream: new Map(byStream), missing, failure: undefined });
      }
      setLoading(false);
      setReadings((before) => before + 1);
    }
    read();
    return () => {
      over = true;
    };
  }, [act, asked, tick, round, expire]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...found, loading, readings, reload };
}
