import type { Act, ActContext } from '../act.ts';
import type { AgencyState } from '../authority/state.ts';
import { emptyAgency } from '../authority/state.ts';
import type { FieldMap } from '../canonical.ts';
import type { CaseState } from '../case/state.ts';
import { emptyCase } from '../case/state.ts';
import { decide } from '../decide.ts';
import type { Decision } from '../decide.ts';
import type { AdmittedDefect, DomainEvent } from '../event.ts';
import { actDefinitions } from '../acts.ts';
import { aggregateOf, evolve } from '../evolve.ts';
import { emptyShelf } from '../fines/state.ts';
import type { FineShelf } from '../fines/state.ts';
import { preview } from '../preview.ts';
import type { Preview } from '../preview.ts';
import type { Refusal } from '../refusal.ts';
import type { Law } from '../rules/law.ts';
import type { SeriesState } from '../series/state.ts';
import { emptySeries } from '../series/state.ts';
import { instant } from '../time/index.ts';
import type { Day } from '../time/index.ts';

/** One act as a test tells it. */
export interface Told {
  readonly act: string;
  /** An officer of the staffed agency. */
  readonly by: string;
  readonly at: string;
  readonly input: unknown;
  readonly record?: FieldMap;
  /** Typed in later than it happened. */
  readonly entered?: string;
  readonly basedOn?: number;
  readonly admits?: readonly AdmittedDefect[];
  readonly id?: string;
}

/** A case and its agency in memory, decided act by act as the server would. */
export class PlayedCase {
  readonly law: Law;
  agency: AgencyState;
  state: CaseState = emptyCase('case/trial', 'trial');
  series: Record<string, SeriesState> = {};
  /** Shelves of former fines that something lies on. */
  fines: Record<string, FineShelf> = {};
  /** Other cases of the agency that something may be done with. */
  cases: Record<string, CaseState> = {};
  readonly events: DomainEvent[] = [];
  #serial = 0;

  constructor(law: Law, agency: AgencyState) {
    this.law = law;
    this.agency = agency;
  }

  /** The same file again, so that one past can have several futures. */
  copy(): PlayedCase {
    const other = new PlayedCase(this.law, this.agency);
    other.state = this.state;
    other.series = { ...this.series };
    other.fines = { ...this.fines };
    other.cases = { ...this.cases };
    other.events.push(...this.events);
    other.#serial = this.#serial;
    return other;
  }

  context(by: string, now: string): ActContext {
    const officer = this.agency.officers[by];
    return {
      actor:
        officer === undefined ? { account: by, name: by } : { account: by, name: officer.name, officer: by },
      refs: { agency: this.agency, series: this.series },
      law: this.law,
      now: instant(now),
    };
  }

  /** Tries the act. What comes of it stays in the file; what is refused leaves nothing. */
  try(told: Told): Decision {
    const id = told.id ?? `E${String(this.#serial + 1).padStart(3, '0')}`;
    const act: Act = {
      id,
      name: told.act,
      agency: 'trial',
      stream: this.state.stream,
      input: told.input,
      record: told.record ?? {},
      occurredAt: instant(told.at),
      basedOn: told.basedOn ?? this.state.version,
      ...(told.admits === undefined ? {} : { admits: told.admits }),
    };
    const context = this.context(told.by, told.entered ?? told.at);
    const streams = actDefinitions.get(act.name)?.reads?.(act, this.state as CaseState & AgencyState) ?? [];
    const shelves = streams.filter((stream) => aggregateOf(stream) === 'fines');
    const fines = Object.fromEntries(
      shelves.map((stream) => [stream, this.fines[stream] ?? emptyShelf(stream)]),
    );
    const decision = decide(this.state, act, {
      ...context,
      refs: { ...context.refs, fines, cases: this.cases },
    });
    if ('refusals' in decision) return decision;
    this.#serial += 1;
    for (const { stream, events } of decision.streams)
      for (const event of events)
        if (stream === this.state.stream) {
          this.events.push(event);
          this.state = evolve(this.state, event) as CaseState;
        } else if (aggregateOf(stream) === 'case')
          this.cases[stream] = evolve(this.cases[stream] ?? emptyCase(stream, 'trial'), event) as CaseState;
        else if (aggregateOf(stream) === 'fines')
          this.fines[stream] = evolve(this.fines[stream] ?? emptyShelf(stream), event) as FineShelf;
        else this.series[stream] = evolve(this.series[stream] ?? emptySeries(stream), event) as SeriesState;
    return decision;
  }

  /** Does an act that must succeed, and gives the id of what it made. */
  do(told: Told): string {
    const decision = this.try(told);
    if ('refusals' in decision)
      throw new Error(
        `${told.act}被拒：${decision.refusals.map((one) => `${one.code} ${one.because}`).join(';')}`,
      );
    return this.events.at(-1)?.actId ?? '';
  }

  /** Refusals of an act that must be refused. */
  refused(told: Told): readonly Refusal[] {
    const decision = this.try(told);
    if (!('refusals' in decision)) throw new Error(`${told.act}应当被拒，却作出了`);
    return decision.refusals;
  }

  preview(act: string, by: string, at: string): Preview {
    return preview(this.state, act, this.context(by, at));
  }
}

/** Codes of refusals, sorted: what a test compares. */
export function codesOfRefusals(refusals: readonly Refusal[]): readonly string[] {
  return refusals.map((one) => one.code).sort();
}

