import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import type { FieldMap } from '../../canonical.ts';
import { obligations } from '../../obligations.ts';
import { caseAt, caseWith, lawfulAct, organisation } from '../../trial/lawful-path.ts';
import { PlayedCase, codesOfRefusals, staffedAgency } from '../../trial/played-case.ts';
import type { Milestone } from '../../trial/lawful-path.ts';
import type { Told } from '../../trial/played-case.ts';
import { presentParties } from '../parties/present-parties.ts';
import { filingOf, handlersOf } from '../reading.ts';
import { emptyCase, entriesOf } from '../state.ts';
import type { CaseState } from '../state.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const another = { ...organisation, id: 'P8', name: '示例青苗志愿者协会', record: {} };
const agreed = (matter: string, at: string): Told => ({
  act: 'case.approve',
  by: 'head',
  at,
  input: { matter, opinion: 'agree' },
  record: { 'approval.comment': '同意' },
});

/** A second case of the agency as far as the milestone. */
function second(milestone: Milestone): CaseState {
  return { ...caseAt(law, milestone).state, stream: 'case/second' };
}

function withSecond(milestone: Milestone, other: CaseState = second('filed')): PlayedCase {
  const played = caseAt(law, milestone);
  played.cases = { 'case/second': other };
  return played;
}

describe('司法机关移回的案件', () => {
  const returned = (returnOf: string): Told => ({
    ...{ id: 'RT1', act: 'case.register-lead', by: 'h1', at: '2026-05-07T09:00' },
    input: { source: 'judicial-return', summary: '检察院移回收费一案', returnOf },
    record: {
      'lead.judicial-organ': '江城市人民检察院江检移〔2026〕3 号',
      'lead.judicial-document': [{ blob: `sha256:${'a'.repeat(64)}`, name: '不起诉决定书.pdf' }],
      'lead.former-number': '江民立字〔2026〕1号',
    },
  });
  function referred(): CaseState {
    const played = caseAt(law, 'interviewed');
    const told = (act: string, input: object, record: FieldMap, at: string): Told => ({
      ...{ act, by: 'h1', at, input, record },
    });
    played.do(
      told('case.flag-crime', { offence: '非法经营罪' }, { 'crime.basis': '数额较大' }, '2026-03-20T09:00'),
    );
    played.do(
      told(
        'case.refer-crime',
        { recipient: '江城市公安局', evidence: ['I1'] },
        { 'crime.materials': '移送书一份' },
        '2026-03-20T10:00',
      ),
    );
    return { ...played.state, stream: 'case/second' };
  }
  const fresh = (other: CaseState): PlayedCase => {
    const played = new PlayedCase(law, staffedAgency());
    played.cases = { 'case/second': other };
    return played;
  };

  it('NAT-CF-27-2 新的案源和原来移送的案卷各写着对方', () => {
    const played = fresh(referred());
    played.do(returned('case/second'));
    expect(entriesOf(played.state, 'lead').map(({ data }) => data.source)).toEqual(['judicial-return']);
    expect(
      entriesOf(played.state, 'link').map(({ data }) => [data.other, data.number, data.relation]),
    ).toEqual([['case/second', '江民立字〔2026〕1号', 'caused-by']]);
    const there = entriesOf(played.cases['case/second'] ?? emptyCase('', ''), 'link');
    expect(there.map(({ data }) => [data.other, data.relation])).toEqual([['case/trial', 'causes']]);
  });

  it('NAT-CF-27-2 所选的案件没有移送过司法机关、不在本机关的，拒绝', () => {
    expect(codesOfRefusals(fresh(second('filed')).refused(returned('case/second')))).toEqual([
      'CRIME_NOT_REFERRED',
    ]);
    expect(codesOfRefusals(fresh(referred()).refused(returned('case/third')))).toEqual(['CASE_UNKNOWN']);
  });
});

describe('关联案件', () => {
  const linking: Told = {
    id: 'LK1',
    act: 'case.link',
    by: 'h1',
    at: '2026-03-06T10:00',
    input: { other: 'case/second', relation: 'caused-by' },
  };

  it('两案的卷里都写着对方和关系，各从自己一边说', () => {
    const played = withSecond('assessed');
    played.do(linking);
    const here = entriesOf(played.state, 'link');
    const there = entriesOf(played.cases['case/second'] ?? emptyCase('', ''), 'link');
    expect(here.map((entry) => [entry.data.other, entry.data.relation])).toEqual([
      ['case/second', 'caused-by'],
    ]);
    expect(there.map((entry) => [entry.data.other, entry.data.relation])).toEqual([['case/trial', 'causes']]);
  });

  it('同一关系不关联两次，另一种关系可以', () => {
    const played = withSecond('assessed');
    played.do(linking);
    expect(codesOfRefusals(played.refused({ ...linking, id: 'LK2' }))).toEqual(['ALREADY_LINKED']);
    played.do({ ...linking, id: 'LK3', input: { other: 'case/second', relation: 'same-evidence' } });
  });
});

