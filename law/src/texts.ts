import { z } from 'zod';
import { caseKinds } from '@zhaozhang/core';
import { areas } from './areas.ts';
import type { Area } from './areas.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 YYYY-MM-DD');

export const packText = z.strictObject({
  id: z.string(),
  title: z.string().min(2),
  shortTitle: z.string().optional(),
  issuer: z.string().min(2),
  docNo: z.string().optional(),
  issued: day,
  inForce: z.strictObject({ from: day, until: day.optional() }),
  extends: z.array(z.string()),
  /** The instrument is about these kinds of enforcement and no other: said once, of every rule in it that does not say its own. */
  kinds: z.array(z.enum(caseKinds)).min(1).optional(),
  force: z.enum(['direct', 'reference']),
  /** Followed by analogy where a unit of these types (codes of `unit-type`) handles the file, and the clause that says so. */
  byAnalogy: z.strictObject({ units: z.array(z.string()).min(1), clause: z.string() }).optional(),
  /** A code of the set `law-rank`: asked for only where it decides what the pack may set. */
  rank: z.string().optional(),
  assumption: z.string().optional(),
  /** The text is not at hand: why, and where it is to be had. All it says is an assumption until then. */
  pending: z.string().min(4).optional(),
  /** The agencies it is addressed to, by their names, where its text names them: it binds no other. */
  addressees: z.strictObject({ agencies: z.array(z.string().min(4)).min(1), clause: z.string() }).optional(),
  /**
   * What the instrument says of values an agency sets for itself: the clause; whether it speaks of its own parameters or
   * of those of its parents as well; and who must confirm a value that is not the same everywhere.
   */
  overrides: z
    .strictObject({
      clause: z.string(),
      of: z.enum(['own', 'parents']),
      confirmedBy: z.string().min(4).optional(),
    })
    .optional(),
  /** What the instrument says of its own numbers of days: which are working days and which are not. */
  units: z
    .array(
      z.strictObject({
        n: z.array(z.number().int().positive()).min(1),
        unit: z.enum(['day', 'workday']),
        clause: z.string(),
        /** Left out when it binds everyone; `agency` when it does not reach limits of a party. */
        of: z.literal('agency').optional(),
      }),
    )
    .min(1)
    .optional(),
});

export const clauseText = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Za-z0-9().]+)+$/, '条款编号的写法不对'),
  article: z.string().min(2),
  gist: z.string().min(4),
  sourceDigest: z.string().optional(),
  status: z.enum(['rule', 'feature', 'display', 'later']),
  /** Of a clause carried later, and of no other: the part of the work it belongs to. */
  area: z.enum(Object.keys(areas) as [Area, ...Area[]]).optional(),
  where: z.string().optional(),
});

export const paramText = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9.-]*$/),
  label: z.string().min(2),
  type: z.enum(['int', 'text', 'bool', 'list']),
  unit: z.string().optional(),
  source: z.enum(['clause', 'silent']),
  clause: z.string().optional(),
  reason: z.string().optional(),
  /** Why the value is taken for granted although no text at hand says it. */
  assumption: z.string().min(4).optional(),
  value: z.union([z.number().int(), z.string(), z.boolean(), z.array(z.string())]).optional(),
  /**
   * Which other law gives the value, where this text only says that one must: an agency that never does the thing needs
   * none, and whoever does is refused by a gate that asks whether it is there.
   */
  leftTo: z.string().min(4).optional(),
  protects: z.enum(['party', 'public', 'control']),
  /** Which way is stricter; a local pack may only go that way. */
  tighter: z.enum(['smaller', 'larger']).optional(),
  /** A code of the set `law-module`: asked for only where that system is bound. */
  module: z.string().optional(),
  /** Without a value until an agency sets its own: rules that use it ask first whether it is known. */
  optional: z.literal(true).optional(),
  /** Ranks whose packs alone may loosen it, such as 法律另有规定的从其规定; a clause of a lower rank allows nothing. */
  looserIn: z.array(z.string()).min(1).optional(),
  /** The clause of higher law that allows a local pack to loosen it all the same. */
  basis: z.string().optional(),
});

export const fieldText = z.strictObject({
  id: z.string().regex(/^[a-z]+(\.[a-z-]+)+$/),
  label: z.string().min(2),
  type: z.enum(['text', 'longtext', 'int', 'money', 'day', 'instant', 'enum', 'bool', 'blob', 'blobs']),
  codes: z.string().optional(),
  hint: z.string().optional(),
  default: z.string().optional(),
  defaults: z.record(z.string(), z.string()).optional(),
  secret: z.boolean().optional(),
  offeredBy: z.array(z.string()).optional(),
  offeredFor: z.array(z.string()).min(1).optional(),
  offeredOfParties: z.array(z.string()).min(1).optional(),
  offeredOfKinds: z.array(z.string()).min(1).optional(),
});

export const codesText = z.record(
  z.string(),
  z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/),
        label: z.string().min(1),
        rank: z.number().int().positive().optional(),
      }),
    )
    .min(1),
);

export const numbersText = z.record(
  z.string(),
  z.string().includes('{n}', { message: '编号的写法里要有 {n}' }),
);

/** An act that is planned: rules may name it before it is there. */
export const plannedActText = z.strictObject({
  name: z.string().regex(/^[a-z]+\.[a-z]+(-[a-z]+)*$/, '行为写作“对象.动作”，用小写字母和短横线'),
  label: z.string().min(2),
  aggregate: z.enum(['case', 'agency']),
});

export type PlannedAct = z.infer<typeof plannedActText>;
export type PackText = z.infer<typeof packText>;
export type ClauseRow = z.infer<typeof clauseText>;
export type ParamText = z.infer<typeof paramText>;
export type FieldText = z.infer<typeof fieldText>;
