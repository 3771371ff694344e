import { z } from 'zod';
import { partnerView } from './partners.ts';
import { clauseView, refusalView } from './problem.ts';

export const statusView = z.enum(['later', 'open', 'soon', 'late', 'met', 'met-late', 'ended']);

const calendarDay = z.object({ day: z.string(), kind: z.string(), name: z.string().optional() });

/** How a date came about, as sentences and as days for a calendar strip. */
export const derivationView = z.object({
  sentences: z.array(z.string()),
  readings: z.array(
    z.object({
      startLabel: z.string(),
      from: z.string(),
      n: z.number().int(),
      unit: z.string(),
      roll: z.enum(['party', 'agency', 'restraint']),
      firstDay: z.string(),
      due: z.string(),
      lawfulDue: z.string(),
      skipped: z.array(calendarDay),
      makeupCounted: z.array(z.object({ day: z.string(), name: z.string().optional() })),
      rolledOver: z.array(calendarDay),
      provisional: z.boolean(),
      clauses: z.array(clauseView),
    }),
  ),
});

/** Something owed, with its dates, its standing at the legal clock, and the why. */
export const obligationView = z.object({
  id: z.string(),
  stream: z.string(),
  label: z.string(),
  subject: z.string().describe('对谁、对哪件文书；没有时为空'),
  owedBy: z.string().describe('由谁承担，已是中文'),
  act: z.string().optional().describe('办这件事的行为'),
  actLabel: z.string().optional(),
  from: z.string(),
  due: z.string(),
  lawfulDue: z.string(),
  met: z.string().optional(),
  status: statusView,
  left: z.string().describe('今天到期、剩 2 个工作日、逾期 1 日'),
  provisional: z.boolean(),
  lapses: z.boolean().describe('是当事人可以用的时间，届满不是逾期'),
  clauses: z.array(clauseView),
  derivation: derivationView,
});

export const worklistRow = obligationView.extend({
  caseTitle: z.string().describe('案件的名称；机关自己的事写机关事项'),
  caseNumber: z.string().optional(),
  parties: z.array(z.string()),
  group: z
    .enum(['late', 'today', 'week', 'later', 'raised', 'others'])
    .describe('逾期、今天、本周、以后、升级、等待他人'),
  inPlaceOf: z.string().optional().describe('由本人代其签署的人'),
  raised: z
    .object({ why: z.string(), help: z.string() })
    .optional()
    .describe('为什么升级到本人，能做什么；升级不使本人有权代办'),
  others: z.array(z.string()).describe('还有谁可以办'),
});

export const worklist = z.object({ now: z.string(), rows: z.array(worklistRow) });

export const caseRow = z.object({
  stream: z.string(),
  number: z.string().optional(),
  title: z.string(),
  parties: z.array(z.string()),
  stage: z.string(),
  stageLabel: z.string(),
  kindLabel: z.string().optional().describe('执法的种类；行政处罚的不写'),
  marks: z.array(z.string()).optional().describe('单列的名称，如受委托；没有的不写'),
  partners: z.array(z.string()).optional().describe('联合执法的机关；没有的不写'),
  handlers: z.array(z.string()),
  opened: z.string().optional(),
  changed: z.string().optional(),
  documentNumber: z.string().optional(),
  defects: z.number().int(),
});

/** One line of what an entry holds: label and text, ready to show. */
export const shownField = z.object({
  label: z.string(),
  text: z.string(),
  sealed: z.string().optional().describe('加密保存的内容的引用；查看会留下记录'),
  attachments: z.array(z.object({ blob: z.string(), name: z.string() })).optional(),
});

export const defectView = z.object({ because: z.string(), cite: z.string(), reason: z.string() });

export const entryView = z.object({
  id: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  act: z.string(),
  actLabel: z.string(),
  stage: z.string().optional(),
  at: z.string(),
  enteredAt: z.string(),
  late: z.boolean().describe('补录：录入比发生晚一小时以上'),
  by: z.string(),
  version: z.number().int(),
  fields: z.array(shownField),
  defects: z.array(defectView),
  departures: z.array(defectView).describe('参照的规定没有照办的，连同理由'),
  corrections: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  correctable: z.boolean(),
  document: z.boolean().describe('有可以打印的文书'),
  proof: z.enum(['logged', 'waiting']).describe('已入链、待入链'),
});