describe('并案', () => {
  const merging: Told = {
    id: 'M1',
    act: 'case.merge',
    by: 'h1',
    at: '2026-03-06T14:00',
    input: { into: 'case/second', reason: '同一当事人一并处理' },
  };
  const merged = (other?: CaseState) => {
    const played = withSecond('assessed', other);
    played.do(agreed('merger', '2026-03-06T11:00'));
    played.do(merging);
    return { played, into: played.cases['case/second'] ?? emptyCase('', '') };
  };

  it('本案不再往前办，也不再欠办案的各项，只待结案归档', () => {
    const { played } = merged();
    expect(codesOfRefusals(played.refused(lawfulAct('noticed')))).toContain('CASE_MERGED');
    expect(
      obligations(played.state, law)
        .filter((one) => one.met === undefined)
        .map((one) => one.duty),
    ).toEqual([]);
    played.do({ act: 'case.close', by: 'h1', at: '2026-03-09T09:00', input: { ground: 'merged' } });
  });

  it('并入的案件可以引用并来的证据，证据仍写明原在哪一案；同一当事人不列两次', () => {
    const { played, into } = merged();
    const brought = entriesOf(into, 'evidence');
    expect(brought.map((entry) => entry.data.from)).toEqual([{ stream: 'case/trial', entry: 'I1' }]);
    expect(brought[0]?.data.name).toContain(filingOf(played.state)?.data.number);
    expect(presentParties(into).map((party) => party.data.name)).toEqual([organisation.name]);
    const [intake] = entriesOf(into, 'intake');
    expect(intake === undefined ? '' : entryTitle(into, intake)).toContain(
      filingOf(played.state)?.data.number ?? '没有文号',
    );
  });

  it('并来的证据带着原来的瑕疵和时刻', () => {
    const defect = { code: 'OFFICER_COUNT_LOW', rule: '', clauses: [], because: '', reason: '' };
    const played = withSecond('assessed');
    played.state = {
      ...played.state,
      entries: played.state.entries.map((entry) =>
        entry.id === 'I1' ? { ...entry, defects: [{ ...defect, effect: 'void' }] } : entry,
      ),
    } as CaseState;
    played.do(agreed('merger', '2026-03-06T11:00'));
    played.do(merging);
    const [brought] = entriesOf(played.cases['case/second'] ?? emptyCase('', ''), 'evidence');
    expect(brought?.defects.map(({ code }) => code)).toEqual(['OFFICER_COUNT_LOW']);
    expect(brought?.at).toBe('2026-03-05T09:00:00+08:00');
  });

  it('另案没有的当事人在另案列为当事人，须另行告知', () => {
    const other = second('filed');
    const without = {
      ...other,
      entries: other.entries.map((entry) =>
        entry.kind === 'party'
          ? { ...entry, data: { ...entry.data, name: '别的示例协会' }, record: {} }
          : entry,
      ),
    } as CaseState;
    const { into } = merged(without);
    expect(presentParties(into).map((party) => party.id)).toEqual(['P1', 'M1-p1']);
  });

  it('不能并入已经作出决定、已经并出或者终止的案件', () => {
    const played = withSecond('assessed', second('decided'));
    played.do(agreed('merger', '2026-03-06T11:00'));
    expect(codesOfRefusals(played.refused(merging))).toEqual(['ALREADY_DECIDED']);
    const again = withSecond('assessed', { ...merged().played.state, stream: 'case/second' });
    again.do(agreed('merger', '2026-03-06T11:00'));
    expect(codesOfRefusals(again.refused(merging))).toEqual(['CASE_MERGED']);
  });
});

describe('分案', () => {
  const splitting: Told = {
    id: 'SP1',
    act: 'case.split',
    by: 'h1',
    at: '2026-03-09T10:00',
    input: { parties: ['P8'], reason: '该协会的行为须另行查明' },
  };
  const divided = () => {
    const played = caseWith(law, 'assessed', (milestone, told) =>
      milestone === 'filed'
        ? {
            ...told,
            input: {
              ...(told.input as object),
              parties: [organisation, { ...another, record: organisation.record }],
            },
          }
        : told,
    );
    played.do(agreed('split', '2026-03-09T09:00'));
    played.do(splitting);
    return { played, own: played.cases['case/SP1'] ?? emptyCase('', '') };
  };

  it('分出的案件有自己的文号，带着案源、立案、承办人、证据和当事人；原案不再对分出的当事人', () => {
    const { played, own } = divided();
    const numbers = [filingOf(played.state), filingOf(own)].map((filing) => filing?.data.number);
    expect(new Set(numbers).size).toBe(2);
    expect(entriesOf(own, 'lead')).toHaveLength(1);
    expect(handlersOf(own)).toEqual(['h1', 'h2']);
    expect(entriesOf(own, 'evidence').map((entry) => entry.data.from?.entry)).toEqual(['I1']);
    expect(presentParties(own).map(({ id }) => id)).toEqual(['P8']);
    expect(presentParties(played.state).map(({ id }) => id)).toEqual(['P1']);
    const [there] = entriesOf(own, 'split');
    const [here] = entriesOf(played.state, 'split');
    expect([here?.data.other, there?.data.other]).toEqual(['case/SP1', 'case/trial']);
  });

  it('NAT-CF-60-1 分出的案件仍自最初立案之日计算办案期限', () => {
    const { played, own } = divided();
    const due = (state: CaseState) =>
      obligations(state, law).find((one) => one.duty === 'decide-case')?.lawfulDue;
    expect(due(own)).toBe(due(played.state));
  });

  it('不能把全部当事人都分出去', () => {
    const played = caseWith(law, 'assessed', (milestone, told) =>
      milestone === 'filed'
        ? {
            ...told,
            input: {
              ...(told.input as object),
              parties: [organisation, { ...another, record: organisation.record }],
            },
          }
        : told,
    );
    played.do(agreed('split', '2026-03-09T09:00'));
    expect(
      codesOfRefusals(played.refused({ ...splitting, input: { parties: ['P1', 'P8'], reason: '另行查明' } })),
    ).toEqual(['NOTHING_LEFT']);
  });
});
