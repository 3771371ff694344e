import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';
import type { ActPayload } from './act-payload.ts';

/** A file given by one agency to another: what the database lets the other have, whoever asks. */
const union = 'union-agency';
const blob = 'a'.repeat(64);
let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

const given = (to: string) => ({
  type: 'case.ceded',
  data: `{"input":{"to":"${to}"}}`,
  salt: 'salt of giving',
});

/** A published file of the first agency, with an attachment and a sealed text, given to an agency. */
async function cede(stream: string, to = union): Promise<void> {
  await home.store.blobs.received(AGENCY, blob, 'image/png');
  await home.store.append(
    sampleAct(
      `${stream} begun`,
      [
        sampleStream(stream, 0, {
          events: [
            { type: 'case.noted', data: `{"paper":"sha256:${blob}"}`, salt: 's1' },
            { type: 'case.noted', data: '{"n":2}', salt: 's2' },
          ],
        }),
      ],
      {
        published: [
          {
            ...{ id: stream.slice('case/'.length), documentNumber: '1', title: '决定', party: '某' },
            ...{ publishedDay: '2026-03-01', page: { agency: '甲' }, text: '决定' },
          },
        ],
      },
    ),
  );
  await home.store.append(
    sampleAct(`${stream} given`, [
      sampleStream(stream, 2, {
        events: [given(to)],
        summary: { title: stream, stage: 'archive', cededTo: to },
      }),
    ]),
  );
}

function receiving(stream: string, id: string, more: Partial<ActPayload> = {}): ActPayload {
  return {
    ...sampleAct(id, [
      sampleStream(stream, 3, { events: [{ type: 'case.ceded-received', data: '{"r":1}', salt: 's4' }] }),
    ]),
    agency: union,
    origin: { agency: AGENCY, stream, version: 3 },
    ...more,
  };
}
const denied = { code: '42501' };

describe('接收另一机关移交的案卷', () => {
  it('事件逐字抄来，写明从哪里来；附件、公示页跟着过来，原处的事件留着', async () => {
    await cede('case/whole');
    const done = await home.store.append(
      receiving('case/whole', 'r1', {
        sealed: [{ ref: 'ref-1', subject: 'case/whole', keyId: 'k', ciphertext: Buffer.from('密') }],
      }),
    );
    expect(done).toMatchObject({ outcome: 'appended', streams: [{ stream: 'case/whole', version: 4 }] });
    const there = await home.store.events(AGENCY, 'case/whole');
    const here = await home.store.events(union, 'case/whole');
    expect(there).toHaveLength(3);
    expect(here.map(({ carriedFrom }) => carriedFrom)).toEqual([AGENCY, AGENCY, AGENCY, undefined]);
    const told = ({ data, salt, actId, actSeq, recordedAt, type }: (typeof here)[number]) => [
      ...[data, salt, actId, actSeq, recordedAt, type],
    ];
    expect(here.slice(0, 3).map(told)).toEqual(there.map(told));
    expect((await home.store.blobs.held(union, [blob])).get(blob)).toBe('image/png');
    expect(await home.store.published.get(AGENCY, 'whole')).toBeUndefined();
    expect(await home.store.published.get(union, 'whole')).toMatchObject({ page: { agency: '甲' } });
    expect(await home.store.published.holder('whole')).toBe(union);
    // Each copy waits for the log like any event.
    const waiting = await home.store.outbox.take(1000);
    expect(waiting.filter(({ agency, stream }) => agency === union && stream === 'case/whole')).toHaveLength(
      4,
    );
    expect((await home.store.states.load(union, ['case/whole'])).get('case/whole')?.version).toBe(4);
  });

  it('同一行为再送一次是一回事；另一人再来接收，说已经不在那一版', async () => {
    await cede('case/twice');
    const both = await Promise.all([
      home.store.append(receiving('case/twice', 'r2')),
      home.store.append(receiving('case/twice', 'r2')),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'replayed']);
    expect(await home.store.append(receiving('case/twice', 'r3'))).toMatchObject({
      ...{ outcome: 'conflict', stream: 'case/twice', actual: 4 },
    });
    expect(await home.store.events(union, 'case/twice')).toHaveLength(4);
  });

  it('没有移交的、移交给别人的、版本不符的，一样也拿不来，什么也没有留下', async () => {
    await home.store.append(sampleAct('kept', [sampleStream('case/kept', 0)]));
    await cede('case/other', 'somebody-else');
    await cede('case/newer');
    const kept = { origin: { agency: AGENCY, stream: 'case/kept', version: 1 } };
    await expect(home.store.append(receiving('case/kept', 'r4', kept))).rejects.toMatchObject(denied);
    await expect(home.store.append(receiving('case/other', 'r5'))).rejects.toMatchObject(denied);
    const older = { origin: { agency: AGENCY, stream: 'case/newer', version: 2 } };
    expect(await home.store.append(receiving('case/newer', 'r6', older))).toMatchObject({
      ...{ outcome: 'conflict', expected: 2, actual: 3 },
    });
    // What the act itself read has moved on: the copy is undone with it.
    const stale = receiving('case/newer', 'r7', { read: { [`agency/${union}`]: 9 } });
    expect((await home.store.append(stale)).outcome).toBe('conflict');
    for (const stream of ['case/kept', 'case/other', 'case/newer'])
      expect(await home.store.events(union, stream)).toEqual([]);
    expect(await home.store.published.holder('newer')).toBe(AGENCY);
  });

  it('等着接收的只有收件的机关看得到，接收之后不再列出；留在手里的另列', async () => {
    await cede('case/listed');
    const asked = { from: AGENCY, limit: 50 };
    const mine = await home.store.cededWaiting(union, asked);
    expect(mine.rows.map(({ stream }) => stream)).toContain('case/listed');
    expect(mine.waiting).toBe(mine.rows.length);
    const first = await home.store.cededWaiting(union, { ...asked, limit: 1 });
    expect([first.rows.length, first.waiting]).toEqual([1, mine.waiting]);
    const others = await home.store.cededWaiting('stranger', asked);
    expect(others).toEqual({ rows: [], waiting: 0 });
    await home.store.append(receiving('case/listed', 'r8'));
    const after = await home.store.cededWaiting(union, asked);
    expect(after.rows.map(({ stream }) => stream)).not.toContain('case/listed');
    const kept = await home.store.notCeded(AGENCY, { limit: 50 });
    expect(kept.map(({ stream }) => stream)).toEqual(['case/kept']);
  });

  it('经过两个机关的，一路写着', async () => {
    await cede('case/far');
    await home.store.append(receiving('case/far', 'r9'));
    await home.store.append({
      ...sampleAct('given on', [
        sampleStream('case/far', 4, {
          ...{ events: [given('third-agency')], summary: { title: 'far', cededTo: 'third-agency' } },
        }),
      ]),
      agency: union,
    });
    await home.store.append({
      ...sampleAct('r10', [
        sampleStream('case/far', 5, { events: [{ type: 'case.ceded-received', data: '{}', salt: 's' }] }),
      ]),
      ...{ agency: 'third-agency', origin: { agency: union, stream: 'case/far', version: 5 } },
    });
    const events = await home.store.events('third-agency', 'case/far');
    const both = `${union}/${AGENCY}`;
    expect(events.map(({ carriedFrom }) => carriedFrom)).toEqual([both, both, both, union, union, undefined]);
  });
});
