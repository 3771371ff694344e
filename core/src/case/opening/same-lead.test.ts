import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { caseWith } from '../../trial/lawful-path.ts';
import { formerRefusal, leadTold } from './same-lead.ts';
import type { AnyEntry, CaseState } from '../state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

function reported(stream: string, record: Readonly<Record<string, string>>, summary: string): CaseState {
  const { state } = caseWith(law, 'lead', (_milestone, told) => ({
    ...told,
    input: { ...(told.input as object), summary },
    record: { ...told.record, ...record },
  }));
  return { ...state, stream };
}

/** The same file, its lead refused a case. */
function refused(state: CaseState, record: Readonly<Record<string, string>> = {}): CaseState {
  const [lead] = state.entries;
  const refusal = { ...lead, id: 'R1', kind: 'filing-refusal', data: {}, record } as unknown as AnyEntry;
  return { ...state, entries: [...state.entries, refusal] };
}

const named = { 'lead.party-name': '江城示范协会' };
const coded = { ...named, 'lead.party-code': '91350100M000100Y43' };

describe('同一线索再次举报', () => {
  it('WHMZ-JL-10-8 线索写明同一单位的，带出原来不予立案的审查记录', () => {
    const former = refused(reported('case/1', named, '换届没有通知会员'));
    expect(formerRefusal(reported('case/2', named, '收费没有票据'), former)?.id).toBe('R1');
    expect(
      formerRefusal(reported('case/2', { 'lead.party-name': '江城 示范协会' }, '收费'), former)?.id,
    ).toBe('R1');
  });

  it('WHMZ-JL-10-8 没有写明单位而线索摘要相同的，同样带出', () => {
    const former = refused(reported('case/1', {}, '换届没有通知会员'));
    expect(formerRefusal(reported('case/2', {}, '换届没有通知会员'), former)?.id).toBe('R1');
  });

  it('WHMZ-JL-10-8 代码不同的是两个单位，名称相同也不带出；代码相同而名称改了的，带出', () => {
    const former = refused(reported('case/1', coded, '换届没有通知会员'));
    const other = { ...named, 'lead.party-code': '52420100MJE1234567' };
    expect(formerRefusal(reported('case/2', other, '收费没有票据'), former)).toBeUndefined();
    const renamed = { ...coded, 'lead.party-name': '江城示范联合会' };
    expect(formerRefusal(reported('case/2', renamed, '收费没有票据'), former)?.id).toBe('R1');
  });

  it('WHMZ-JL-10-8 别的单位、别的事，没有决定不予立案的，就是本案的，不带出', () => {
    const now = reported('case/2', named, '收费没有票据');
    const elsewhere = refused(reported('case/1', { 'lead.party-name': '别的协会' }, '收费没有票据'));
    expect(formerRefusal(now, elsewhere)).toBeUndefined();
    expect(formerRefusal(now, reported('case/1', named, '收费没有票据'))).toBeUndefined();
    expect(formerRefusal(now, refused(now))).toBeUndefined();
  });

  it('标了保密的线索和审查记录不参与比较', () => {
    const secret = reported('case/1', { ...named, 'secrecy.mark': 'privacy' }, '换届没有通知会员');
    expect(leadTold(secret)).toEqual({});
    const now = reported('case/2', named, '换届没有通知会员');
    expect(formerRefusal(now, refused(secret))).toBeUndefined();
    const marked = refused(reported('case/1', named, '换届'), { 'secrecy.mark': 'privacy' });
    expect(formerRefusal(now, marked)).toBeUndefined();
  });
});