/** An act as the case page offers it: possible, refused with sentences, or depending on what is filled in. */
export const actView = z.object({
  name: z.string(),
  label: z.string(),
  stage: z.string().optional(),
  status: z.enum(['possible', 'depends', 'refused']),
  refusals: z.array(refusalView),
  perhaps: z.array(refusalView),
  advice: z.array(refusalView),
  next: z.boolean().describe('此刻最该办的一件'),
  inPlaceOf: z.string().optional().describe('只能代其签署的人'),
});

export const caseView = z.object({
  stream: z.string(),
  version: z.number().int(),
  now: z.string(),
  row: caseRow,
  path: z.array(
    z.object({
      stage: z.string(),
      label: z.string(),
      state: z.enum(['done', 'now', 'ahead']),
      steps: z.array(
        z.object({
          act: z.string(),
          label: z.string(),
          state: z.enum(['done', 'now', 'passed', 'ahead']).describe('passed：这一阶段已经过去，没有办'),
        }),
      ),
    }),
  ),
  parties: z.array(
    z.object({ id: z.string(), name: z.string(), kind: z.string(), fields: z.array(shownField) }),
  ),
  interested: z
    .array(z.object({ id: z.string(), name: z.string(), fields: z.array(shownField) }))
    .optional()
    .describe('已经告知的利害关系人；没有告知过的没有'),
  partyGroups: z
    .array(z.object({ label: z.string(), names: z.array(z.string()) }))
    .describe('各方的称呼：当事人，或者申请人、被申请人'),
  partners: z.array(partnerView).optional().describe('联合执法的机关，退出了的也在内；不是联合执法的没有'),
  related: z
    .array(z.object({ stream: z.string(), title: z.string(), relation: z.string() }))
    .optional()
    .describe('关联、并案、分案的另一案'),
  custody: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().describe('名称和件数'),
        measure: z.string().describe('依哪一次强制措施'),
        place: z.string().describe('现在在哪里'),
        keeper: z.string().optional().describe('由谁保管；没有移过的由采取措施的人员保管'),
        moves: z.number().int().describe('移动的次数'),
        fate: z.string().describe('后来怎样'),
        ended: z.string().optional().describe('了结的时刻；还在控制之中的没有'),
      }),
    )
    .optional()
    .describe('查封、扣押、冻结的财物台账；没有提请过强制措施的没有'),
  formerRefusals: z
    .array(z.object({ stream: z.string(), title: z.string(), fields: z.array(shownField) }))
    .optional()
    .describe('同一线索此前不予立案的审查记录'),
  acts: z.array(actView),
  entries: z.array(entryView),
  obligations: z.array(obligationView),
  cededTo: z.object({ name: z.string(), on: z.string() }).optional().describe('已经移交的承继机关'),
  cededBy: z
    .array(z.object({ name: z.string(), on: z.string() }))
    .optional()
    .describe('从哪些机关承继，最早的在前'),
  publicId: z.string().optional().describe('公示页的编号'),
});

/** How many opinions of approval were given here and how many were signed on paper and entered afterwards. */
export const approvalsOnline = z.object({
  online: z.number().int().describe('网上签署的次数'),
  onPaper: z.number().int().describe('线下签署之后补录的次数'),
  share: z.string().optional().describe('网上流转率，如 90%；还没有审批的没有'),
});

/** Two or more rules put before the legal office, each by its article and in words. */
export const contradictionView = z.object({
  id: z.string(),
  rules: z.array(z.object({ cite: z.string(), sentence: z.string() })),
  by: z.string(),
  at: z.string(),
});

