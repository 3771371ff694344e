import { z } from 'zod';
import { caseKinds } from '../../case/kind.ts';
import type { Condition } from '../condition.ts';
import type { gateSchema } from './gate.ts';
import { clauseId, ruleId } from './head.ts';
import { partId } from './parts.ts';
import type { RulePart } from './parts.ts';
import type { recordSchema } from './record.ts';

const giver = z.enum(['registrar', 'handler', 'unit-head', 'agency-head']);

const stageText = z.strictObject({
  stage: z.enum(['initiation', 'investigation', 'decision', 'execution', 'archive']),
  cites: z.array(clauseId).min(1, '每个阶段至少引一条条款'),
  acts: z.array(z.string()).min(1),
  /** The fact with which the stage begins. */
  begins: z.string(),
  code: z.string().regex(/^[A-Z][A-Z0-9_]+$/, '拒绝码用大写字母和下划线'),
  because: z.string().min(4),
  remedy: z.strictObject({ says: z.string().min(2), act: z.string().optional() }),
});

const stepText = z.strictObject({
  step: z.enum(['handler', 'unit', 'head']),
  label: z.string().min(2),
  /** What is to be written and in which order, where the step has clauses of its own; else those of the procedure. */
  cites: z.array(clauseId).min(1).optional(),
  /** Who may take it; left out where higher law says so already. */
  by: z.array(giver).min(1).optional(),
  fields: z.array(z.string()).min(1),
  /** Steps of the same matter that another person must have taken. */
  distinctFrom: z.array(z.enum(['handler', 'unit', 'head'])).optional(),
  /** The fact that tells it has agreed. */
  agreed: z.string(),
});

/**
 * `procedure`: the stages of an enforcement kind with the acts of each, and the steps of approval in order. Nothing
 * more: what it says comes to gates and needs, and whoever wants more writes those.
 */
export const procedureSchema = z.strictObject({
  kind: z.literal('procedure'),
  id: ruleId,
  cites: z.array(clauseId).min(1, '每条规则至少引一条条款'),
  /** The kind of enforcement it is about; so are all its parts. */
  of: z.enum(caseKinds),
  stages: z.array(stageText).min(1).optional(),
  approvals: z
    .array(
      z.strictObject({
        matter: z.string(),
        /** The act that the approval opens. */
        opens: z.string(),
        /** Code of the refusal of what it opens while an opinion is missing. */
        missing: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]+$/, '拒绝码用大写字母和下划线')
          .default('OPINION_MISSING'),
        steps: z.array(stepText).min(2, '只有一个环节的，写成关口'),
      }),
    )
    .min(1)
    .optional(),
});

export type ProcedureText = z.infer<typeof procedureSchema>;
type GateText = z.infer<typeof gateSchema>;
type NeedText = z.infer<typeof recordSchema>;
type Approval = NonNullable<ProcedureText['approvals']>[number];
type Step = Approval['steps'][number];

/** A procedure as the gates and needs it comes to, each as a legal officer could have written it. */
export function partsOfProcedure(text: ProcedureText): readonly RulePart[] {
  return [
    ...(text.stages ?? []).map((stage, index) => ({
      under: ['stages', index],
      rule: stageGate(text.id, stage),
    })),
    ...(text.approvals ?? []).flatMap((approval, at) =>
      approval.steps.flatMap((step, index) =>
        ofStep(text, approval, step, approval.steps[index - 1]).map((rule) => ({
          under: ['approvals', at, 'steps', index],
          rule,
        })),
      ),
    ),
  ];
}

function stageGate(
  id: string,
  { stage, cites, acts, begins, code, because, remedy }: z.infer<typeof stageText>,
): GateText {
  return {
    kind: 'gate',
    id: partId(id, stage),
    cites,
    per: 'case',
    acts,
    unless: begins,
    effect: 'void',
    code,
    because,
    remedy,
  };
}

function ofStep(
  { id, cites }: ProcedureText,
  { matter, opens, missing, steps }: Approval,
  step: Step,
  before: Step | undefined,
): readonly (GateText | NeedText)[] {
  const named = (what: string): string => partId(id, `${matter}-${step.step}-${what}`);
  const whenTaken: Condition = { is: ['act.approvalStep', `${matter}/${step.step}`] };
  const approving = { cites, acts: ['case.approve'], when: whenTaken, effect: 'void' as const };
  // Signed on paper and entered afterwards, an opinion keeps the same order, persons and words.
  const signing = { ...approving, acts: ['case.approve', 'case.record-approval'] };
  const own = { ...signing, cites: step.cites ?? cites };
  const last = steps.at(-1) === step;
  return [
    ...(step.by === undefined
      ? []
      : [
          {
            ...approving,
            kind: 'gate' as const,
            id: named('giver'),
            per: 'act' as const,
            unless: givenBy(step.by),
            code: 'ROLE_REQUIRED',
            because: `${step.label}须由有权的人签署`,
            remedy: { says: `由${giversOf(step)}签署` },
          },
        ]),
    {
      ...own,
      kind: 'record',
      id: named('opinion'),
      per: 'act',
      fields: step.fields.map((field) => ({ field })),
      code: 'OPINION_MISSING',
    },
    ...(before === undefined
      ? []
      : [
          {
            ...own,
            kind: 'gate' as const,
            id: named('order'),
            per: 'case' as const,
            unless: before.agreed,
            code: 'STEP_ORDER',
            because: `${before.label}还没有签署同意`,
            remedy: { says: `先由${giversOf(before)}签署${before.label}` },
          },
        ]),
    ...(step.distinctFrom === undefined
      ? []
      : [
          {
            ...signing,
            kind: 'gate' as const,
            id: named('distinct'),
            per: 'act' as const,
            unless: { not: { in: ['act.stepsByActor', step.distinctFrom] } } as Condition,
            code: 'REVIEWER_CONFLICT',
            because: '同一人已经签过本事项的前一环节',
            remedy: { says: '改由另一人签署' },
          },
        ]),
    // The last step is the approval itself, which the gate of the act asks for by its own name.
    ...(last
      ? []
      : [
          {
            kind: 'gate' as const,
            id: named('given'),
            cites,
            acts: [opens],
            per: 'case' as const,
            unless: step.agreed,
            effect: 'void' as const,
            code: missing,
            because: `${step.label}缺少，或者不是同意`,
            remedy: { says: `补上${step.label}`, act: 'case.approve' },
          },
        ]),
  ];
}

const giverLabels: Readonly<Record<z.infer<typeof giver>, string>> = {
  registrar: '案源登记人',
  handler: '本案承办人',
  'unit-head': '部门主要负责人',
  'agency-head': '机关负责人',
};

function giversOf(step: Step): string {
  return (step.by ?? []).map((one) => giverLabels[one]).join('或者');
}

function givenBy(givers: readonly z.infer<typeof giver>[]): Condition {
  const roles = givers.filter((one) => one === 'unit-head' || one === 'agency-head');
  const any: Condition[] = [
    ...(givers.includes('registrar') ? ['actor.isRegistrar'] : []),
    ...(givers.includes('handler') ? ['actor.isHandler'] : []),
    ...(roles.length === 0 ? [] : [{ in: ['actor.roles', roles] } as Condition]),
  ];
  return any.length === 1 && any[0] !== undefined ? any[0] : { any };
}
