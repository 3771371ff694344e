import type { OpenAPIHono } from '@hono/zod-openapi';
import { dayOf, parseInstant } from '@zhaozhang/core/time';
import {
  cssPath,
  portalCss,
  renderDecision,
  renderFailure,
  renderHome,
  renderList,
  renderNotFound,
  renderVerify,
} from '@zhaozhang/portal';
import type { PublishedRow } from '@zhaozhang/store';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PortalFrame, PublicDecision, PublicRow } from '../contract/public.ts';
import type { World } from '../world.ts';
import { proofAt, proofFile } from './proof-files.ts';

const pageSize = 20;
const latest = 10;
const elderCookie = 'zhaozhang_elder';

/** Public pages: server-rendered, no script, made from what is published and from nothing else. */
export function portalRoutes(app: OpenAPIHono, world: World): void {
  app.get(cssPath.split('?')[0] ?? '/portal.css', (context) =>
    context.body(portalCss, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    }),
  );
  app.get('/', async (context) => {
    const page = await world.store.published.list({ limit: latest });
    return html(
      context,
      renderHome(
        frameOf(context, world),
        page.rows.map((row) => publicRow(row)),
      ),
    );
  });
  app.get('/decisions', async (context) => {
    const query = (context.req.query('q') ?? '').slice(0, 100).replace(/[\p{Cc}\p{Surrogate}]/gu, '');
    const page = Math.min(Math.max(Number.parseInt(context.req.query('page') ?? '1', 10) || 1, 1), 200);
    const found = await pageOf(world, query, page);
    return html(
      context,
      renderList(frameOf(context, world), {
        query,
        page,
        more: found.more,
        rows: found.rows.map((row) => publicRow(row)),
      }),
    );
  });
  app.get('/decisions/:id', async (context) => {
    const [agency, id] = splitId(context.req.param('id'));
    const row = await world.store.published.get(agency, id);
    if (row === undefined) return elsewhere(context, world, id, { what: '这份决定' });
    const base = publicRow(row);
    const withdrawn = row.withdrawnAt === undefined ? undefined : parseInstant(row.withdrawnAt);
    const proof = await proofOf(world, agency, id);
    const decision = {
      ...(row.page as object),
      id: base.id,
      documentNumber: row.documentNumber,
      ...(withdrawn === undefined
        ? {}
        : { withdrawn: { day: dayOf(withdrawn), reason: row.withdrawnReason ?? '' } }),
      ...(proof === undefined ? {} : { proof }),
    } as unknown as PublicDecision;
    return html(context, renderDecision(frameOf(context, world), decision));
  });
  app.get('/decisions/:id/receipt', async (context) => {
    const [agency, id] = splitId(context.req.param('id'));
    const published = await world.store.published.get(agency, id);
    if (published === undefined)
      return elsewhere(context, world, id, { what: '这份凭证', under: '/receipt' });
    const entry = await logged(world, agency, id);
    if (entry === undefined) return html(context, renderNotFound(frameOf(context, world), '这份凭证'), 404);
    // The leaf travels with its proof: whoever has the file needs nothing more from us but the public key.
    const text = await world.log.proof(entry, { extra: await world.log.entry(entry) });
    return context.body(text, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="receipt.tlog-proof"',
    });
  });
  app.get('/decisions/:id/proof', async (context) => {
    const [agency, id] = splitId(context.req.param('id'));
    const published = await world.store.published.get(agency, id);
    if (published === undefined) return elsewhere(context, world, id, { what: '这份凭证', under: '/proof' });
    const entry = await logged(world, agency, id);
    if (entry === undefined || entry >= world.log.size())
      return html(context, renderNotFound(frameOf(context, world), '这份凭证'), 404);
    return proofFile(context, world, {
      title: `公示 ${published.documentNumber}`,
      agency: published.agencyName,
      lines: [
        { label: '决定文号', text: published.documentNumber },
        { label: '案由', text: published.title },
        { label: '当事人', text: published.party },
        { label: '公示日期', text: published.publishedDay },
      ].filter((line) => line.text !== ''),
      proofs: [await proofAt(world, entry)],
    });
  });
  app.get('/verify', async (context) => {
    const lines = world.log.checkpoint().split('\n');
    return html(
      context,
      renderVerify(frameOf(context, world), {
        origin: lines[0] ?? '',
        key: world.logKey,
        size: Number(lines[1] ?? '0'),
        root: lines[2] ?? '',
      }),
    );
  });
  app.get('/checkpoint', (context) =>
    context.body(world.log.checkpoint(), 200, { 'content-type': 'text/plain; charset=utf-8' }),
  );
  app.notFound((context) => html(context, renderNotFound(frameOf(context, world), '这个页面'), 404));
}