/** What an agency owes on its own account and has done, with the acts its people may do on its records. */
export const agencyView = z.object({
  stream: z.string(),
  version: z.number().int(),
  now: z.string(),
  name: z.string(),
  renamings: z
    .array(
      z.object({
        name: z.string(),
        shortName: z.string(),
        former: z.string(),
        from: z.string(),
        document: z.string(),
        begun: z.boolean(),
      }),
    )
    .describe('更名,最近的在前'),
  acts: z.array(actView),
  obligations: z.array(obligationView),
  batches: z.array(
    z.object({ list: z.string(), period: z.string(), count: z.number().int(), at: z.string() }),
  ),
  changes: z.array(
    z.object({ kind: z.string(), what: z.string(), at: z.string(), updated: z.string().optional() }),
  ),
  contradictions: z.array(contradictionView).describe('已经报请，还没有裁定的'),
  away: z
    .array(
      z.object({
        id: z.string(),
        officer: z.string(),
        reason: z.string(),
        from: z.string(),
        until: z.string(),
        now: z.boolean().describe('今天不在'),
      }),
    )
    .describe('正在和将要离岗的人员'),
  delegations: z
    .array(
      z.object({
        id: z.string(),
        delegator: z.string(),
        delegate: z.string(),
        matters: z.array(z.string()),
        upTo: z.string().optional(),
        from: z.string(),
        until: z.string(),
        document: z.string().optional(),
        standing: z.enum(['now', 'ahead']),
      }),
    )
    .describe('现在和将来有效的授权代签'),
  acting: z
    .array(
      z.object({ officer: z.string(), post: z.string(), from: z.string(), until: z.string().optional() }),
    )
    .describe('主持工作的人员'),
  rulings: z.array(
    z.object({
      prevails: z.string(),
      over: z.array(z.string()),
      reason: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});

/** 权责清单: the agency's items, what each rests on, how wide discretion is, and which posts answer for it. */
export const itemsView = z.object({
  name: z.string(),
  on: z.string().describe('清单所说的是这一日'),
  acts: z.array(actView),
  items: z.array(
    z.object({
      id: z.string(),
      item: z.string(),
      state: z.enum(['in-use', 'not-begun', 'ended', 'unsettled']),
      stateLabel: z.string(),
      enforcement: z.string().optional().describe('执法类别；没有登记的没有'),
      object: z.string().optional(),
      region: z.string(),
      unit: z.string().describe('行使职权的机构；没有写明的是本机关'),
      source: z.string().optional().describe('来源文件和条款'),
      division: z.string().optional().describe('与其他部门同施一部法的，由谁负责'),
      asked: z.string().optional().describe('报请本级政府确定的请示'),
      settled: z.string().optional().describe('本级政府的确定文件'),
      bases: z.array(z.string()),
      review: z.array(z.string()).describe('已经不在有效期内、应当复核的依据'),
      from: z.string(),
      until: z.string().optional(),
    }),
  ),
  bases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      rank: z.string(),
      published: z.string().optional(),
      kinds: z.array(z.string()),
      range: z.string().optional().describe('罚款的幅度'),
      inForce: z.boolean(),
      from: z.string(),
      until: z.string().optional(),
      restingOn: z.array(z.string()).describe('以它为依据的事项和裁量基准'),
    }),
  ),
  benchmarks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      basis: z.string(),
      published: z.string().optional().describe('公布的载体和日期；没有的还没有公布'),
      inForce: z.boolean(),
      review: z.boolean().describe('所细化的依据已经不在有效期内'),
      from: z.string(),
      until: z.string().optional(),
      factors: z
        .array(
          z.object({
            label: z.string(),
            kind: z.string(),
            options: z.array(
              z.object({
                label: z.string(),
                range: z.string().optional().describe('分段的起止'),
                points: z.number().int().optional(),
              }),
            ),
          }),
        )
        .describe('据以得出档次的裁量因素；没有列明的为空'),
      levels: z.array(
        z.object({
          label: z.string(),
          range: z.string(),
          when: z.string().optional(),
          needs: z.string().optional().describe('裁量因素怎样得出这一档；没有列明因素的没有'),
        }),
      ),
    }),
  ),
  posts: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      duties: z.string(),
      basis: z.string(),
      holders: z.array(z.string()),
    }),
  ),
});

export const option = z.object({ value: z.string(), label: z.string(), note: z.string().optional() });

const plainField = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.string(),
  optional: z.boolean(),
  options: z.array(option).optional(),
  spelledOut: z.boolean().optional().describe('选项是整句，全部列出来给人读'),
  ofFile: z.boolean().optional().describe('选项出自本案卷，别的案卷不能用'),
  whenKinds: z.array(z.string()).optional().describe('只在这几类的行里显示'),
});

/** A field of a row: a row may hold a table, whose rows hold none. */
const rowField = plainField.extend({ rows: z.array(plainField).optional() });