/** Two factors, two levels: whoever comes back or has taken much is fined more. */
export const factorBenchmark = {
  id: 'yinsu',
  title: '示范裁量基准',
  edition: '2026 年版',
  basis: 'shifan-9',
  from: '2026-01-01' as Day,
  publishedOn: '2025-12-20' as Day,
  publishedIn: '示范公报',
  factors: [
    { label: '改正情况', kind: 'choice', options: [{ label: '已经改正' }, { label: '没有改正' }] },
    {
      label: '违法所得',
      kind: 'amount',
      amounts: [
        { label: '不满一万元', below: 1_000_000 },
        { label: '一万元以上', from: 1_000_000 },
      ],
    },
  ],
  levels: [
    {
      ...{ id: 'qing', label: '较轻', from: 1_000_000, upTo: 2_000_000 },
      needs: [
        { factor: '改正情况', option: '已经改正' },
        { factor: '违法所得', option: '不满一万元' },
      ],
    },
    { id: 'zhong', label: '较重', from: 2_000_000, upTo: 3_000_000 },
  ],
};

/** An agency with a head, a unit head, two certified handlers, and one whose certificate has run out. */
export function staffedAgency(): AgencyState {
  const setUp: readonly (readonly [string, unknown])[] = [
    ['agency.establish', { name: '江城市民政局', shortName: '江民' }],
    [
      'agency.register-unit',
      {
        id: 'enforcement',
        name: '执法监督科',
        type: 'office',
        level: 'municipal',
        authorityDocument: '江编〔2015〕1 号',
        authorityArticle: '第三条',
      },
    ],
    ['agency.register-unit', { id: 'legal', name: '法制科', type: 'office' }],
    ...(
      [
        ['head', '赵局长', '2027-12-31'],
        ['deputy', '郭副局长', '2027-12-31'],
        ['chief', '钱科长', '2027-12-31'],
        ['h1', '孙承办', '2027-12-31'],
        ['h2', '李承办', '2027-12-31'],
        ['h3', '周过期', '2026-01-31'],
      ] as const
    ).map(
      ([id, name, until]) =>
        [
          'agency.register-officer',
          {
            id,
            name,
            unit: 'enforcement',
            certificates: [{ number: `Z-${id}`, from: '2022-01-01', until }],
            examinedOn: '2021-11-10',
            assessedOn: '2021-12-20',
          },
        ] as const,
    ),
    [
      'agency.register-officer',
      {
        id: 'rev',
        name: '冯审核',
        unit: 'legal',
        certificates: [],
        qualification: 'Q-1',
        qualifiedFrom: '2014-03-01',
      },
    ],
    [
      'agency.register-competence',
      {
        id: 'societies',
        item: '社会团体管理',
        region: '江城市',
        source: 'duties',
        document: '江编〔2015〕1 号',
        article: '第三条',
        measures: ['sealing-up', 'impoundment'],
        from: '2015-01-01',
      },
    ],
    ...['h1', 'h2', 'h3'].map(
      (officer) => ['agency.appoint', { officer, role: 'handler', from: '2022-01-01' }] as const,
    ),
    [
      'agency.register-basis',
      {
        id: 'shetuan-30',
        instrument: '社会团体登记管理条例',
        article: '第三十条',
        edition: '2016 年',
        rank: 'administrative-regulation',
        publishedOn: '2016-02-06',
        publishedIn: '国务院令第 666 号',
        from: '2016-02-06',
        kinds: ['warning', 'confiscation-of-gains', 'fine'],
      },
    ],
    // An article with a benchmark whose level follows from factors.
    [
      'agency.register-basis',
      {
        id: 'shifan-9',
        instrument: '示范服务条例',
        article: '第九条',
        edition: '2020 年',
        rank: 'administrative-regulation',
        publishedOn: '2020-03-01',
        publishedIn: '示范公报',
        from: '2020-05-01',
        kinds: ['fine'],
        fineFrom: 1_000_000,
        fineUpTo: 3_000_000,
      },
    ],
    ['agency.register-benchmark', factorBenchmark],
    ['agency.appoint', { officer: 'rev', role: 'legal-reviewer', unit: 'legal', from: '2020-01-01' }],
    [
      'agency.register-receipts',
      {
        id: 'receipts-1',
        issuer: 'provincial-finance',
        first: 'JC26-000001',
        last: 'JC26-000100',
        holder: 'h1',
        from: '2026-01-04',
      },
    ],
    ['agency.appoint', { officer: 'head', role: 'agency-head', from: '2022-01-01' }],
    ['agency.appoint', { officer: 'deputy', role: 'agency-head', from: '2022-01-01' }],
    ['agency.appoint', { officer: 'chief', role: 'unit-head', unit: 'enforcement', from: '2022-01-01' }],
  ];
  return setUp.reduce<AgencyState>((agency, [name, input], index) => {
    const at = instant('2026-01-04T09:00');
    const event: DomainEvent = {
      type: eventOf(name),
      actId: `A${index}`,
      act: name,
      at,
      enteredAt: at,
      by: { account: 'admin', name: '管理员' },
      input,
      record: {},
    };
    return evolve(agency, event) as AgencyState;
  }, emptyAgency('agency/trial'));
}

function eventOf(act: string): string {
  const events: Readonly<Record<string, string>> = {
    'agency.establish': 'agency.established',
    'agency.register-unit': 'agency.unit-registered',
    'agency.register-officer': 'agency.officer-registered',
    'agency.appoint': 'agency.appointed',
    'agency.register-competence': 'agency.competence-registered',
    'agency.register-basis': 'agency.basis-registered',
    'agency.register-receipts': 'agency.receipts-registered',
    'agency.register-benchmark': 'agency.benchmark-registered',
  };
  return events[act] ?? act;
}