export function failurePage(context: Context, world: World): Response {
  return html(context, renderFailure(frameOf(context, world)), 500);
}

async function pageOf(
  world: World,
  query: string,
  page: number,
): Promise<{ rows: readonly PublishedRow[]; more: boolean }> {
  let after: string | undefined;
  for (let number = 1; ; number++) {
    const asked = { limit: pageSize, ...(after === undefined ? {} : { after }) };
    const found =
      query.trim() === ''
        ? await world.store.published.list(asked)
        : await world.store.published.search({ ...asked, text: query });
    if (number === page || found.next === undefined)
      return number === page
        ? { rows: found.rows, more: found.next !== undefined }
        : { rows: [], more: false };
    after = found.next;
  }
}

function publicRow(row: PublishedRow): PublicRow {
  return {
    id: `${row.agency}.${row.id}`,
    documentNumber: row.documentNumber,
    title: row.title,
    party: row.party,
    agency: row.agencyName,
    decidedDay: row.decidedDay ?? '',
    publishedDay: row.publishedDay,
    withdrawn: false,
  };
}

function splitId(text: string | undefined): [string, string] {
  // A character no database takes is in no id: not found, like any other that is not there.
  const id = (text ?? '').replace(/[\p{Cc}\p{Surrogate}].*/su, '');
  const dot = id.lastIndexOf('.');
  return [id.slice(0, Math.max(dot, 0)), id.slice(dot + 1)];
}

/** The file has gone to the successor of the agency that published it, and its page, receipt and proof with it. */
async function elsewhere(
  context: Context,
  world: World,
  id: string,
  { what, under = '' }: { readonly what: string; readonly under?: string },
): Promise<Response> {
  const holder = await world.store.published.holder(id);
  return holder === undefined
    ? html(context, renderNotFound(frameOf(context, world), what), 404)
    : context.redirect(`/decisions/${holder}.${id}${under}`, 301);
}

/** Place in the log of the event that published the decision. */
async function logged(world: World, agency: string, id: string): Promise<number | undefined> {
  const events = await world.store.eventsWithLogIndex(agency, `case/${id}`);
  return events.find((event) => event.type === 'case.published')?.logIndex;
}

async function proofOf(world: World, agency: string, id: string): Promise<PublicDecision['proof']> {
  const index = await logged(world, agency, id);
  const size = world.log.size();
  return index === undefined || index >= size
    ? undefined
    : { index, size, checkpoint: world.log.checkpoint() };
}

function frameOf(context: Context, world: World): PortalFrame {
  const asked = context.req.query('elder');
  if (asked !== undefined)
    setCookie(context, elderCookie, asked === '1' ? '1' : '0', {
      path: '/',
      sameSite: 'Lax',
      httpOnly: true,
      maxAge: 31_536_000,
    });
  const url = new URL(context.req.url);
  url.searchParams.delete('elder');
  return {
    elder: asked === undefined ? getCookie(context, elderCookie) === '1' : asked === '1',
    path: `${url.pathname}${url.search}`,
    ...(world.clock.demonstration ? { demonstrationDay: dayOf(world.clock.now()) } : {}),
  };
}

function html(context: Context, text: string, status: 200 | 404 | 500 = 200): Response {
  return context.body(text, status, { 'content-type': 'text/html; charset=utf-8' });
}