/** A field of the input; the rows of a table have fields of their own. */
export const formField = plainField.extend({
  rows: z.array(rowField).optional(),
  shows: z.enum(['factors']).optional().describe('不作一般的行，按所选裁量基准的因素逐项填写'),
});

/** An edition of a benchmark as far as a level follows from it, so that a form can tell which while it is filled in. */
export const factorEdition = z.object({
  id: z.string(),
  factors: z.array(
    z.object({
      label: z.string(),
      kind: z.string(),
      options: z.array(z.object({ label: z.string(), points: z.number().optional() })).optional(),
      amounts: z
        .array(
          z.object({
            label: z.string(),
            from: z.number().optional(),
            below: z.number().optional(),
            points: z.number().optional(),
          }),
        )
        .optional(),
      counts: z
        .array(
          z.object({
            label: z.string(),
            from: z.number().optional(),
            upTo: z.number().optional(),
            points: z.number().optional(),
          }),
        )
        .optional(),
    }),
  ),
  levels: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      from: z.number(),
      upTo: z.number(),
      needs: z.array(z.object({ factor: z.string(), option: z.string() })).optional(),
      match: z.string().optional(),
      pointsFrom: z.number().optional(),
      pointsUpTo: z.number().optional(),
    }),
  ),
});

export const recordFieldView = z.object({
  id: z.string(),
  label: z.string(),
  type: z.string(),
  options: z.array(option).optional(),
  hint: z.string().optional(),
  secret: z.boolean(),
  required: z.boolean(),
  conditional: z.boolean().describe('是否必填要看填了什么'),
  minLength: z.number().int().optional(),
  clauses: z.array(clauseView),
  borrowed: z.literal(true).optional().describe('只有别类执法的规定要求，参照'),
  whenKinds: z.array(z.string()).optional().describe('只对这几类当事人要求'),
  whenInput: z
    .object({ name: z.string(), values: z.array(z.string()) })
    .optional()
    .describe('只在所说的录入项选了这几项时显示；空字符串是没有选'),
});

/** The form of an act, generated: what the act needs, what the law asks for, what is known already. */
export const formView = z.object({
  act: z.string(),
  label: z.string(),
  nature: z.enum(['constitutive', 'factual']),
  stream: z.string(),
  version: z.number().int(),
  restsOnSeen: z.boolean(),
  asksMoment: z.boolean(),
  now: z.string(),
  input: z.array(formField),
  editions: z.array(factorEdition).optional().describe('可以选的、列有裁量因素的裁量基准'),
  record: z.array(recordFieldView),
  partyRecord: z.array(recordFieldView),
  prefill: z.object({ input: z.record(z.string(), z.unknown()), record: z.record(z.string(), z.unknown()) }),
  preview: actView,
  delegations: z.array(option).describe('可以依据的授权代签；没有的，只能以本人名义办理'),
  delegation: z.string().optional().describe('缺省以此授权办理；不填的，以本人名义'),
});

export const attachmentResult = z.object({
  blob: z.string().describe('sha256: 加 64 位十六进制'),
  name: z.string(),
  bytes: z.number().int(),
  kind: z.string().describe('按内容识别的文件类型'),
  says: z.optional(z.string()).describe('文件名与内容不符时的说明'),
});

export type CaseView = z.infer<typeof caseView>;
export type AgencyView = z.infer<typeof agencyView>;
export type ItemsView = z.infer<typeof itemsView>;
export type ApprovalsOnline = z.infer<typeof approvalsOnline>;
export type CaseRow = z.infer<typeof caseRow>;
export type EntryView = z.infer<typeof entryView>;
export type ActView = z.infer<typeof actView>;
export type ObligationView = z.infer<typeof obligationView>;
export type WorklistRow = z.infer<typeof worklistRow>;
export type Worklist = z.infer<typeof worklist>;
export type FactorEdition = z.infer<typeof factorEdition>;
export type FormView = z.infer<typeof formView>;
export type RecordFieldView = z.infer<typeof recordFieldView>;
export type ShownField = z.infer<typeof shownField>;
export type DerivationView = z.infer<typeof derivationView>;
export type AttachmentResult = z.infer<typeof attachmentResult>;
