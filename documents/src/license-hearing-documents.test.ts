import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import type { EntryKind } from '@zhaozhang/core';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyStage, Rehearsal, setUpAgency } from '@zhaozhang/law/rehearsal';
import type { RehearsedStep } from '@zhaozhang/law/rehearsal';
import { renderDocument } from './render-document.ts';
import type { Showing } from './value-text.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A case with a hearing, of a license or of a penalty, played to its end. */
async function played(story: string): Promise<Showing> {
  const read = async (name: string) =>
    parse(await readFile(at(`../../law/examples/${name}.yaml`), 'utf8')) as {
      law: readonly string[];
      setup: { at: string; acts: Parameters<typeof setUpAgency>[1] };
      steps: (RehearsedStep & { as: string })[];
    };
  const [standard, heard] = await Promise.all([read('standard'), read(story)]);
  const { law } = compileBundle(library, [...standard.law, 'npc/licensing-law/2019-04-23']);
  const begin = setUpAgency(emptyStage('example'), standard.setup.acts, `${standard.setup.at}:00+08:00`, law);
  const rehearsal = new Rehearsal(law, begin);
  for (const step of heard.steps) {
    const { decision } = rehearsal.play(step);
    expect('refusals' in decision ? decision.refusals : []).toEqual([]);
  }
  return { state: rehearsal.state, agency: rehearsal.agency, law };
}

let license: Showing;
let penalty: Showing;
beforeAll(async () => {
  license = await played('license-heard');
  penalty = await played('heard');
});

const drawn = (showing: Showing, kind: EntryKind): string => {
  const entry = showing.state.entries.find((one) => one.kind === kind);
  return entry === undefined ? '' : (renderDocument(entry, showing) ?? '');
};

describe('听证的文书', () => {
  it('NAT-XK-47-1 听证告知书写给申请人和利害关系人，写明权利和期限', () => {
    const html = drawn(license, 'hearing-offer');
    for (const text of [
      '行政许可听证告知书',
      '听证参加人：青禾示例服务中心',
      '听证参加人：邻户甲',
      '不收取任何费用',
    ])
      expect(html).toContain(text);
    expect(html).toContain('提出听证申请的期限（送达后的工作日）：5');
  });

  it('NAT-XK-48-1 许可的听证通知书写明时间、地点、主持人，不印内部的判断；处罚的仍是处罚的通知书', () => {
    const html = drawn(license, 'hearing-notice');
    for (const text of ['行政许可听证通知书', '邻户甲', '2026 年 10 月 10 日', '本局第一会议室', '孙处长'])
      expect(html).toContain(text);
    expect(html).not.toContain('需要向社会公告');
    expect(drawn(penalty, 'hearing-notice')).toContain('行政处罚听证通知书');
    expect(drawn(penalty, 'hearing-notice')).not.toContain('行政许可');
  });

  it('NAT-XK-48-2 NAT-CF-64-8 听证笔录印出提出的理由、质证和确认，许可和处罚各用各的栏目', () => {
    const html = drawn(license, 'hearing');
    for (const text of [
      '听证笔录',
      '审查人员提出的意见和理由',
      '邻户甲要求夜间不使用院落',
      '参加人对笔录的确认',
    ])
      expect(html).toContain(text);
    const penalised = drawn(penalty, 'hearing');
    expect(penalised).toContain('当事人认可事实');
    expect(penalised).not.toContain('申请人、利害关系人的申辩和质证');
  });

  it('送达回证写明收到听证文书的利害关系人', () => {
    const served = license.state.entries.find((one) => one.kind === 'service' && one.data.party === 'n1');
    expect(served === undefined ? '' : renderDocument(served, license)).toContain('受送达人：邻户甲');
  });
});
