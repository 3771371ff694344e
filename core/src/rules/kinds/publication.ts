import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import type { Condition } from '../condition.ts';
import type { Per } from '../subject.ts';
import { deadlineSchema } from './deadline.ts';
import { gateSchema } from './gate.ts';
import { effect, head } from './head.ts';
import { partId } from './parts.ts';
import type { PlainText, RulePart } from './parts.ts';
import { recordSchema } from './record.ts';

const { cites, when } = head;
const { code, because, remedy } = gateSchema.shape;
const refusing = { code, because, remedy };
const section = { cites, when };

/** A limit of the publication: of putting it up, of taking it down, of putting it right, of its expiry. */
const term = deadlineSchema.omit({ kind: true, id: true, per: true });
/** Fields it must leave. */
const content = recordSchema.omit({ kind: true, id: true, per: true, acts: true });

const masking = z.strictObject({
  ...section,
  /** The field in which somebody judges what may not be shown. */
  judgedIn: z.string(),
  effect,
  withheld: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9-]*$/, '名称用小写字母和短横线'),
        values: z.array(z.string()).min(1),
        ...refusing,
      }),
    )
    .min(1),
});

const approval = z.strictObject({
  ...section,
  /** The fact that it has been approved and nothing has changed since. */
  done: z.string(),
  ...refusing,
  effect,
  /** Who alone approves: the act, in which case of it, and the roles. */
  by: z.strictObject({ act: z.string(), when: head.when, roles: z.array(z.string()).min(1), ...refusing }),
});

const check = content.extend({
  /** The check is a step of its own, before the approval; without it the fields stand in the publication itself. */
  step: z
    .strictObject({
      act: z.string(),
      when: head.when,
      /** Who may check: a condition on whoever acts. */
      by: conditionSchema,
      ...refusing,
      /** The fact that it has been checked and nothing has changed since. */
      done: z.string(),
      undone: z.strictObject(refusing),
    })
    .optional(),
});

const channels = z.strictObject({
  ...section,
  /** The input in which the channel is chosen, and those it may be chosen from. */
  input: z.string().startsWith('input.', '渠道写明是哪一录入项'),
  allowed: z.array(z.string()).min(1),
  effect,
  ...refusing,
});

/**
 * `publication`: what is put before the public, when, with which fields, what is withheld, who checks and approves, by
 * which channels, and when it is withdrawn, corrected or taken down. Each section cites its own clauses.
 */
export const publicationSchema = z
  .strictObject({
    kind: z.literal('publication'),
    id: head.id,
    kinds: head.kinds,
    per: head.per,
    when,
    act: z.string(),
    assumption: head.assumption,
    due: term.optional(),
    content: content.optional(),
    masking: masking.optional(),
    check: check.optional(),
    approval: approval.optional(),
    channels: channels.optional(),
    withdrawal: term.optional(),
    correction: term.optional(),
    expiry: term.optional(),
  })
  .refine(
    (rule) =>
      [...terms, 'content', 'masking', 'check', 'approval', 'channels'].some(
        (key) => rule[key as keyof typeof rule] !== undefined,
      ),
    '期限、内容、隐去、核对、审定、渠道、撤回、更正、到期至少写一项',
  );
export type PublicationText = z.infer<typeof publicationSchema>;

const terms = ['due', 'withdrawal', 'correction', 'expiry'] as const;

