import { formats } from '@zhaozhang/core';
import type { HttpStoryClient } from '@zhaozhang/scenarios';
import { ulid } from 'ulid';
import type { BatchForm, BatchOutcome, BatchResult } from '../contract/index.ts';

/** An organisation that skipped its yearly check. Invented, with a number that satisfies its check digit. */
export interface Skipper {
  readonly name: string;
  readonly code: string;
  readonly representative: string;
  readonly address: string;
}

const digits = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export function skippers(count: number): readonly Skipper[] {
  return Array.from({ length: count }, (_, index) => {
    const body = `5142010069${String(index).padStart(7, '0')}`;
    const check = [...digits].find((digit) => formats['unified-code']?.test(body + digit)) ?? '';
    return {
      name: `滨江示范第${index + 1}协会`,
      code: body + check,
      representative: `邹示范${index + 1}`,
      address: `示范路 ${index + 1} 号`,
    };
  });
}

/** What many cases share of an act, and what each has of its own. */
export interface Common {
  readonly name: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly occurredAt?: string;
}

export interface Own {
  readonly id?: string;
  readonly stream?: string;
  readonly basedOn?: number;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly record?: Readonly<Record<string, unknown>>;
}

export async function sendBatch(
  client: HttpStoryClient,
  by: string,
  common: Common,
  acts: readonly Own[],
  path = '/api/batches',
): Promise<readonly BatchOutcome[]> {
  const response = await client.request(by, 'POST', path, batchBody(common, acts));
  if (!response.ok) throw new Error(`${common.name}：${await response.text()}`);
  return ((await response.json()) as BatchResult).results;
}

export function batchBody(common: Common, acts: readonly Own[]) {
  return {
    ...{ input: {}, record: {}, ...common },
    acts: acts.map((own) => ({ id: ulid(), input: {}, record: {}, ...own })),
  };
}

export async function formOf(
  client: HttpStoryClient,
  by: string,
  act: string,
  streams: readonly string[],
): Promise<BatchForm> {
  const cases = streams.map((stream) => stream.slice('case/'.length));
  const response = await client.request(by, 'POST', '/api/batches/form', { act, cases });
  if (!response.ok) throw new Error(`${act}：${await response.text()}`);
  return (await response.json()) as BatchForm;
}
