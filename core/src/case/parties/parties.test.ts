import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import { cleanedBy } from '../../publication/page.ts';
import { caseAt, lawfulAct, organisation, person, sanctions } from '../../trial/lawful-path.ts';
import { codesOfRefusals } from '../../trial/played-case.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { presentParties } from './present-parties.ts';
import { changedSinceApproval, approvalOf, partyName } from '../reading.ts';
import { summaryOf } from '../summary.ts';
import { entriesOf, entryById } from '../state.ts';
import { entryTitle } from '../title.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const another = { ...organisation, id: 'P8', name: '示例青苗志愿者协会' };
const joining: Told = {
  id: 'J1',
  act: 'case.join-party',
  by: 'chief',
  at: '2026-03-12T09:00',
  input: { parties: [another], reason: '共同收取了费用' },
};
const renaming: Told = {
  id: 'X2',
  act: 'case.rename-party',
  by: 'h1',
  at: '2026-03-12T09:00',
  input: { party: 'P1', name: '更名示例协会' },
  record: { 'party.change-proof': '变更登记通知书' },
};
const succeeding: Told = {
  id: 'Z1',
  act: 'case.succeed-party',
  by: 'chief',
  at: '2026-03-12T09:00',
  input: { party: 'P1', manner: 'merger', parties: [another] },
  record: { 'party.change-proof': '合并登记通知书' },
};
const titleOf = (played: PlayedCase, id: string): string => {
  const entry = entryById(played.state, id);
  return entry === undefined ? '' : entryTitle(played.state, entry);
};

describe('追加当事人', () => {
  it('追加的当事人列在案中，时间线上写着追加了谁', () => {
    const played = caseAt(law, 'served');
    played.do(joining);
    expect(summaryOf(played.state).parties).toEqual([organisation.name, another.name]);
    expect(titleOf(played, 'J1')).toBe('3 月 12 日追加当事人示例青苗志愿者协会');
  });

  it('NAT-CF-62-1 告知之后追加的，没有向它告知、送达就不能对它处罚；对原当事人的批准也要重新作出', () => {
    const played = caseAt(law, 'decision-approved');
    played.do({ ...joining, at: '2026-03-19T09:30' });
    const approval = approvalOf(played.state, 'decision');
    expect(
      approval === undefined
        ? []
        : changedSinceApproval(played.state, 'decision', approval).map((one) => one.id),
    ).toEqual(['P8']);
    const against = [...sanctions, { party: 'P8', kind: 'warning' }];
    const decided = lawfulAct('decided');
    const codes = codesOfRefusals(
      played.refused({ ...decided, input: { ...(decided.input as object), sanctions: against } }),
    );
    expect(codes).toContain('NOTICE_MISSING');
    expect(codes).toContain('APPROVAL_MISSING');
  });

  it('追加的当事人自告知书送达之日起有自己的申辩期限', () => {
    const played = caseAt(law, 'served');
    played.do(joining);
    const noticed = lawfulAct('noticed');
    played.do({ ...lawfulAct('assessed'), id: 'G8', at: '2026-03-12T10:00', input: assessmentOf('P8') });
    played.do({
      ...noticed,
      id: 'N8',
      at: '2026-03-13T09:00',
      input: {
        ...(noticed.input as object),
        parties: ['P8'],
        sanctions: [{ party: 'P8', kind: 'warning' }],
      },
    });
    played.do({
      ...lawfulAct('served'),
      id: 'S8',
      at: '2026-03-16T10:00',
      input: { document: 'N8', party: 'P8' },
      record: {
        'service.recipient': '柳代表',
        'service.place': '示范路 3 号',
        'service.signed-at': '2026-03-16T10:00:00+08:00',
      },
    });
    const dues = obligations(played.state, law)
      .filter((one) => one.duty === 'defence-period')
      .map((one) => [one.subject, one.due.slice(0, 10)]);
    expect(dues).toEqual([
      ['P1', '2026-03-18'],
      ['P8', '2026-03-23'],
    ]);
  });

  it('追加时登记的名称可以更正', () => {
    const played = caseAt(law, 'served');
    played.do(joining);
    played.do({
      id: 'X3',
      act: 'case.correct-entry',
      by: 'h1',
      at: '2026-03-12T10:00',
      input: { entry: 'P8', fields: { 'input.name': '示例青禾志愿者协会' }, reason: '录入时看错了' },
    });
    expect(partyName(played.state, 'P8')).toBe('示例青禾志愿者协会');
  });
});

