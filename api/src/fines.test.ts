import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseAtWork, administrator, head, organisation } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

/** A case about what was done on that very day, as far as the decision can be made. */
async function aboutTheSame(conductOn: string): Promise<CaseAtWork> {
  const file = new CaseAtWork(house.client);
  await file.upTo('filing-approved');
  const filed = await file.lawful('filed');
  await file.do({ ...filed, input: { ...filed.input, conductOn } });
  await file.upTo('interviewed', ['filed']);
  const assessed = await file.lawful('assessed');
  await file.do({ ...assessed, record: { ...assessed.record, 'assessment.conduct-on': conductOn } });
  return file.upTo('decision-approved', ['filed', 'assessed']);
}

describe('NAT-CF-29-1 同一违法行为不得罚款两次', () => {
  it('另案再罚被拒，写明前一决定的文号；被撤销之后准许，核验相符', async () => {
    const first = await aboutTheSame('2025-06-10');
    await first.do(await first.lawful('decided'));
    const second = await aboutTheSame('2025-06-10');
    const [refusal, ...others] = await second.refused(await second.lawful('decided'));
    expect(refusal?.code).toBe('DOUBLE_FINE');
    expect(others).toEqual([]);
    const number = /〔2026〕\d+号/.exec(refusal?.sentence ?? '')?.[0];
    expect(number).toBeDefined();
    const full = (await first.view()).entries
      .map((entry) => /\S*〔2026〕\d+号/.exec(entry.title)?.[0])
      .find((found) => found?.endsWith(`罚决字${number ?? ''}`));
    await second.do({
      by: administrator,
      name: 'agency.record-fine-revocation',
      input: {
        ...{ number: full, name: organisation.name, code: organisation.record['party.code'] },
        ...{ on: (await second.request({ by: head, name: '', input: {} })).occurredAt?.slice(0, 10) },
        document: '复议决定书',
      },
    });
    await second.do(await second.lawful('decided'));
  });

  it('负责人认定是另一违法行为之后准许；不存在的文号不能认定', async () => {
    const first = await aboutTheSame('2025-06-11');
    await first.do(await first.lawful('decided'));
    const second = await aboutTheSame('2025-06-11');
    const [refusal] = await second.refused(await second.lawful('decided'));
    const number = /([^\s局]*罚决字〔2026〕\d+号)/.exec(refusal?.sentence ?? '')?.[0] ?? '';
    const confirm = (of: string) => ({
      by: head,
      name: 'case.confirm-distinct-conduct',
      input: { party: organisation.id, number: of },
      record: { 'distinct.reason': '上午在甲地办班，下午在乙地收费，是两次行为。' },
    });
    const [unknown] = await second.refused(confirm('没有的文号'));
    expect(unknown?.code).toBe('FORMER_FINE_UNKNOWN');
    await second.do(confirm(number));
    await second.do(await second.lawful('decided'));
  });

  it('上述办理全部经得起重新判定', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