/** The duties, gates and needs of a publication, each of its own section. */
export function partsOfPublication(text: PublicationText): readonly RulePart[] {
  const { act } = text;
  const inherited = text.assumption === undefined ? {} : { assumption: text.assumption };
  const part = (name: string, under: readonly PropertyKey[], rule: Partless): RulePart => {
    const both = [text.when, rule.when].filter((one) => one !== undefined);
    const { when: _own, ...rest } = { ...inherited, ...rule };
    const joined = both.length > 1 ? { all: both } : both[0];
    const id = partId(text.id, name);
    return {
      rule: { ...rest, id, ...(joined === undefined ? {} : { when: joined }) } as PlainText,
      under,
    };
  };
  const gate = (one: GateSection, unless: Condition, own: { per?: Per; acts?: string[] } = {}): Partless => ({
    kind: 'gate',
    per: 'act',
    acts: [act],
    cites: one.cites,
    ...(one.when === undefined ? {} : { when: one.when }),
    unless,
    effect: one.effect,
    code: one.code,
    because: one.because,
    remedy: one.remedy,
    ...own,
  });
  const need = (name: string, one: z.infer<typeof content> | undefined) =>
    one === undefined ? [] : [part(name, [name], { kind: 'record', per: 'act', acts: [act], ...one })];
  const { masking: mask, approval: approved, channels: channel } = text;
  const ofCheck = (): readonly RulePart[] => {
    if (text.check === undefined) return [];
    const { step, ...fields } = text.check;
    if (step === undefined) return need('check', fields);
    const under = ['check', 'step'];
    const stepping = { cites: fields.cites, effect: fields.effect, when: both(fields.when, step.when) };
    // Where nobody approves, the check opens the publication itself.
    const opened = approved?.by ?? { act, when: undefined };
    return [
      part('check', ['check'], {
        kind: 'record',
        per: 'act',
        ...fields,
        acts: [step.act],
        when: stepping.when,
      }),
      part('checker', under, gate({ ...step, ...stepping }, step.by, { acts: [step.act] })),
      part(
        'checked',
        under,
        gate({ ...step.undone, ...stepping, when: both(fields.when, opened.when) }, step.done, {
          acts: [opened.act],
          per: text.per,
        }),
      ),
    ];
  };
  return [
    ...terms.flatMap((name) => {
      const one = text[name];
      // Only putting it up is discharged by the act itself; the others name theirs.
      return one === undefined
        ? []
        : [
            part(name, [name], {
              kind: 'deadline',
              per: text.per,
              ...(name === 'due' ? { act } : {}),
              ...one,
            }),
          ];
    }),
    ...need('content', text.content),
    ...ofCheck(),
    ...(mask === undefined
      ? []
      : [
          part('judged', ['masking'], {
            kind: 'record',
            per: 'act',
            acts: [act],
            cites: mask.cites,
            ...(mask.when === undefined ? {} : { when: mask.when }),
            fields: [{ field: mask.judgedIn }],
            effect: mask.effect,
            code: 'FIELD_MISSING',
          }),
          ...mask.withheld.map((one, index) =>
            part(
              `no-${one.name}`,
              ['masking', 'withheld', index],
              gate(
                { ...mask, ...one, when: judged(mask) },
                {
                  not: { in: [`record.${mask.judgedIn}`, one.values] },
                },
              ),
            ),
          ),
        ]),
    ...(approved === undefined
      ? []
      : [
          part('approved', ['approval'], gate(approved, approved.done, { per: text.per })),
          part(
            'approver',
            ['approval', 'by'],
            gate(
              { ...approved.by, cites: approved.cites, effect: approved.effect },
              { in: ['actor.roles', approved.by.roles] },
              { acts: [approved.by.act] },
            ),
          ),
        ]),
    ...(channel === undefined
      ? []
      : [part('channels', ['channels'], gate(channel, { in: [channel.input, channel.allowed] }))]),
  ];
}

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  return one === undefined || other === undefined ? (one ?? other) : { all: [one, other] };
}

/** Until somebody has judged, that it is not judged is told by the need; what is withheld is asked afterwards. */
function judged(mask: z.infer<typeof masking>): Condition {
  const known: Condition = { known: `record.${mask.judgedIn}` };
  return mask.when === undefined ? known : { all: [mask.when, known] };
}

interface GateSection {
  readonly cites: string[];
  readonly when?: Condition | undefined;
  readonly effect: z.infer<typeof effect>;
  readonly code: string;
  readonly because: string;
  readonly remedy: z.infer<typeof remedy>;
}

type WithoutId<T> = T extends { id: string } ? Omit<T, 'id'> : never;
type Partless = WithoutId<Exclude<PlainText, { exceptionTo: string }>>;
