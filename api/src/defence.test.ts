import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalView } from './contract/index.ts';
import { CaseAtWork, handler, second } from './testing/case-at-work.ts';
import type { Told } from './testing/case-at-work.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const fresh = () => new CaseAtWork(house.client);

/** The one obligation of that duty, as the case page shows it. */
async function owed(file: CaseAtWork, duty: string) {
  const found = (await file.view()).obligations.find((one) => one.id.startsWith(`${duty}/`));
  if (found === undefined) throw new Error(`没有这一项：${duty}`);
  return found;
}

function codes(refusals: readonly RefusalView[]): string[] {
  return refusals.map((one) => one.code);
}

describe('期间怎样计算', () => {
  it('NAT-MS-85-1 三月二日送达，十五日的缴款期限自三月三日起算，末日三月十七日', async () => {
    await house.client.moveClock('2026-03-02T10:00');
    const file = await fresh().upTo('decision-served');
    const pay = await owed(file, 'pay-fine');
    expect(pay.from.slice(0, 10)).toBe('2026-03-02');
    expect(pay.due.slice(0, 10)).toBe('2026-03-17');
  });

  it('NAT-MS-85-1 把送达当日算进去的末日三月十六日，不是期限届满之日', async () => {
    await house.client.moveClock('2026-03-02T15:00');
    const file = await fresh().upTo('decision-served');
    await house.client.moveClock('2026-03-17T09:00');
    expect((await owed(file, 'pay-fine')).status).not.toBe('late');
    await house.client.moveClock('2026-03-18T09:00');
    expect((await owed(file, 'pay-fine')).status).toBe('late');
  });

  it('NAT-MS-85-2 九月十七日送达，末日十月二日遇国庆，顺延到十月八日', async () => {
    await house.client.moveClock('2026-09-17T10:00');
    const file = await fresh().upTo('decision-served');
    const pay = await owed(file, 'pay-fine');
    expect(pay.lawfulDue.slice(0, 10)).toBe('2026-10-08');
    await house.client.moveClock('2026-10-08T12:00');
    expect((await owed(file, 'pay-fine')).status).not.toBe('late');
  });

  it('NAT-MS-85-2 末日是工作日的不顺延', async () => {
    await house.client.moveClock('2026-10-12T10:00');
    const file = await fresh().upTo('decision-served');
    expect((await owed(file, 'pay-fine')).lawfulDue.slice(0, 10)).toBe('2026-10-27');
  });
});

describe('送达和笔录', () => {
  const left = async (file: CaseAtWork, record: Record<string, unknown>): Promise<Told> => {
    const told = await file.lawful('notice-served');
    return {
      ...told,
      input: { ...told.input, method: 'left-in-place' },
      record: {
        'service.recipient': '邹示范',
        'service.place': '示范路 1 号',
        'service.left-ground': 'refused',
        'service.refusal': '当日拒绝签收',
        'service.receipt': [],
        ...record,
      },
    };
  };

  it('WHMZ-JL-21-3 留置送达有见证人签名而没有照片的，照样办成：影像可以附，不强制', async () => {
    const file = await fresh().upTo('noticed');
    const told = await left(file, {
      'service.left-proof': 'witnessed',
      'service.witness': '示范社区工作人员孔示例',
    });
    expect((await file.send(told)).status).toBe(201);
  });

  it('WHMZ-JL-21-3 见证人和影像都没有的，国家规定拒绝', async () => {
    const file = await fresh().upTo('noticed');
    const refusals = await file.refused(await left(file, {}));
    expect(codes(refusals)).toContain('SERVICE_PROOF_MISSING');
    expect(refusals.find((one) => one.code === 'SERVICE_PROOF_MISSING')?.sentence).toContain(
      '《民事诉讼法》',
    );
  });

  it('WHMZ-JL-11-2 名录之外手写的姓名不收；从名录选取的办成', async () => {
    const file = await fresh().upTo('assigned');
    const told = await file.lawful('interviewed');
    const answer = await file.send({ ...told, input: { ...told.input, officers: ['zhou', 'zhangsan'] } });
    expect(answer.problem?.refusals?.map((one) => one.code)).toContain('OFFICER_UNKNOWN');
    expect((await file.send(told)).status).toBe(201);
  });
});

describe('告知、申辩、复核', () => {
  const statement = (id: string): Told => ({
    id,
    by: handler,
    name: 'case.record-statement',
    input: {
      party: 'p1',
      waives: false,
      points: [
        { kind: 'fact', text: '收费的是外聘教师个人。' },
        { kind: 'reason', text: '第一次违法，请求从轻。' },
      ],
    },
  });
  const review = (of: string, points: readonly object[]): Told => ({
    by: second,
    name: 'case.review-defence',
    input: { statement: of, reviewer: 'he', points },
    record: { 'defence.method': '核对收费单据' },
  });
  const deciding = async (file: CaseAtWork): Promise<Told> => {
    const told = await file.lawful('decided');
    return { ...told, record: { ...told.record, 'decision.adoption': '第一项不成立，第二项已经从轻' } };
  };
  const approveDecision = async (file: CaseAtWork) => {
    for (const step of ['judged', 'decision-proposed', 'decision-reviewed', 'decision-approved'] as const)
      await file.step(step);
  };

  it('WHMZ-JL-14-1 没有逐项列出权利的告知书不能制作；表单里已经列好', async () => {
    const file = await fresh().upTo('assessed');
    const told = await file.lawful('noticed');
    const { rights, ...input } = told.input as { rights: unknown };
    expect(rights).toBeDefined();
    expect(codes(await file.refused({ ...told, input }))).toEqual(['NOTICE_INCOMPLETE']);
    expect((await file.send(told)).status).toBe(201);
  });

  it('WHMZ-JL-14-4 NAT-CF-45-2 NAT-CF-45-3 有一项没有复核的、成立而没有答复的、申辩之后加重的，都不能处罚；逐项答复之后办成', async () => {
    const file = await fresh().upTo('notice-served');
    const said = ulid();
    await file.do(statement(said));
    await file.do(review(said, [{ point: 1, result: 'not-upheld', reason: '单据盖有该会的章' }]));
    await file.step('waived');
    await approveDecision(file);
    const unreviewed = await file.refused(await file.lawful('decided'));
    expect(codes(unreviewed)).toContain('DEFENCE_UNREVIEWED');
    expect(unreviewed.map((one) => one.sentence).join('')).toContain('第 2 项');
    expect(unreviewed.map((one) => one.sentence).join('')).not.toContain('第 1 项');

    await file.do(review(said, [{ point: 2, result: 'upheld', reason: '确系第一次' }]));
    await approveDecision(file);
    expect(codes(await file.refused(await deciding(file)))).toEqual(['DEFENCE_NOT_ADOPTED']);

    await file.do(review(said, [{ point: 2, result: 'upheld', effect: 'none', reason: '告知时已经从轻' }]));
    await approveDecision(file);
    const told = await deciding(file);
    const heavier = { ...told.input, sanctions: [{ party: 'p1', kind: 'fine', amount: 500_001 }] };
    expect(codes(await file.refused({ ...told, input: heavier }))).toEqual(['HEAVIER_AFTER_DEFENCE']);
    expect((await file.send(told)).status).toBe(201);
  });
});
