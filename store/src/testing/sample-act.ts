import type { ActPayload, StreamAppend } from '../client/act-payload.ts';

export const AGENCY = 'jiangcheng-civil-affairs';
export const ACTOR = { account: 'a-zhou', name: '周承办' };
export const MORNING = '2026-03-02T09:10:00+08:00';

/** One stream taking one event at `expected`. */
export function sampleStream(
  stream: string,
  expected: number,
  more: Partial<StreamAppend> = {},
): StreamAppend {
  return {
    stream,
    kind: 'case',
    expected,
    events: [{ type: 'case.noted', data: `{"n":${expected + 1}}`, salt: 'salt' }],
    state: { n: expected + 1 },
    fold: 'fold-1',
    summary: { title: stream, stage: 'investigation' },
    ...more,
  };
}

/** An act of the sample agency; its digest follows from its id unless given. */
export function sampleAct(
  id: string,
  streams: readonly StreamAppend[],
  more: Partial<ActPayload> = {},
): ActPayload {
  return {
    agency: AGENCY,
    act: { id, name: 'case.note', digest: `digest of ${id}` },
    actor: ACTOR,
    occurredAt: MORNING,
    streams,
    ...more,
  };
}