describe('变更名称', () => {
  it('之后用新名称，之前的文书仍是旧名称；审批要看过新名称', () => {
    const played = caseAt(law, 'decision-approved');
    const before = entryById(played.state, 'S1');
    played.do({ ...renaming, at: '2026-03-19T09:30' });
    expect(partyName(played.state, 'P1')).toBe('更名示例协会');
    expect(partyName(played.state, 'P1', before?.version)).toBe(organisation.name);
    expect(titleOf(played, 'S1')).toContain(organisation.name);
    expect(titleOf(played, 'X2')).toBe(`3 月 19 日${organisation.name}变更名称为更名示例协会`);
    expect(codesOfRefusals(played.refused(lawfulAct('decided')))).toContain('APPROVAL_MISSING');
  });

  it('变更两次的，各段时间各用当时的名称', () => {
    const played = caseAt(law, 'served');
    const first = played.state.version;
    played.do(renaming);
    const second = played.state.version;
    played.do({
      ...renaming,
      id: 'X3',
      at: '2026-03-13T09:00',
      input: { party: 'P1', name: '再更名示例协会' },
    });
    const names = [first, second, played.state.version].map((at) => partyName(played.state, 'P1', at));
    expect(names).toEqual([organisation.name, '更名示例协会', '再更名示例协会']);
  });

  it('自然人的旧姓名同样不出现在公开的文字里', () => {
    const played = caseAt(law, 'assigned');
    const state = {
      ...played.state,
      entries: played.state.entries.map((entry) =>
        entry.id === 'P1' ? { ...entry, data: { name: person.name, kind: 'person' } } : entry,
      ),
    };
    played.state = state as typeof played.state;
    played.do({ ...renaming, input: { party: 'P1', name: '欧阳新名' } });
    expect(cleanedBy(played.state)(`${person.name}与欧阳新名`)).not.toContain(person.name);
  });
});

describe('承继', () => {
  it('承继人取代原当事人：案件只对承继人，原来的记录仍用原来的名称', () => {
    const played = caseAt(law, 'served');
    played.do(succeeding);
    expect(presentParties(played.state).map(({ id }) => id)).toEqual(['P8']);
    expect(entriesOf(played.state, 'party').map(({ id }) => id)).toEqual(['P1', 'P8']);
    expect(titleOf(played, 'S1')).toContain(organisation.name);
    expect(titleOf(played, 'Z1')).toBe(`3 月 12 日${organisation.name}由示例青苗志愿者协会承继`);
  });

  it('NAT-CF-44-1 承继人没有被告知过：对它的处罚要重新告知，对原当事人的不能再作出', () => {
    const played = caseAt(law, 'served');
    played.do(succeeding);
    const decided = lawfulAct('decided');
    expect(codesOfRefusals(played.refused(decided))).toContain('PARTY_UNKNOWN');
    const input = { ...(decided.input as object), sanctions: [{ party: 'P8', kind: 'warning' }] };
    expect(codesOfRefusals(played.refused({ ...decided, input }))).toContain('NOTICE_MISSING');
    expect(obligations(played.state, law).filter((one) => one.subject === 'P1')).toEqual([]);
  });
});

function assessmentOf(party: string) {
  return { ...(lawfulAct('assessed').input as object), party };
}
