import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchOutcome, CaseView } from './contract/index.ts';
import { answerTo, clockOf, handler, head, unitHead } from './testing/case-at-work.ts';
import { signInEverybody } from './testing/demonstration-people.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { batchBody, formOf, sendBatch, skippers } from './testing/yearly-check.ts';
import type { Common, Own } from './testing/yearly-check.ts';

let house: TestInstance;
beforeAll(async () => {
  house = await testInstance();
});
afterAll(() => house.end());

const all = skippers(40);
/** Each is prepared to fail for a reason of its own. */
const [miscoded, filedBefore, related] = [7, 13, 21];
const wrongCode = '514201006900000070';

const streams = all.map(() => `case/${ulid()}`);
const idOf = (index: number) => (streams[index] ?? '').slice('case/'.length);
const sound = all
  .map((_, index) => index)
  .filter((index) => ![miscoded, filedBefore, related].includes(index));
const every = all.map((_, index) => index);

/** One act on these organisations' cases, all on the version their form showed. */
async function batch(
  by: string,
  common: Common,
  cases: readonly number[],
  own: (index: number, form: Awaited<ReturnType<typeof formOf>>['cases'][number]) => Own = () => ({}),
): Promise<readonly BatchOutcome[]> {
  const form = await formOf(
    house.client,
    by,
    common.name,
    cases.map((index) => streams[index] ?? ''),
  );
  const acts = cases.map((index, at) => {
    const one = form.cases[at];
    if (one === undefined) throw new Error(`没有第 ${index} 件案的表单`);
    return {
      stream: one.stream,
      ...(form.form?.restsOnSeen ? { basedOn: one.version } : {}),
      ...own(index, one),
    };
  });
  return sendBatch(house.client, by, common, acts);
}

/** Which cases came out otherwise than done, each with what it is told. */
const failing = (outcomes: readonly BatchOutcome[], cases: readonly number[]) =>
  outcomes.flatMap((one, at) =>
    one.outcome === 'done'
      ? []
      : [
          {
            index: cases[at],
            outcome: one.outcome,
            codes: (one.problem?.refusals ?? []).map(({ code }) => code),
          },
        ],
  );

function expectDone(outcomes: readonly BatchOutcome[]): void {
  const told = outcomes.filter(({ outcome }) => outcome !== 'done').map(({ problem }) => problem);
  expect(told).toEqual([]);
}

const approval = (step: string, comment: string): Common => ({
  name: 'case.approve',
  input: { matter: 'filing', step, opinion: 'agree' },
  record: { 'approval.comment': comment },
});

const filing: Common = {
  name: 'case.file',
  input: {
    cause: '没有按照规定接受年度检查',
    item: '社会组织的行政处罚',
    place: '武汉市',
    conductOn: '2025-06-30',
  },
  record: { 'filing.reason': '逾期未报送年度检查材料', 'filing.basis': '登记管理条例有关条款' },
};

/** As the workbench does: a new id for each party, so that a second filing is refused for what it is. */
const partyOf = (index: number, code?: string) => {
  const skipper = all[index];
  return {
    parties: [
      {
        ...{ id: ulid(), name: skipper?.name, kind: 'social-organisation' },
        record: {
          'party.code': code ?? skipper?.code,
          'party.representative': skipper?.representative,
          'party.address': skipper?.address,
        },
      },
    ],
  };
};

async function view(index: number): Promise<CaseView> {
  const response = await house.client.request(handler, 'GET', `/api/cases/${idOf(index)}`);
  return (await response.json()) as CaseView;
}

