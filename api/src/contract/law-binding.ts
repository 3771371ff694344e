import { z } from 'zod';
import { datesView } from './calendar.ts';

const packName = z.object({ id: z.string().describe('只用作地址'), title: z.string() });

/** What one binds by: packs and the first day. */
export const bindingAsked = z.strictObject({
  packs: z.array(z.string().min(1).max(200)).min(1).max(50).describe('规则包'),
  from: z.string().max(10).describe('自何日起'),
});

const counts = z.object({
  cases: z.number().int().describe('在办案件'),
  changed: z.number().int().describe('会有变化的案件'),
  moved: z.number().int().describe('会变动、增加或者不再有的日期'),
});

const triedStep = z.object({ label: z.string(), because: z.string() });

/** A dry run over the open cases: nothing of it is written. */
export const lawTrialView = z.object({
  id: z.string().describe('只用作地址'),
  state: z.enum(['running', 'done', 'failed']),
  packs: z.array(packName),
  from: z.string(),
  total: z.number().int(),
  looked: z.number().int(),
  counts,
  rules: z
    .object({ added: z.number().int(), dropped: z.number().int() })
    .describe('起日那天多出来的和不再有的规则'),
  cases: z
    .array(
      z.object({
        stream: z.string(),
        title: z.string(),
        number: z.string().optional(),
        duties: z.array(
          z.object({
            label: z.string(),
            subject: z.string(),
            before: datesView.optional(),
            after: datesView.optional(),
          }),
        ),
        barred: z.array(triedStep).describe('现在可以办、启用之后不能办的'),
        freed: z.array(triedStep).describe('现在不能办、启用之后可以办的'),
      }),
    )
    .describe('会有变化的案件，最多一百件'),
});

/** What binds, what is proposed, what could be bound. */
export const lawBindingView = z.object({
  today: z.string(),
  demonstration: z.boolean(),
  bindings: z
    .array(
      z.object({
        from: z.string(),
        packs: z.array(packName),
        modules: z.array(z.string()).describe('只启用的制度；没有写的都启用'),
        standing: z.enum(['present', 'past', 'to-come']),
      }),
    )
    .describe('最近的在前'),
  proposals: z.array(
    z.object({
      id: z.string().describe('只用作地址'),
      at: z.string(),
      by: z.string(),
      own: z.boolean().describe('是本人提出的，自己不能确认'),
      from: z.string(),
      packs: z.array(packName),
      modules: z.array(z.string()).describe('启用哪几项制度；没有写的，规则包所说的都启用'),
      added: z.array(packName),
      dropped: z.array(packName),
      trial: counts,
      unfit: z.array(z.string()).describe('正式使用中不能启用的原因'),
      assumptions: z.array(z.object({ id: z.string(), label: z.string(), reason: z.string() })),
    }),
  ),
  installed: z.array(
    packName.extend({
      issuer: z.string(),
      from: z.string(),
      until: z.string().optional(),
      bound: z.boolean(),
      carried: z.array(z.string()).describe('随它一起适用的上位规定'),
    }),
  ),
  modules: z.array(z.object({ value: z.string(), label: z.string() })).describe('可以分别启用的制度'),
  officers: z.array(z.object({ id: z.string(), name: z.string() })),
  mayPropose: z.boolean(),
  mayConfirm: z.boolean(),
  keepers: z.string().describe('谁能够提出和确认'),
});

export type BindingAsked = z.infer<typeof bindingAsked>;
export type LawTrialView = z.infer<typeof lawTrialView>;
export type LawBindingView = z.infer<typeof lawBindingView>;
