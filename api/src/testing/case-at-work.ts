import { addDays } from '@zhaozhang/core/time';
import type { Day } from '@zhaozhang/core/time';
import type { HttpStoryClient } from '@zhaozhang/scenarios';
import { ulid } from 'ulid';
import type { ActRequest, ActResult, CaseView, Problem, RefusalView } from '../contract/index.ts';

/** Who does what in the demonstration's agency. */
export const handler = '周承办';
export const second = '何协办';
export const unitHead = '郑处长';
export const head = '吴负责';
export const administrator = '管理员';

/** Invented; the numbers satisfy their check digits. */
export const organisation = {
  id: 'p1',
  name: '滨江示范棋类协会',
  kind: 'social-organisation',
  record: {
    'party.code': '91350100M000100Y43',
    'party.representative': '邹示范',
    'party.address': '示范路 1 号',
  },
};
export const person = {
  id: 'p1',
  name: '欧阳示范',
  kind: 'person',
  record: {
    'party.identity': '11010519491231002X',
    'party.address': '示范路 2 号',
    'party.phone': '13800001111',
  },
};

/** Who told of it; sealed when it is recorded. */
export const reporter = '林来信';

/** One act as a test tells it; what is left out is filled in as the workbench would. */
export interface Told {
  readonly by: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly occurredAt?: string;
  readonly basedOn?: number;
  readonly admits?: ActRequest['admits'];
  /** The delegation it is done under, in somebody's place. */
  readonly delegation?: string;
}

/** What came of it: done, or a problem. */
export type Answer =
  | { readonly status: number; readonly result: ActResult; readonly problem?: undefined }
  | { readonly status: number; readonly problem: Problem; readonly result?: undefined };

const path = [
  'lead',
  'filing-proposed',
  'filing-reviewed',
  'filing-approved',
  'filed',
  'assigned',
  'interviewed',
  'assessed',
  'concluded',
  'noticed',
  'notice-served',
  'waived',
  'judged',
  'decision-proposed',
  'decision-reviewed',
  'decision-approved',
  'decided',
  'sealed',
  'decision-served',
  'publication-checked',
  'publication-approved',
  'published',
] as const;
export type Milestone = (typeof path)[number];

let casesBegun = 0;

/**
 * A case of its own for one test, handled through the interface at the clock as it stands: tests neither share a file
 * nor need a date.
 */
export class CaseAtWork {
  readonly id = ulid();
  readonly stream = `case/${this.id}`;
  version = 0;
  readonly #client: HttpStoryClient;
  readonly #party: typeof organisation | typeof person;
  readonly #made = new Map<string, string>();
  /** Every case is about something done on a day of its own: one conduct is not fined twice. */
  readonly #conductOn = addDays('2025-11-20' as Day, -casesBegun++);

  constructor(client: HttpStoryClient, party: typeof organisation | typeof person = organisation) {
    this.#client = client;
    this.#party = party;
  }

  /** Id of what a milestone made. */
  made(milestone: Milestone): string {
    const id = this.#made.get(milestone);
    if (id === undefined) throw new Error(`还没有到:${milestone}`);
    return id;
  }

