import { describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import type { FormView } from './contract/index.ts';
import { answerTo, handler } from './testing/case-at-work.ts';
import type { Answer } from './testing/case-at-work.ts';
import { rawIn, toldFiles } from './testing/told-files.ts';

/** A penalty handled together with the police and the fire brigade, through HTTP as an officer meets it. */
const told = toldFiles('joint-', (title, beginning) => title.startsWith(beginning));
const { get, refused, rowOf, viewOf } = told;
const title = '超出业务范围举办收费游艺活动';
const police = '武汉市公安局示例分局';
const brigade = '武汉市示例区消防救援大队';

const streamOf = async (): Promise<string> => (await rowOf(title)).stream;
const form = async (act: string): Promise<FormView> =>
  get(`/api/cases/${(await streamOf()).slice('case/'.length)}/forms/${act}`);
const printed = async (kind: string): Promise<string> => {
  const view = await viewOf(title);
  const entry = view.entries.find((one) => one.kind === kind && one.document);
  const path = `/api/cases/${view.stream.slice('case/'.length)}/documents/${entry?.id ?? ''}`;
  const response = await told.house().client.request(handler, 'GET', path);
  expect(response.status).toBe(200);
  return response.text();
};
async function doing(name: string, input: object, record: object = {}): Promise<Answer> {
  const stream = await streamOf();
  const { version, now } = await viewOf(title);
  return answerTo(told.house().client, handler, {
    ...{ id: ulid(), name, stream, input, record, occurredAt: now.slice(0, 16), basedOn: version },
  });
}
const codes = (answer: Answer): readonly string[] =>
  (answer.problem?.refusals ?? []).map(({ code, field }) =>
    field === undefined ? code : `${code} ${field}`,
  );

describe('联合执法', () => {
  it('NAT-CF-29-1 NAT-CF-42-2 从参加到公示办成，途中该拒的都拒了', () => {
    expect(refused).toEqual([
      'PARTNER_SELF',
      'LEAD_TAKEN',
      'OFFICER_COUNT_LOW',
      'ORIGIN_MISMATCH',
      'FIELD_MISSING',
      'DOUBLE_FINE',
      'FIELD_MISSING',
    ]);
  });

  it('案件页和案件列表写明与谁联合执法：各机关的职权事项、人员、文书、退出和结果', async () => {
    const row = await rowOf(title);
    expect(row.partners).toEqual([police]);
    const { partners } = await viewOf(title);
    expect(partners).toMatchObject([
      {
        name: police,
        role: '牵头',
        matters: ['治安管理'],
        ours: ['社会团体的登记管理'],
        people: ['武示例（武公示-3107）', '文示例（武公示-3112）'],
        document: '《游艺场所联合整治方案》（武整示〔2026〕1 号）',
        result: { text: '给予行政处罚，2026 年 2 月 24 日，武公示（治）罚决字〔2026〕118号' },
      },
      { name: brigade, role: '配合', left: { reason: '消防安全检查没有发现问题，其事项已经办结。' } },
    ]);
    const others = (await get<{ rows: readonly { partners?: readonly string[] }[] }>('/api/cases')).rows;
    expect(others.filter((one) => one.partners !== undefined)).toHaveLength(1);
  });

  it('记录里写明联合执法机关的到场人员和移交的证据；屏幕上没有一处露出编号或者英文', async () => {
    const view = await viewOf(title);
    // A file is called as whoever attached it called it.
    expect(rawIn(view).filter((text) => !text.endsWith('.jpg'))).toEqual([]);
    const textOf = (kind: string): string =>
      view.entries
        .filter((entry) => entry.kind === kind)
        .flatMap(({ fields }) => fields.map(({ label, text }) => `${label}：${text}`))
        .join('\n');
    expect(textOf('scene-record')).toContain(`联合执法机关的到场人员：${police} 武示例 武公示-3107；`);
    expect(textOf('interview')).toContain(`联合执法机关的到场人员：${police} 武示例 武公示-3107`);
    expect(textOf('evidence')).toContain(`取得该证据并移交的联合执法机关：${police}`);
    expect(textOf('evidence')).toContain('其他机关移送');
  });

  it('NAT-CF-17-1 文书写明联合执法的安排：各管各的事项，落款只有本机关；到场的对方人员单列', async () => {
    const scene = await printed('scene-record');
    expect(scene).toContain('依《游艺场所联合整治方案》（武整示〔2026〕1 号）');
    expect(scene).toContain(`${police}（牵头；职权事项：治安管理）`);
    expect(scene).toContain(`${brigade}（配合；职权事项：消防安全检查）`);
    expect(scene).toContain(`${police} 武示例（执法证件 武公示-3107）`);
    expect(scene).toContain('不是本机关的执法人员');
    const interview = await printed('interview');
    expect(interview).toContain('询问笔录');
    expect(interview).toContain(`${police} 武示例（执法证件 武公示-3107）`);
    expect(interview).not.toContain('文示例');
    // The brigade had left by then: papers say who went along when they were made.
    for (const kind of ['notice', 'decision']) {
      const paper = await printed(kind);
      expect(paper).toContain(police);
      expect(paper).not.toContain(brigade);
      expect(paper).toContain('其他机关的事项由各机关自行决定');
      expect(paper.slice(paper.indexOf('<footer>'))).not.toContain(police);
    }
  });

  it('WHMZ-GS-6-1 公开页的作出机关只有本机关，写明与谁联合执法', async () => {
    const html = await told.publicPage(title);
    expect(html).toContain(`与${police}联合执法`);
    expect(html).toContain('其他机关的决定由各机关自行公示');
    expect(html).not.toContain(brigade);
    expect(html).toContain('作出行政处罚的决定：警告');
  });

  it('表单只在联合执法的案卷里问对方的人员；预先列出参加时写明的人', async () => {
    const scene = await form('case.inspect-scene');
    expect(scene.input.find(({ name }) => name === 'partnersPresent')?.rows?.[0]).toMatchObject({
      label: '所属的机关',
      options: [{ label: police }],
    });
    expect(scene.prefill.input['partnersPresent']).toHaveLength(2);
    const evidence = await form('case.collect-evidence');
    const from = evidence.input.find(({ name }) => name === 'partner');
    expect(from?.options?.map(({ label }) => label)).toEqual([police, brigade]);
    const lead = await answerTo(told.house().client, handler, {
      ...{ id: ulid(), name: 'case.register-lead' },
      input: { source: 'inspection', summary: '另一件独自办理的案件' },
    });
    const alone = (lead.result?.stream ?? '').slice('case/'.length);
    const bare = await get<FormView>(`/api/cases/${alone}/forms/case.inspect-scene`);
    expect(bare.input.map(({ name }) => name)).not.toContain('partnersPresent');
  });

  it('同一机关不能登记两次，不在本案的机关不能退出；更正录入能改正写错的人员', async () => {
    const again = await doing('case.join-enforcement', {
      ...{ name: police, role: 'support', matters: [{ matter: '治安管理' }] },
      ...{ ours: [{ matter: '社会团体的登记管理' }], people: [], document: '武整示〔2026〕1 号' },
    });
    expect(codes(again)).toEqual(['ALREADY_JOINED input.name']);
    expect(codes(await doing('case.leave-enforcement', { partner: 'p1', reason: '不再参加' }))).toEqual([
      'PARTNER_UNKNOWN input.partner',
    ]);
    const { partners } = await viewOf(title);
    const mended = await doing('case.correct-entry', {
      entry: partners?.[0]?.id,
      fields: { 'input.document': '《游艺场所联合整治方案》（武整示〔2026〕1 号修订）' },
      reason: '文号写漏了修订',
    });
    expect(mended.status).toBe(201);
    expect((await viewOf(title)).partners?.[0]?.document).toContain('修订');
  });

  it('又有机关参加的，没有登记它的结果不能结案；写明不知道的理由就不再拦', async () => {
    const joined = await doing('case.join-enforcement', {
      ...{ name: '武汉市示例区城市管理执法局', role: 'support', matters: [{ matter: '市容管理' }] },
      ...{ ours: [{ matter: '社会团体的登记管理' }], people: [], document: '武整示〔2026〕4 号' },
    });
    expect(joined.status).toBe(201);
    expect(codes(await doing('case.close', { ground: 'performed' }))).toContain('PARTNER_RESULT_MISSING');
    const { acts } = await viewOf(title);
    const closing = acts.find(({ name }) => name === 'case.close');
    const said = closing?.refusals.find(({ code }) => code === 'PARTNER_RESULT_MISSING');
    expect(said?.sentence).toContain('武汉市示例区城市管理执法局');
    expect(said?.remedy?.act).toBe('case.record-partner-result');
    const results = await form('case.record-partner-result');
    const partner = (await viewOf(title)).partners?.at(-1)?.id;
    expect(results.prefill.input).toMatchObject({ partner });
    expect(codes(await doing('case.record-partner-result', { partner, outcome: 'unknown' }))).toEqual([
      'REASON_MISSING input.reason',
    ]);
    const unknown = { partner, outcome: 'unknown', reason: '三月二十日去函，尚未答复' };
    expect((await doing('case.record-partner-result', unknown)).status).toBe(201);
    expect(codes(await doing('case.close', { ground: 'performed' }))).not.toContain('PARTNER_RESULT_MISSING');
  });

  it('事件、状态、判定、日志全部相符', () => told.verified());
});
