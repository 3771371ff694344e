import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseAtWork } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { verifiedAgain } from './testing/verified-again.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

/** A case about what was done on that day, as far as the notice can be given. */
async function about(conductOn: string, record: Record<string, string> = {}): Promise<CaseAtWork> {
  const file = new CaseAtWork(house.client);
  await file.upTo('filing-approved');
  const filed = await file.lawful('filed');
  await file.do({
    ...filed,
    input: { ...filed.input, conductOn },
    record: { ...filed.record, 'filing.conduct-state': 'single' },
  });
  await file.upTo('interviewed', ['filed']);
  const assessed = await file.lawful('assessed');
  await file.do({
    ...assessed,
    record: { ...assessed.record, 'assessment.conduct-on': conductOn, ...record },
  });
  return file.upTo('concluded', ['filed', 'assessed']);
}

describe('NAT-CF-36-1 追责时效', () => {
  it('NAT-CF-36-1 NAT-CF-36-3 超过二年才发现的，告知被拒并写明届满之日和补救；认定持续到更晚的，准许', async () => {
    const file = await about('2022-05-10');
    const notice = await file.lawful('noticed');
    const [refusal, ...others] = await file.refused(notice);
    expect(refusal?.code).toBe('LIMITATION_EXPIRED');
    expect(others).toEqual([]);
    expect(refusal?.sentence).toContain('2024 年 5 月 10 日');
    expect(refusal?.sentence).toContain('第三十六条第一款');
    expect(refusal?.sentence).toContain('超过追责时效，再结案');

    const shown = (await file.view()).obligations.find(({ label }) => label.startsWith('追责时效'));
    expect(shown?.lawfulDue).toContain('2024-05-10');

    const again = await file.lawful('assessed');
    await file.do({
      ...again,
      record: {
        ...again.record,
        'assessment.conduct-on': '2025-06-30',
        'assessment.conduct-state': 'lasting',
      },
    });
    const later = (await file.view()).obligations.find(({ label }) => label.startsWith('追责时效'));
    expect(later?.lawfulDue).toContain('2027-06-30');
    await file.upTo('decided', ['filed', 'assessed', 'concluded']);
  });

  it('NAT-CF-36-1 时效之内发现的，照常告知和决定', async () => {
    const file = await about('2025-06-10');
    await file.upTo('decided', ['filed', 'assessed']);
  });

  it('上述办理全部经得起重新判定', async () => {
    expect((await verifiedAgain(house)).discrepancies).toEqual([]);
    expect(house.faults).toEqual([]);
  });
});