  async request(told: Told): Promise<ActRequest> {
    return {
      id: told.id ?? ulid(),
      name: told.name,
      ...(told.name.startsWith('agency.')
        ? {}
        : { stream: this.stream, basedOn: told.basedOn ?? this.version }),
      input: { ...told.input },
      record: { ...told.record },
      occurredAt: told.occurredAt ?? (await clockOf(this.#client)),
      ...(told.admits === undefined ? {} : { admits: told.admits }),
      ...(told.delegation === undefined ? {} : { delegation: told.delegation }),
    };
  }

  /** Sends the act; a version that came of it is the one the next act is based on. */
  async send(told: Told): Promise<Answer> {
    const answer = await answerTo(this.#client, told.by, await this.request(told));
    if (answer.result?.stream === this.stream) this.version = Math.max(this.version, answer.result.version);
    return answer;
  }

  async do(told: Told): Promise<ActResult> {
    const answer = await this.send(told);
    if (answer.result === undefined) throw new Error(`${told.name} 被拒:${JSON.stringify(answer.problem)}`);
    return answer.result;
  }

  async refused(told: Told): Promise<readonly RefusalView[]> {
    const answer = await this.send(told);
    if (answer.problem === undefined) throw new Error(`${told.name} 应当被拒,却办成了`);
    return answer.problem.refusals ?? [];
  }

  /** Goes on along the lawful path up to the milestone, that one included; `without` leaves steps out. */
  async upTo(milestone: Milestone, without: readonly Milestone[] = []): Promise<this> {
    for (const step of path.slice(0, path.indexOf(milestone) + 1))
      if (!this.#made.has(step) && !without.includes(step)) await this.step(step);
    return this;
  }

  async step(milestone: Milestone): Promise<ActResult> {
    const id = milestone === 'lead' ? this.id : ulid();
    const result = await this.do({ ...(await this.lawful(milestone)), id });
    this.#made.set(milestone, id);
    return result;
  }

  /** The lawful act of a milestone, at this moment. */
  async lawful(milestone: Milestone): Promise<Told> {
    const now = await clockOf(this.#client);
    const sanctions = [{ party: this.#party.id, kind: 'fine', amount: 500_000 }];
    const service = {
      'service.recipient': '邹示范',
      'service.place': '示范路 1 号',
      'service.signed-at': now,
    };
    switch (milestone) {
      case 'lead':
        return {
          by: handler,
          name: 'case.register-lead',
          input: { source: 'complaint', summary: '来信反映该会超出业务范围开展活动。' },
          record: {
            'lead.channel': 'letter',
            'lead.naming': 'named',
            'lead.reporter': reporter,
            'lead.contact': '示例电话',
          },
        };
      case 'filing-proposed':
        return {
          by: handler,
          name: 'case.approve',
          input: { matter: 'filing', step: 'handler', opinion: 'agree' },
          record: { 'approval.comment': '建议立案' },
        };
      case 'filing-reviewed':
        return {
          by: unitHead,
          name: 'case.approve',
          input: { matter: 'filing', step: 'unit', opinion: 'agree' },
          record: { 'approval.comment': '同意承办人意见' },
        };
      case 'filing-approved':
        return {
          by: head,
          name: 'case.approve',
          input: { matter: 'filing', opinion: 'agree' },
          record: { 'approval.comment': '同意立案' },
        };
      case 'filed':
        return {
          by: handler,
          name: 'case.file',
          input: {
            cause: '超出章程规定的业务范围进行活动',
            item: '社会组织的行政处罚',
            place: '武汉市',
            conductOn: this.#conductOn,
            parties: [this.#party],
          },
          record: { 'filing.reason': '有违法事实需要查明', 'filing.basis': '登记管理条例有关条款' },
        };
      case 'assigned':
        return {
          by: unitHead,
          name: 'case.assign-handlers',
          input: { officers: ['zhou', 'he'], declared: ['zhou', 'he'] },
        };
      case 'interviewed':
        return {
          by: handler,
          name: 'case.record-interview',
          occurredAt: now,
          input: { officers: ['zhou', 'he'], person: '司马证人', endedAt: now },
          record: interviewRecord,
        };
      case 'assessed':
        return this.assessing(this.made('interviewed'));
      case 'concluded':
        return this.concluding(this.made('interviewed'));
      case 'noticed':
        return {
          by: handler,
          name: 'case.give-notice',
          input: {
            parties: [this.#party.id],
            sanctions,
            defenceDays: 5,
            bases: ['shetuan-30'],
            rights: [
              { right: 'statement', days: 5, office: '社会组织管理处' },
              { right: 'defence', days: 5, office: '社会组织管理处' },
            ],
          },
          record: {
            'notice.facts': `${this.#party.name}举办收费的棋类考级,超出章程所列业务范围`,
            'notice.reasons': '有询问笔录为证',
            'notice.basis': '登记管理条例有关条款',
            'notice.rights': '可以陈述、申辩',
          },
        };
      case 'notice-served':
        return {
          by: second,
          name: 'case.serve',
          occurredAt: now,
          input: { document: this.made('noticed'), party: this.#party.id },
          record: service,
        };
      case 'waived':
        return {
          by: handler,
          name: 'case.record-statement',
          input: { party: this.#party.id, waives: true },
          record: waiverRecord,
        };
      case 'judged':
        return { by: handler, name: 'case.judge-major', input: { grounds: [] } };
      case 'decision-proposed':
        return {
          by: handler,
          name: 'case.approve',
          input: { matter: 'decision', step: 'handler', opinion: 'agree' },
          record: proposalRecord,
        };
      case 'decision-reviewed':
        return {
          by: unitHead,
          name: 'case.approve',
          input: { matter: 'decision', step: 'unit', opinion: 'agree' },
          record: { 'approval.comment': '同意承办人意见' },
        };
      case 'decision-approved':
        return {
          by: head,
          name: 'case.approve',
          input: { matter: 'decision', opinion: 'agree' },
          record: { 'approval.comment': '同意' },
        };
      case 'decided':
        return {
          by: handler,
          name: 'case.decide',
          input: {
            outcome: 'penalty',
            sanctions,
            evidence: [this.made('interviewed')],
            paymentDays: 15,
            bases: ['shetuan-30'],
          },
          record: {
            'decision.facts': `${this.#party.name}举办收费的棋类考级,超出章程所列业务范围`,
            'decision.basis': '登记管理条例有关条款',
            'decision.circumstances': '无',
            'decision.correction': 'immediate',
            'decision.performance': '自收到之日起十五日内缴纳',
            'decision.reconsideration': '自收到之日起六十日内申请行政复议',
            'decision.litigation': '自收到之日起六个月内提起行政诉讼',
            'decision.facts-clear': 'yes',
            'decision.evidence-sufficient': 'yes',
            'decision.outcome-just': 'yes',
          },
        };
      case 'sealed':
        return {
          by: handler,
          name: 'case.seal-document',
          input: { document: this.made('decided'), owner: 'deciding-agency', manner: 'physical' },
        };
      case 'decision-served':
        return {
          by: second,
          name: 'case.serve',
          occurredAt: now,
          input: { document: this.made('decided'), party: this.#party.id },
          record: service,
        };
      case 'publication-checked':
        return {
          by: second,
          name: 'case.approve',
          input: { matter: 'publication', step: 'check', opinion: 'agree' },
          record: {
            'publication.lawful': 'yes',
            'publication.accurate': 'yes',
            'publication.confidential': 'yes',
            'publication.complete': 'yes',
          },
        };
      case 'publication-approved':
        return { by: unitHead, name: 'case.approve', input: { matter: 'publication', opinion: 'agree' } };
      case 'published':
        return {
          by: second,
          name: 'case.publish',
          input: { channel: 'site' },
          record: { 'publication.sensitivity': 'none' },
        };
    }
  }

  /** The circumstances of the party, every aspect on one piece of evidence. */
  assessing(evidence: string): Told {
    const aspects = ['facts', 'nature', 'degree', 'harm'];
    return {
      by: handler,
      name: 'case.assess-circumstances',
      input: {
        party: this.#party.id,
        support: aspects.map((point) => ({ point, evidence: [evidence] })),
      },
      record: { ...assessmentRecord, 'assessment.conduct-on': this.#conductOn },
    };
  }

  /** The investigation concluded, every element clear on one piece of evidence. */
  concluding(evidence: string): Told {
    const elements = ['subject', 'conduct', 'fault', 'consequence'];
    return {
      by: handler,
      name: 'case.conclude-investigation',
      input: {
        officers: ['zhou', 'he'],
        elements: elements.map((element) => ({ element, finding: 'clear', evidence: [evidence] })),
      },
      record: {
        'conclusion.favourable': '无,已查',
        'conclusion.adverse': '询问笔录一份',
        'conclusion.explanation': '没有提出',
      },
    };
  }

  async view(by: string = handler): Promise<CaseView> {
    const response = await this.#client.request(by, 'GET', `/api/cases/${this.id}`);
    if (!response.ok) throw new Error(`案卷打不开:${response.status}`);
    return (await response.json()) as CaseView;
  }
}

/** A party that gives up what it may say, in a system that knows who it is. */
export const waiverRecord = {
  'waiver.rights': 'statement-and-defence',
  'waiver.proof': 'own-act',
  'waiver.trace': '示范政务服务平台记录一',
};

/** What the handler writes who proposes the decision. */
export const proposalRecord = {
  'approval.comment': '建议按告知的内容处罚',
  'approval.reasons': '事实清楚,证据充分',
  'approval.basis-checked': true,
  'approval.conditions-checked': true,
  'approval.procedure-checked': true,
};

/** Nothing that would lighten or bar a penalty; the birthday and the capacity are asked of persons only. */
const assessmentRecord = {
  'assessment.facts': '举办收费的棋类考级，超出章程所列业务范围',
  'assessment.nature': '超出业务范围活动',
  'assessment.degree': '配合调查',
  'assessment.harm': '涉及的人数不多',
  'assessment.removed-harm': 'no',
  'assessment.coerced': 'no',
  'assessment.confessed': 'no',
  'assessment.meritorious': 'no',
  'assessment.prescribed': 'no',
  'assessment.slight': 'no',
  'assessment.corrected': 'no',
  'assessment.harmless': 'no',
  'assessment.unmet-reason': '收费没有停止',
  'assessment.first': 'no',
  'assessment.slight-harm': 'no',
  'assessment.weighing': 'ordinary',
  'assessment.born-on': '1949-12-31',
  'assessment.capacity': 'full',
};

export const interviewRecord = {
  'interview.place': '本局询问室',
  'interview.certificate-shown': '出示两名人员的证件,对方已核对',
  'interview.content': '问:何时开始?答:二月开始,共办两期。',
  'interview.opinion': '无',
  'interview.signature': 'signed',
};

/** Sends an act as it is; `check` only asks. */
export async function answerTo(
  client: HttpStoryClient,
  by: string,
  request: unknown,
  check = false,
): Promise<Answer> {
  const response = await client.request(by, 'POST', check ? '/api/acts/check' : '/api/acts', request);
  const status = response.status;
  return response.ok
    ? { status, result: (await response.json()) as ActResult }
    : { status, problem: (await response.json()) as Problem };
}

/** The legal clock. */
export async function clockOf(client: HttpStoryClient): Promise<string> {
  const response = await client.request(administrator, 'GET', '/api/clock');
  return ((await response.json()) as { now: string }).now;
}

/** Moves the legal clock to nine o'clock of the next working day and tells it. */
export async function nextWorkday(client: HttpStoryClient): Promise<string> {
  const response = await client.request(administrator, 'POST', '/api/demo/clock', { to: 'next-workday' });
  if (!response.ok) throw new Error(`时钟没有前移:${response.status}`);
  return ((await response.json()) as { now: string }).now;
}
