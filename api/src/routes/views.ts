import type { OpenAPIHono } from '@hono/zod-openapi';
import { actDefinitions, describe, emptyState, entryById, isMarked, mayReadMarked } from '@zhaozhang/core';
import { documentStyle, documentStylePath, renderDocument } from '@zhaozhang/documents';
import type { ActContext, AnyEntry, CaseState, CaseSummary } from '@zhaozhang/core';
import { z } from 'zod';
import { openSealedText } from '../acts/seal.ts';
import { caseView as caseViewSchema, formView as formViewSchema, worklist } from '../contract/index.ts';
import { accessDenied, notFound } from '../problem.ts';
import { caseView } from '../views/case.ts';
import { formView } from '../views/form.ts';
import { formerRefusals } from '../views/former-refusals.ts';
import type { Option } from '../views/form.ts';
import { worklistOf } from '../views/worklist.ts';
import type { World } from '../world.ts';
import { documented } from './documented.ts';
import { accountOf, actorOf, agencyOf, foreseenBy, seenCase, standingOf } from './signed-in.ts';

/** What officers see. Reading a case's file is noted; lists and forms tell nothing that the page does not. */
export function viewRoutes(app: OpenAPIHono, world: World): void {
  documented(
    app,
    { method: 'get', path: '/api/worklist', summary: '待办', tag: '查看', answer: worklist },
    async (context) => {
      const account = await accountOf(world, context);
      const agency = await agencyOf(world, account);
      const { context: standing } = await standingOf(world, account, agency);
      return context.json(
        await worklistOf(
          world.store,
          agency,
          standing.actor,
          { today: standing.law, foreseen: await foreseenBy(world, agency) },
          standing.now,
        ),
      );
    },
  );

  documented(
    app,
    { method: 'get', path: '/api/cases/{id}', summary: '案卷', tag: '查看', answer: caseViewSchema },
    async (context) => {
      const account = await accountOf(world, context);
      const id = caseId(context.req.param('id'));
      const [{ state, context: standing }, events] = await Promise.all([
        seenCase(world, account, id),
        world.store.eventsWithLogIndex(account.agency, `case/${id}`),
      ]);
      await noteReading(world, account, `case/${id}`, '办案', standing.law.digest);
      await noteMarked(world, account, { state, standing }, state.entries);
      const waiting = new Set(
        events.filter((event) => event.logIndex === undefined).map((event) => event.version),
      );
      const refusals = await formerRefusals(world.store, state, standing.law);
      return context.json(caseView(state, standing, (version) => !waiting.has(version), refusals));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/cases/{id}/forms/{act}',
      summary: '办理表单',
      tag: '查看',
      answer: formViewSchema,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const { state, context: standing } = await seenCase(world, account, caseId(context.req.param('id')));
      const act = caseAct(context.req.param('act'));
      return context.json(formView(state, act, standing, await casesFor(world, account.agency, act)));
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/forms/{act}',
      summary: '新立案卷的表单',
      tag: '查看',
      answer: formViewSchema,
    },
    async (context) => {
      const account = await accountOf(world, context);
      const act = caseAct(context.req.param('act'));
      if (actDefinitions.get(act)?.opens !== true) throw notFound('这张表单');
      const { context: standing } = await standingOf(world, account, await agencyOf(world, account));
      return context.json(formView(emptyState('case/new', account.agency) as CaseState, act, standing));
    },
  );

  documented(
    app,
    { method: 'get', path: '/api/offline/{id}', summary: '供断网时在本机检查的案卷和规则', tag: '查看' },
    async (context) => {
      const account = await accountOf(world, context);
      const id = caseId(context.req.param('id'));
      const { state, context: standing, bundle } = await seenCase(world, account, id);
      await openMarked(world, account, { state, standing }, state.entries);
      // The whole file goes out, to be read where nobody notes it: it is noted here.
      await noteReading(world, account, `case/${id}`, '办案', standing.law.digest);
      return context.json({
        bundle: JSON.parse(bundle.text),
        digest: bundle.digest,
        state,
        refs: standing.refs,
        actor: actorOf(account),
        now: standing.now,
      });
    },
  );

  app.get(documentStylePath, (context) =>
    context.body(documentStyle, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  documented(
    app,
    { method: 'get', path: '/api/cases/{id}/documents/{entry}', summary: '可打印的文书', tag: '查看' },
    async (context) => {
      const account = await accountOf(world, context);
      const { state, context: standing } = await seenCase(world, account, caseId(context.req.param('id')));
      const entry = entryById(state, context.req.param('entry') ?? '');
      const html =
        entry === undefined
          ? undefined
          : renderDocument(entry, { state, agency: standing.refs.agency, law: standing.law });
      if (entry === undefined || html === undefined) throw notFound('这份文书');
      await openMarked(world, account, { state, standing }, [entry]);
      await noteReading(world, account, state.stream, '查看文书', standing.law.digest);
      return context.body(html, 200, { 'content-type': 'text/html; charset=utf-8' });
    },
  );

  documented(
    app,
    {
      method: 'get',
      path: '/api/sealed/{ref}',
      summary: '查看加密保存的内容；每次查看留下记录',
      tag: '查看',
      query: z.object({ case: z.string(), purpose: z.string().optional() }),
      answer: z.object({ text: z.string() }),
    },
    async (context) => {
      const account = await accountOf(world, context);
      const ref = context.req.param('ref') ?? '';
      const { state, context: standing } = await seenCase(world, account, caseId(context.req.query('case')));
      // The reference must stand in this very case: seeing one case must not open what another seals.
      if (!/^[0-9A-Z]{26}$/.test(ref) || !JSON.stringify(state).includes(`"sealed":"${ref}"`))
        throw notFound('这项内容');
      const row = await world.store.openSealed({
        agency: account.agency,
        ref,
        actor: { account: account.id, name: account.name },
        purpose: [...(blank(context.req.query('purpose')) ?? '办案')].slice(0, 60).join(''),
        occurredAt: standing.now,
        bundle: standing.law.digest,
      });
      if (row === undefined) throw notFound('这项内容');
      return context.json({ text: openSealedText(ref, row.ciphertext, world.keyOf(account.agency)) });
    },
  );
}

/** Lets nobody without a part in the case at its marked entries; whoever asks is noted either way (处罚法第五十条). */
export async function openMarked(
  world: World,
  account: { agency: string; id: string; name: string },
  { state, standing }: { state: CaseState; standing: ActContext },
  entries: readonly AnyEntry[],
): Promise<void> {
  if (!(await noteMarked(world, account, { state, standing }, entries))) throw accessDenied();
}

/** Notes that somebody asks for marked entries, if there are any, and tells whether they may read them. */
async function noteMarked(
  world: World,
  account: { agency: string; id: string; name: string },
  { state, standing }: { state: CaseState; standing: ActContext },
  entries: readonly AnyEntry[],
): Promise<boolean> {
  if (!entries.some(isMarked)) return true;
  const allowed = mayReadMarked(state, standing);
  const purpose = allowed ? '查看保密记录' : '请求查看保密记录，未准许';
  await noteReading(world, account, state.stream, purpose, standing.law.digest);
  return allowed;
}

export async function noteReading(
  world: World,
  account: { agency: string; id: string; name: string },
  subject: string,
  purpose: string,
  bundle: string,
): Promise<void> {
  await world.store.noteAccess({
    agency: account.agency,
    actor: { account: account.id, name: account.name },
    subject,
    purpose,
    occurredAt: world.clock.now(),
    bundle,
  });
}

export function blank(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

export function caseId(text: string | undefined): string {
  if (text === undefined || !/^[0-9A-Z]{26}$/.test(text)) throw notFound('这个案卷');
  return text;
}

export function caseAct(name: string | undefined): string {
  const definition = actDefinitions.get(name ?? '');
  if (definition?.aggregate !== 'case') throw notFound('这张表单');
  return definition.name;
}

/** Longer than a list somebody looks through; it is narrowed by typing. */
const namedAtMost = 500;

/** Other cases an act may name, the latest first; none where it names no other. */
async function casesFor(world: World, agency: string, act: string): Promise<readonly Option[]> {
  const definition = actDefinitions.get(act);
  const names = definition !== undefined && describe(definition.input).some((field) => field.ref === 'case');
  if (!names) return [];
  const { rows } = await world.store.listCases(agency, { limit: namedAtMost });
  return rows.map((row) => {
    const { number, title, parties } = row.summary as unknown as CaseSummary;
    return { value: row.stream, label: number ?? title, note: [title, ...parties].join('、') };
  });
}
