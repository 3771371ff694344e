import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { obligations } from '../../obligations.ts';
import {
  bases,
  caseAt,
  decisionRecord,
  lawfulAct,
  noticeRecord,
  rights,
  sanctions,
} from '../../trial/lawful-path.ts';
import type { PlayedCase, Told } from '../../trial/played-case.ts';
import { closingOf } from '../keeping/closing.ts';
import { unpaidOf } from '../performing/payment.ts';
import { publicationOf } from '../serving/publishing.ts';
import { decisionMade, decisionOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
const { law } = compileBundle(library, ['wuhan-civil-affairs/own-decisions/2026-01-01']);

const told = (id: string, act: string, at: string, input: unknown, record = {}, by = 'h1'): Told => ({
  id,
  act: `case.${act}`,
  by,
  at,
  input,
  record,
});
const revocation = (input = {}): Told =>
  told(
    'R1',
    'revoke-decision',
    '2026-04-10T09:00',
    { way: 'own-correction', ground: 'evidence', extent: 'whole', ...input },
    { 'revocation.reason': '主要证据不足' },
    'head',
  );
const withdrawal = told(
  'W1',
  'withdraw-publication',
  '2026-04-13T09:00',
  {},
  {
    'withdrawal.reason': '决定已被撤销',
  },
);
const after = (file: PlayedCase, ...acts: readonly Told[]): PlayedCase => {
  for (const act of acts) file.do(act);
  return file;
};
const revoked = (): PlayedCase => after(caseAt(law, 'published'), revocation());
const codes = (file: PlayedCase, act: Told): readonly string[] => file.refused(act).map((one) => one.code);
const duties = (file: PlayedCase): readonly string[] =>
  obligations(file.state, law)
    .filter((one) => one.met === undefined)
    .map((one) => one.duty);

describe('撤销决定', () => {
  it('撤销之后没有有效的决定，卷内仍有作出过的决定', () => {
    const { state } = revoked();
    expect(decisionOf(state)).toBeUndefined();
    expect(decisionMade(state)?.id).toBe('D1');
    expect(entriesOf(state, 'decision')).toHaveLength(1);
  });

  it('部分撤销的，只剩仍然有效的处罚，尚未缴纳的随之减少', () => {
    const left = [{ party: 'P1', kind: 'fine', amount: 100_000 }];
    const { state } = after(caseAt(law, 'published'), revocation({ extent: 'part', left }));
    expect(decisionOf(state)?.data.sanctions).toEqual(left);
    expect(unpaidOf(state, 'P1')).toBe(100_000);
    expect(unpaidOf(caseAt(law, 'published').state, 'P1')).toBe(500_000);
  });

  it('撤销之后没有须缴的罚款，缴款、复议、起诉的期限不再存在，撤回公示的期限开始', () => {
    const file = revoked();
    expect(duties(caseAt(law, 'published'))).toContain('pay-fine');
    expect(duties(file)).not.toContain('pay-fine');
    expect(duties(file)).not.toContain('litigation');
    expect(duties(file)).toContain('withdraw-publication');
    expect(unpaidOf(file.state, 'P1')).toBe(0);
  });

  it('撤销之后不再执行，已经缴来的款照样登记', () => {
    const file = revoked();
    const at = '2026-04-14T09:00';
    expect(codes(file, told('X1', 'demand-performance', at, { parties: ['P1'] }))).toContain(
      'DECISION_REVOKED',
    );
    expect(codes(file, told('X1', 'apply-to-court', at, { party: 'P1', court: '示例区人民法院' }))).toContain(
      'DECISION_REVOKED',
    );
    const paid = told('X1', 'record-payment', at, { party: 'P1', amount: 1000, channel: 'bank' });
    expect(codes(file, paid)).not.toContain('DECISION_REVOKED');
    expect(codes(file, paid)).not.toContain('NOTHING_TO_PAY');
    expect(codes(file, revocation())).toContain('ID_TAKEN');
    expect(codes(file, { ...revocation(), id: 'X1' })).toContain('DECISION_REVOKED');
  });

  it('结案之后被全部撤销的，案件重新打开；被部分撤销的，仍然结案', () => {
    const closed = () => {
      const file = caseAt(law, 'published');
      return {
        ...file.state,
        entries: [...file.state.entries, { kind: 'closing', version: file.state.version }],
      } as unknown as PlayedCase['state'];
    };
    const afterwards = (extent: string) => {
      const state = closed();
      const entry = { kind: 'revocation', version: state.version + 1, data: { decision: 'D1', extent } };
      return { ...state, entries: [...state.entries, entry] } as unknown as PlayedCase['state'];
    };
    expect(closingOf(closed())).toBeDefined();
    expect(closingOf(afterwards('part'))).toBeDefined();
    expect(closingOf(afterwards('whole'))).toBeUndefined();
  });
});

describe('撤回公示', () => {
  it('撤回之后没有正在公示的页面，理由里的姓名和号码隐去', () => {
    const file = after(revoked(), {
      ...withdrawal,
      record: { 'withdrawal.reason': '证人电话13800001111所述不实' },
    });
    expect(publicationOf(file.state)).toBeUndefined();
    expect(entriesOf(file.state, 'withdrawal')[0]?.data.reason).not.toContain('13800001111');
    expect(duties(file)).not.toContain('withdraw-publication');
    expect(codes(file, { ...withdrawal, id: 'X1' })).toContain('NOT_PUBLISHED');
  });

  it('撤回不早于撤销', () => {
    expect(
      codes(revoked(), { ...withdrawal, at: '2026-04-09T09:00', entered: '2026-04-13T09:00' }),
    ).toContain('STEP_ORDER');
  });
});

describe('核查线索', () => {
  const check = (change = {}): Told =>
    told(
      'K1',
      'check-suspicion',
      '2026-04-14T09:00',
      { suspicion: 'R1', finding: 'unfounded', ...change },
      { 'suspicion.account': '查阅案卷并询问承办人，没有发现过错。' },
      'rev',
    );

  it('撤销即一条线索，核查一次', () => {
    const file = revoked();
    expect(duties(file).filter((duty) => duty === 'check-penalty-suspicion')).toHaveLength(1);
    expect(codes(file, check({ suspicion: 'D1' }))).toContain('LINK_BROKEN');
    expect(codes(file, { ...check(), at: '2026-04-09T09:00', entered: '2026-04-14T09:00' })).toContain(
      'STEP_ORDER',
    );
    file.do(check());
    expect(duties(file)).not.toContain('check-penalty-suspicion');
    expect(codes(file, { ...check(), id: 'X1' })).toContain('ALREADY_CHECKED');
  });
});

describe('重新作出决定', () => {
  const fine = [{ party: 'P1', kind: 'fine', amount: 100_000 }];
  const again = (): PlayedCase =>
    after(
      revoked(),
      told(
        'N2',
        'give-notice',
        '2026-04-14T09:00',
        { parties: ['P1'], sanctions: fine, defenceDays: 5, rights, bases },
        noticeRecord,
      ),
      {
        ...lawfulAct('served'),
        id: 'S3',
        at: '2026-04-14T10:00',
        entered: '2026-04-14T11:00',
        input: { document: 'N2', party: 'P1' },
      },
    );
  const decision = (change: Partial<Told> = {}): Told => ({
    ...lawfulAct('decided'),
    id: 'D2',
    at: '2026-04-30T10:00',
    entered: '2026-04-30T10:00',
    input: { outcome: 'penalty', notice: 'N2', sanctions: fine, evidence: ['I1'], bases, paymentDays: 15 },
    record: decisionRecord,
    ...change,
  });
  const approvals = (['decision-proposed', 'decision-reviewed', 'decision-approved'] as const).map(
    (step, index): Told => ({
      ...lawfulAct(step),
      id: `A${4 + index}`,
      at: '2026-04-29T09:00',
      entered: '2026-04-29T09:00',
    }),
  );

  it('旧的告知和批准不再有用', () => {
    expect(
      codes(
        revoked(),
        decision({ input: { outcome: 'penalty', notice: 'N1', sanctions, evidence: ['I1'] } }),
      ),
    ).toEqual(expect.arrayContaining(['NOTICE_MISSING', 'APPROVAL_MISSING']));
  });

  it('重新告知、批准之后作出，指明它代替哪一份决定；旧的公示撤回之前不能公示它', () => {
    const file = after(again(), ...approvals, decision());
    expect(decisionOf(file.state)?.data).toMatchObject({ remakes: 'D1', sanctions: fine });
    expect(unpaidOf(file.state, 'P1')).toBe(100_000);
    const publish = {
      ...lawfulAct('published'),
      id: 'B2',
      at: '2026-05-06T10:00',
      entered: '2026-05-06T10:00',
    };
    expect(codes(file, publish)).toContain('PUBLICATION_STANDS');
    file.do({ ...withdrawal, at: '2026-05-06T09:00', entered: '2026-05-06T09:00' });
    expect(codes(file, publish)).not.toContain('PUBLICATION_STANDS');
  });

  it('不早于前一决定被撤销', () => {
    const early = { input: { outcome: 'penalty', notice: 'N1', sanctions, evidence: ['I1'] } };
    expect(
      codes(
        revoked(),
        decision({
          ...early,
          at: '2026-04-09T10:00',
          entered: '2026-04-10T10:00',
        }),
      ),
    ).toContain('STEP_ORDER');
  });

  it('前一决定的缴款、复议不算在重新作出的决定上', () => {
    const paid = told(
      'X1',
      'record-payment',
      '2026-04-13T09:00',
      { party: 'P1', amount: 100_000, channel: 'bank' },
      { 'payment.receipt': '示例银行 0001' },
    );
    const sought = told('X2', 'register-remedy', '2026-04-13T10:00', { party: 'P1', kind: 'litigation' });
    const file = after(
      again(),
      { ...paid, entered: '2026-04-15T09:00' },
      { ...sought, entered: '2026-04-15T09:00' },
    );
    const seal = { ...lawfulAct('sealed'), id: 'Y2', at: '2026-04-30T16:00', entered: '2026-04-30T16:00' };
    after(file, ...approvals, decision(), {
      ...seal,
      input: { document: 'D2', owner: 'deciding-agency', manner: 'physical' },
    });
    expect(unpaidOf(file.state, 'P1')).toBe(100_000);
    const litigation = obligations(
      after(file, {
        ...lawfulAct('decision-served'),
        record: { ...lawfulAct('decision-served').record, 'service.signed-at': '2026-05-06T10:00' },
        id: 'S4',
        at: '2026-05-06T10:00',
        entered: '2026-05-06T11:00',
        input: { document: 'D2', party: 'P1' },
      }).state,
      law,
    ).find((one) => one.duty === 'litigation');
    expect(litigation?.met).toBeUndefined();
    expect(litigation?.from.slice(0, 10)).toBe('2026-05-06');
  });
});
