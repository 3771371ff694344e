import { readFile } from 'node:fs/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { makerOf } from '@zhaozhang/core';
import type { CaseState, State } from '@zhaozhang/core';
import { formatInstant, parseInstant } from '@zhaozhang/core/time';
import { renderProofFile } from '@zhaozhang/portal';
import type { OneProof, ProofSheet } from '@zhaozhang/portal';
import type { LoggedEvent } from '@zhaozhang/store';
import type { Context } from 'hono';
import { notFound, ProblemError } from '../problem.ts';
import { foldedUpTo } from '../proving/history.ts';
import { entryView } from '../views/entry.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, seenCase } from './signed-in.ts';
import { caseId, noteReading, openMarked } from './views.ts';

/** A record of a case as one file that proves it: for the party, the court, whoever is given it. */
export function proofFileRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    {
      method: 'get',
      path: '/api/cases/{id}/proofs/{entry}',
      summary: '导出一条记录的存证凭证；每次导出留下记录',
      tag: '案卷',
    },
    async (context) => {
      const account = await accountOf(world, context);
      const id = caseId(context.req.param('id'));
      const { state, context: standing } = await seenCase(world, account, id);
      const entry = state.entries.find((one) => one.id === context.req.param('entry'));
      if (entry === undefined) throw notFound('这条记录');
      await openMarked(world, account, { state, standing }, [entry]);
      const events = await world.store.eventsWithLogIndex(account.agency, state.stream);
      const made = eventsOf(entry.id, events, foldedUpTo(events, state, state.version));
      const proofs: OneProof[] = [];
      for (const event of made)
        proofs.push({
          ...(await proofAt(world, event.logIndex)),
          record: { data: event.data, salt: event.salt },
        });
      await noteReading(world, account, state.stream, '导出存证凭证', standing.law.digest);
      const { agency } = standing.refs;
      const view = entryView(entry, { state, agency, law: standing.law, readsMarked: true }, () => true);
      return proofFile(context, world, {
        title: view.title,
        agency: makerOf(state, entry, agency).name,
        lines: [
          { label: '办理', text: view.actLabel },
          { label: '办理人', text: view.by },
          { label: '发生时刻', text: formatInstant(entry.at) },
          ...view.fields.map(({ label, text }) => ({ label, text })),
          ...view.corrections.map(({ at, by, reason }) => ({
            label: '更正',
            text: `${momentOf(at)} ${by}：${reason}`,
          })),
        ],
        proofs,
      });
    },
  );
}

function momentOf(text: string): string {
  const moment = parseInstant(text);
  return moment === undefined ? text : formatInstant(moment);
}

/** The events that made an entry, and those that changed it: after each of them it was another than before. */
function eventsOf(
  entry: string,
  events: readonly LoggedEvent[],
  states: readonly State[],
): readonly LoggedEvent[] {
  const as = (at: number) => (states[at] as CaseState | undefined)?.entries.find((one) => one.id === entry);
  return events.filter((_, at) => as(at) !== as(at - 1));
}

/** The entry of the log at a place, with its receipt. */
export async function proofAt(world: World, index: number | undefined): Promise<OneProof> {
  if (index === undefined || index >= world.log.size())
    throw new ProblemError({ title: '这条记录正在入链，还没有凭证', status: 409, remedy: '过几秒钟再导出' });
  const leaf = new TextDecoder().decode(await world.log.entry(index));
  return { leaf, receipt: await world.log.proof(index) };
}

/** Given as a file, never shown as a page of this site: its program is its own. */
export async function proofFile(
  context: Context,
  world: World,
  { proofs, ...sheet }: Pick<ProofSheet, 'title' | 'agency' | 'lines'> & { proofs: readonly OneProof[] },
): Promise<Response> {
  const script = await readFile(world.places.proofCheck, 'utf8');
  const text = renderProofFile({ ...sheet, script, data: { key: world.logKey, proofs } });
  const name = `存证凭证 ${sheet.title}.html`.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(0, 80);
  return context.body(text, 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  });
}
