import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENCY, MORNING, sampleAct, sampleStream } from '../testing/sample-act.ts';
import { type TestStore, testStore } from '../testing/test-store.ts';

let home: TestStore;
beforeAll(async () => {
  home = await testStore();
});
afterAll(() => home.end());

const versions = async (stream: string) => (await home.store.events(AGENCY, stream)).map((e) => e.version);

describe('一次行为一次写入', () => {
  it('事件、状态、义务、检索一并写入，原样读回', async () => {
    const done = await home.store.append(
      sampleAct(
        'whole',
        [
          sampleStream('case/whole', 0, {
            openedAt: '2026-03-01T08:00:00+08:00',
            events: [
              { type: 'case.lead-registered', data: '{"b":1,"a":2}', salt: 's1' },
              { type: 'case.filed', data: '{"案":"一"}', salt: 's2' },
            ],
            obligations: [
              {
                id: 'decide/case',
                duty: 'decide',
                label: '作出决定',
                per: 'case',
                subject: 'case/whole',
                owedBy: 'handler',
                roles: ['handler'],
                dueAt: '2026-05-31T23:59:59+08:00',
                clauses: ['X-1'],
                derivation: { days: 90 },
              },
            ],
            search: { text: '某社会团体超出章程' },
          }),
        ],
        { bundle: 'b1', read: { 'agency/a': 0 } },
      ),
    );
    expect(done).toMatchObject({ outcome: 'appended', streams: [{ stream: 'case/whole', version: 2 }] });
    const events = await home.store.eventsWithLogIndex(AGENCY, 'case/whole');
    expect(events.map((e) => [e.version, e.actSeq, e.data, e.salt, e.logIndex])).toEqual([
      [1, 1, '{"b":1,"a":2}', 's1', undefined],
      [2, 2, '{"案":"一"}', 's2', undefined],
    ]);
    expect(events[0]).toMatchObject({
      occurredAt: MORNING,
      bundle: 'b1',
      read: { 'agency/a': 0 },
      actId: 'whole',
    });
    expect(events[0]?.recordedAt).toBe(done.outcome === 'appended' ? done.recordedAt : '');
    expect(await home.store.events(AGENCY, 'case/whole', 1)).toHaveLength(1);
    const states = await home.store.states.load(AGENCY, ['case/whole', 'case/nowhere']);
    expect(states.size).toBe(1);
    expect(states.get('case/whole')).toMatchObject({
      version: 2,
      state: { n: 1 },
      fold: 'fold-1',
      openedAt: '2026-03-01T08:00:00+08:00',
    });
    const [owed] = await home.store.obligationsOf(AGENCY, 'case/whole');
    expect(owed).toMatchObject({
      duty: 'decide',
      dueAt: '2026-05-31T23:59:59+08:00',
      derivation: { days: 90 },
    });
    expect(owed?.metAt).toBeUndefined();
  });

  it('同一行为送两次，只发生一次；同一编号换了内容，不予接受', async () => {
    const act = sampleAct('twice', [
      sampleStream('case/twice', 0),
      sampleStream('series/twice', 0, { kind: 'series' }),
    ]);
    const first = await home.store.append(act);
    const second = await home.store.append(act);
    expect(second).toEqual({ ...first, outcome: 'replayed' });
    const other = await home.store.append({ ...act, act: { ...act.act, digest: 'other' } });
    expect(other).toEqual({ outcome: 'reused' });
    expect(await versions('case/twice')).toEqual([1]);
  });

  it('版本已变的，指明现版本，且一字未写', async () => {
    await home.store.append(sampleAct('moved-1', [sampleStream('case/moved', 0)]));
    const late = sampleAct(
      'moved-2',
      [
        sampleStream('case/a-fresh', 0, { search: { text: '不应留下' } }),
        sampleStream('case/moved', 5),
        sampleStream('case/z-fresh', 0),
      ],
      { sealed: [{ ref: 'moved-2', subject: 'p', keyId: 'k', ciphertext: new Uint8Array([1]) }] },
    );
    expect(await home.store.append(late)).toEqual({
      outcome: 'conflict',
      stream: 'case/moved',
      expected: 5,
      actual: 1,
    });
    expect((await home.store.states.load(AGENCY, ['case/a-fresh', 'case/z-fresh'])).size).toBe(0);
    expect(await versions('case/a-fresh')).toEqual([]);
    expect((await home.store.countCases(AGENCY, { text: '不应留下' }, 9)).n).toBe(0);
    // The act did not happen, so its id is free for the same act built on the newest state.
    const again = sampleAct('moved-2', [sampleStream('case/moved', 1)]);
    expect(await home.store.append(again)).toMatchObject({ outcome: 'appended' });
    expect(await home.store.append(sampleAct('gone', [sampleStream('case/none', 3)]))).toMatchObject({
      actual: 0,
    });
  });

  it('十六人同时写一个案卷，每个版本恰有一人成功', async () => {
    for (const expected of [0, 1, 2]) {
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          home.store.append(sampleAct(`race-${expected}-${n}`, [sampleStream('case/race', expected)])),
        ),
      );
      expect(outcomes.filter((o) => o.outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter((o) => o.outcome === 'conflict')).toHaveLength(15);
    }
    expect(await versions('case/race')).toEqual([1, 2, 3]);
  });

  it('同一行为十六次同时送到，一次发生，其余照答', async () => {
    const act = sampleAct('storm', [sampleStream('case/storm', 0)]);
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => home.store.append(act)));
    expect(outcomes.filter((o) => o.outcome === 'appended')).toHaveLength(1);
    expect(outcomes.filter((o) => o.outcome === 'replayed')).toHaveLength(15);
    expect(await versions('case/storm')).toEqual([1]);
  });

  it('各写各的案卷互不妨碍；交叉写两个案卷的不会相互卡死', async () => {
    const apart = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        home.store.append(sampleAct(`apart-${n}`, [sampleStream(`case/apart-${n}`, 0)])),
      ),
    );
    expect(apart.every((o) => o.outcome === 'appended')).toBe(true);
    const crossed = await Promise.all(
      Array.from({ length: 16 }, (_, n) => {
        const both = [sampleStream('case/cross-a', 0), sampleStream('case/cross-b', 0)];
        return home.store.append(sampleAct(`cross-${n}`, n % 2 ? both : both.reverse()));
      }),
    );
    expect(crossed.filter((o) => o.outcome === 'appended')).toHaveLength(1);
    expect(crossed.filter((o) => o.outcome === 'conflict')).toHaveLength(15);
  });

  it('没有事件、重复的流、阅读流，都不收', async () => {
    const refused = [
      sampleAct('bad-1', []),
      sampleAct('bad-2', [sampleStream('case/bad', 0, { events: [] })]),
      sampleAct('bad-3', [sampleStream('case/bad', 0), sampleStream('case/bad', 1)]),
      sampleAct('bad-4', [sampleStream('access/bad', 0)]),
      sampleAct('', [sampleStream('case/bad', 0)]),
    ];
    for (const act of refused) await expect(home.store.append(act)).rejects.toMatchObject({ code: '22023' });
    expect(await versions('case/bad')).toEqual([]);
  });
});
