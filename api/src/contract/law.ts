import { z } from 'zod';

/** A rule in words: what it asks, what follows when it is not so, and where one meets it. */
export const lawRule = z.object({
  kind: z.enum(['gate', 'deadline', 'record', 'definition']),
  kindLabel: z.string().describe('前提、期限、记载'),
  sentence: z.string(),
  effect: z.string().optional().describe('不满足时的后果'),
  because: z.string().optional().describe('被拒时所说的理由'),
  remedy: z.string().optional(),
  notes: z.array(z.string()).describe('例外、日数的计法、末日的顺延、说明'),
  places: z.array(z.string()).describe('在哪张表单或者哪项待办里遇到'),
  from: z.string().describe('规则所在的规则包名称'),
  cites: z.array(z.object({ id: z.string(), cite: z.string() })).describe('所引的条款；编号只用作地址'),
});

export const lawExample = z.object({
  title: z.string(),
  outcome: z.string(),
  sentences: z.array(z.string()).describe('被拒时系统说的话'),
});

export const lawClause = z.object({
  id: z.string().describe('只用作地址'),
  article: z.string(),
  gist: z.string(),
  status: z.enum(['rule', 'feature', 'display', 'later']),
  statusLabel: z.string(),
  areaLabel: z.string().optional().describe('以后落实的条款属于哪一方面'),
  where: z.string().optional(),
  rules: z.array(lawRule),
  examples: z.array(lawExample),
});

export const lawPack = z.object({
  id: z.string().describe('只用作地址'),
  title: z.string(),
  issuer: z.string(),
  docNo: z.string().optional(),
  issued: z.string(),
  from: z.string(),
  until: z.string().optional(),
  standing: z.enum(['in-force', 'ended', 'to-come']),
  force: z.enum(['direct', 'reference']),
  assumption: z.string().optional().describe('待确认的事项'),
  pending: z.string().optional().describe('原文尚未取得：为什么、向谁取'),
  clauses: z.array(lawClause),
  rules: z.array(lawRule).describe('没有条款的规则包自己的规则'),
});

export const lawParameter = z.object({
  id: z.string().describe('只用作地址'),
  label: z.string(),
  value: z.string().optional().describe('带单位的取值；没有时是还没有确定'),
  source: z.enum(['clause', 'silent']),
  clause: z.object({ id: z.string(), cite: z.string() }).optional(),
  reason: z.string().optional(),
  assumption: z.string().optional().describe('没有原文可据时凭什么取这个值'),
  leftTo: z.string().optional().describe('由哪些别的法律给出取值；还没有给出的，用到它的办理被拒绝'),
  protects: z.string(),
  from: z.string().describe('参数所在的规则包名称'),
  own: z.literal(true).optional().describe('机关自定的取值'),
  optional: z.literal(true).optional().describe('可以没有取值'),
  usedIn: z.array(z.string()).describe('哪些办理、哪些期限用到它'),
});

/** All the law that binds the agency today, as one reads it. */
export const lawView = z.object({
  today: z.string(),
  refused: z.array(z.string()).describe('新装的规则包有误、没有采用时，错在哪里；平时是空的'),
  packs: z.array(lawPack),
  params: z.array(lawParameter),
});

const calendarDay = z.object({
  day: z.string(),
  kind: z.enum(['workday', 'weekend', 'makeup', 'statutory', 'bridge']),
  name: z.string().optional().describe('所属的节日；调休上班的也写'),
});

/** One year of the calendar by which limits are counted. */
export const calendarView = z.object({
  year: z.number().int(),
  today: z.string(),
  provisional: z.boolean().describe('放假安排还没有公布，按放假办法和周末推算'),
  basis: z.string().describe('法定节假日的依据'),
  notices: z.array(z.object({ number: z.string(), title: z.string(), issued: z.string() })),
  counts: z.object({
    days: z.number().int(),
    workdays: z.number().int().describe('含调休上班'),
    makeup: z.number().int(),
    weekend: z.number().int(),
    statutory: z.number().int(),
    bridge: z.number().int(),
  }),
  months: z.array(
    z.object({ month: z.number().int(), workdays: z.number().int(), days: z.array(calendarDay) }),
  ),
  years: z.array(z.object({ year: z.number().int(), provisional: z.boolean() })).describe('可以查看的年份'),
  offered: z
    .object({ title: z.string(), holidays: z.array(z.string()) })
    .describe('录入通知时先填好的标题和节日，照上一份通知和放假办法'),
});

export type LawView = z.infer<typeof lawView>;
export type LawPack = z.infer<typeof lawPack>;
export type LawClause = z.infer<typeof lawClause>;
export type LawRule = z.infer<typeof lawRule>;
export type LawExample = z.infer<typeof lawExample>;
export type LawParameter = z.infer<typeof lawParameter>;
export type CalendarView = z.infer<typeof calendarView>;