describe('四十家未年检，一批一批地办', () => {
  it('从登记到公告送达：三家各有其因，被点名；其余三十七家不受影响；再送一次不重办', {
    timeout: 120_000,
  }, async () => {
    const leads = await sendBatch(
      house.client,
      handler,
      {
        name: 'case.register-lead',
        input: { source: 'other' },
        record: { 'lead.route': '年度检查截止后比对名册' },
      },
      every.map((index) => ({
        id: idOf(index),
        input: { summary: `${all[index]?.name}没有按照规定接受年度检查` },
      })),
    );
    expectDone(leads);
    for (const [by, step, comment] of [
      [handler, 'handler', '建议立案'],
      [unitHead, 'unit', '同意承办人意见'],
      [head, 'head', '同意立案'],
    ] as const)
      expectDone(await batch(by, approval(step, comment), every));

    const early = await batch(handler, filing, [filedBefore], () => ({ input: partyOf(filedBefore) }));
    expectDone(early);

    const filed = await batch(handler, filing, every, (index) => ({
      input: partyOf(index, index === miscoded ? wrongCode : undefined),
    }));
    expect(failing(filed, every)).toEqual([
      { index: miscoded, outcome: 'refused', codes: ['FIELD_INVALID'] },
      { index: filedBefore, outcome: 'refused', codes: ['ALREADY_FILED'] },
    ]);
    const told = filed[miscoded]?.problem?.refusals?.[0];
    expect(told?.field).toBe('input.parties.0.record.party.code');
    expect(told?.sentence).toMatch(/统一社会信用代码/);

    const interest = await batch(
      unitHead,
      {
        name: 'case.report-interest',
        input: { officer: 'he', relation: 'close-relative' },
        record: { 'interest.detail': '与该会负责人是近亲属' },
      },
      [related],
    );
    expectDone(interest);
    const assigned = await batch(
      unitHead,
      { name: 'case.assign-handlers', input: { officers: ['zhou', 'he'], declared: ['zhou', 'he'] } },
      every,
    );
    const named = failing(assigned, every);
    expect(named.map(({ index }) => index)).toEqual([miscoded, related]);
    expect(named[0]?.codes).toContain('STAGE_RECORD_MISSING');
    expect(named[1]?.codes).toContain('CONFLICT_OF_INTEREST');
    for (const index of [miscoded, related]) {
      const refusal = assigned[index]?.problem?.refusals?.[0];
      expect(refusal?.clauses.length).toBeGreaterThan(0);
      expect(refusal?.remedy?.says).toMatch(/[\u4e00-\u9fff]/);
    }

    const officers = ['zhou', 'he'];
    const evidence = await batch(
      handler,
      {
        name: 'case.collect-evidence',
        input: { name: '年度检查名册比对结果', officers },
        record: {
          ...{ 'evidence.kind': 'documentary', 'evidence.origin': 'collected', 'evidence.place': '登记处' },
          ...{ 'evidence.formed-on': '2026-01-05', 'evidence.summary': '名册载明该会没有报送年度检查材料' },
          ...{ 'evidence.method': '从登记系统调取并打印', 'evidence.confirmation': 'absent' },
        },
      },
      sound,
    );
    expectDone(evidence);
    const assessed = await batch(
      handler,
      { name: 'case.assess-circumstances', record: assessment },
      sound,
      (_index, { prefill }) => ({ input: prefill.input, record: prefill.record }),
    );
    expectDone(assessed);
    const notice: Common = {
      name: 'case.give-notice',
      input: { bases: ['shetuan-30'] },
      record: {
        'notice.reasons': '逾期未接受年度检查，有名册比对结果为证',
        'notice.basis': '登记管理条例有关条款',
        'notice.rights': '可以陈述、申辩',
      },
    };
    const noticed = await batch(handler, notice, sound, (_index, { prefill, own }) => ({
      input: {
        ...prefill.input,
        sanctions: (own['sanctions.party'] ?? []).map(({ value }) => ({ party: value, kind: 'warning' })),
      },
      record: prefill.record,
    }));
    expectDone(noticed);

    const original = await scan();
    const announced: Common = {
      name: 'case.serve',
      occurredAt: await clockOf(house.client),
      record: {
        'service.announcement-number': '示例公告〔2026〕1 号',
        'service.announce-ground': 'whereabouts-unknown',
        'service.whereabouts': '登记住所无人办公，登记电话停机，两次上门查无下落',
        'service.announce-reason': '下落不明',
        'service.announce-way': 'website',
        'service.announce-course': '在本机关网站公告，列明各受送达人，期满视为送达',
        'service.announcement': original,
        'service.announce-images': original,
      },
    };
    const served = await batch(handler, announced, sound, (_index, { prefill }) => ({
      input: { ...prefill.input, method: 'announced' },
    }));
    expectDone(served);
    const [first = 0, second = 1] = sound;
    for (const index of [first, second]) {
      const service = (await view(index)).entries.find((entry) => entry.act === 'case.serve');
      expect(service?.defects).toEqual([]);
      expect(service?.fields).toContainEqual(expect.objectContaining({ text: '示例公告〔2026〕1 号' }));
    }

    const common: Common = {
      name: 'case.register-lead',
      input: { source: 'other' },
      record: { 'lead.route': '年度检查截止后比对名册' },
    };
    const body = batchBody(
      common,
      every.map((index) => ({ input: { summary: `${all[index]?.name}另一线索` } })),
    );
    const send = async () => {
      const response = await house.client.request(handler, 'POST', '/api/batches', body);
      return ((await response.json()) as { results: BatchOutcome[] }).results.map(({ outcome }) => outcome);
    };
    expect(new Set(await send())).toEqual(new Set(['done']));
    expect(new Set(await send())).toEqual(new Set(['replayed']));

    const mended = await batch(handler, filing, [miscoded], () => ({ input: partyOf(miscoded) }));
    expectDone(mended);
    expect((await view(miscoded)).parties).toHaveLength(1);
    expect(house.faults).toEqual([]);
  });
});

describe('批量的门与单件的门是一道', () => {
  it('检查不留痕迹；案卷在打开之后有变化的单独点名；同一案不能列两次', async () => {
    const id = ulid();
    const lead = {
      name: 'case.register-lead',
      input: { source: 'other' },
      record: { 'lead.route': '年度检查截止后比对名册' },
    };
    const own = { id, input: { summary: '某会没有接受年度检查' } };
    const checked = await sendBatch(house.client, handler, lead, [own], '/api/batches/check');
    expect(checked[0]?.outcome).toBe('possible');
    expect((await house.client.request(handler, 'GET', `/api/cases/${id}`)).status).toBe(404);
    await sendBatch(house.client, handler, lead, [own]);

    const stream = `case/${id}`;
    const stale = await sendBatch(house.client, handler, approval('handler', '建议立案'), [
      { stream, basedOn: 0 },
      { stream: `case/${ulid()}`, basedOn: 0 },
    ]);
    expect(stale.map(({ outcome }) => outcome)).toEqual(['changed', 'failed']);
    expect(stale[1]?.problem?.title).toBe('没有找到这个案卷');

    const twice = await house.client.request(
      handler,
      'POST',
      '/api/batches',
      batchBody(approval('handler', '建议立案'), [{ stream }, { stream }]),
    );
    expect(twice.status).toBe(400);
    expect(await twice.json()).toMatchObject({ field: 'acts.1.stream' });
  });

  it('单独办过的行为，列进一批再送，答已经办成', async () => {
    const id = ulid();
    const record = { 'lead.route': '年度检查截止后比对名册' };
    const input = { source: 'other', summary: '某会没有接受年度检查' };
    const alone = await answerTo(house.client, handler, { id, name: 'case.register-lead', input, record });
    expect(alone.result?.outcome).toBe('done');
    const again = await sendBatch(house.client, handler, { name: 'case.register-lead', input, record }, [
      { id },
    ]);
    expect(again[0]?.outcome).toBe('replayed');
  });

  it('所选案件可以办的事项：至少一件能办才列出', async () => {
    const cases = [idOf(miscoded), idOf(0)];
    const response = await house.client.request(handler, 'POST', '/api/batches/acts', { cases });
    const { acts } = (await response.json()) as { acts: { name: string; possible: number }[] };
    expect(acts).toContainEqual(expect.objectContaining({ name: 'case.collect-evidence', possible: 1 }));
    expect(acts.map(({ name }) => name)).not.toContain('case.file');
    expect(acts.map(({ name }) => name)).not.toContain('case.correct-entry');
  });

  it('别的机关的案卷不在其中，机关自己的事项不能成批', async () => {
    const form = await formOf(house.client, handler, 'case.approve', [`case/${ulid()}`]);
    expect(form).toMatchObject({ cases: [], missing: [expect.any(String)] });
    const own = await house.client.request(
      handler,
      'POST',
      '/api/batches',
      batchBody({ name: 'agency.register-unit' }, [{}]),
    );
    expect(own.status).toBe(400);
  });
});

/** The public notice as it was posted: one file that every case names. */
async function scan(): Promise<readonly { blob: string; name: string }[]> {
  const people = await signInEverybody(house.instance.url);
  const path = `/api/attachments?name=${encodeURIComponent('公告.pdf')}`;
  const answer = await people.send(handler, 'POST', path, new TextEncoder().encode('公告全文'));
  return [JSON.parse(new TextDecoder().decode(answer.bytes)) as { blob: string; name: string }].map(
    ({ blob, name }) => ({ blob, name }),
  );
}

const assessment = {
  'assessment.facts': '没有按照规定接受年度检查',
  'assessment.nature': '不接受监督检查',
  'assessment.degree': '连续一个年度',
  'assessment.harm': '没有查明其他后果',
  'assessment.removed-harm': 'no',
  'assessment.coerced': 'no',
  'assessment.confessed': 'no',
  'assessment.meritorious': 'no',
  'assessment.prescribed': 'no',
  'assessment.slight': 'no',
  'assessment.corrected': 'no',
  'assessment.harmless': 'no',
  'assessment.unmet-reason': '至今没有补报',
  'assessment.first': 'no',
  'assessment.slight-harm': 'no',
  'assessment.weighing': 'ordinary',
};
