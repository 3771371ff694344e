import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { problemResponse, ProblemError } from '../problem.ts';
import { accountRoutes } from '../routes/accounts.ts';
import { actRoutes } from '../routes/acts.ts';
import { agencyRoutes } from '../routes/agency.ts';
import { successionRoutes } from '../routes/succession.ts';
import { attachmentRoutes } from '../routes/attachments.ts';
import { batchRoutes } from '../routes/batches.ts';
import { lawBindingRoutes } from '../routes/law-binding.ts';
import { calendarRoutes } from '../routes/calendar.ts';
import { demonstrationRoutes } from '../routes/demonstration.ts';
import { findingRoutes } from '../routes/finding.ts';
import { sameOrigin, soundQuery } from '../routes/guard.ts';
import { identityRoutes } from '../routes/identity.ts';
import { lawRoutes } from '../routes/law.ts';
import { ownAccountRoutes } from '../routes/own-account.ts';
import { failurePage, portalRoutes } from '../routes/portal.ts';
import { proofFileRoutes } from '../routes/proof-files.ts';
import { sessionRoutes } from '../routes/session.ts';
import { messageRoutes } from '../routes/messages.ts';
import { setUpRoutes } from '../routes/set-up.ts';
import { viewRoutes } from '../routes/views.ts';
import type { RequestTold } from '../operation/logging.ts';
import { readinessOf } from '../operation/readiness.ts';
import { problemOf } from '../operation/trouble.ts';
import type { World } from '../world.ts';

/** All routes of an installation. Pure assembly: what they need arrives in the world. */
export function appOf(
  world: World,
  { onError, onRequest }: { onError(error: unknown): void; onRequest(told: RequestTold): void },
): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use('*', async (context, next) => {
    const began = performance.now();
    await next();
    onRequest({
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: performance.now() - began,
    });
  });
  app.use('*', securityHeaders);
  app.use('/api/*', sameOrigin);
  app.use('/api/*', soundQuery);
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store');
    await next();
  });
  sessionRoutes(app, world);
  demonstrationRoutes(app, world);
  setUpRoutes(app, world);
  ownAccountRoutes(app, world);
  accountRoutes(app, world);
  identityRoutes(app, world, onError);
  actRoutes(app, world);
  batchRoutes(app, world, onError);
  viewRoutes(app, world);
  findingRoutes(app, world);
  messageRoutes(app, world);
  agencyRoutes(app, world);
  successionRoutes(app, world);
  lawRoutes(app, world);
  calendarRoutes(app, world);
  lawBindingRoutes(app, world);
  attachmentRoutes(app, world);
  proofFileRoutes(app, world);
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: '照章接口', version: '1' } });
  app.get('/api/health', (context) => context.json({ alive: true }));
  app.get('/api/ready', async (context) => {
    const { ready } = await readinessOf(world);
    return context.json({ ready, logged: world.log.size() }, ready ? 200 : 503);
  });
  app.all('/api/*', () => {
    throw new ProblemError({ title: '没有这个接口', status: 404 });
  });
  workbench(app, world);
  portalRoutes(app, world);
  app.onError((error, context) => answerError(error, context, world, onError));
  return app;
}

function answerError(
  error: unknown,
  context: Context,
  world: World,
  onError: (error: unknown) => void,
): Response {
  const told = problemOf(error, onError);
  // A reader of public pages gets a page, unless it is an answer that was meant.
  if (told !== error && !context.req.path.startsWith('/api/')) return failurePage(context, world);
  return problemResponse(context, told.problem, told.headers);
}

/**
 * No script but our own, nothing from elsewhere, no framing. Styles may be inline: the component kit writes them. Said
 * before the answer is made: each word added to a finished one makes the library copy all of it.
 */
const securityHeaders: MiddlewareHandler = async (context, next) => {
  // What the interface answers is read by our pages and never is one: opened by itself, a file can do nothing.
  const isApi = context.req.path.startsWith('/api/');
  const styles = context.req.path.startsWith('/workbench') ? "'self' 'unsafe-inline'" : "'self'";
  const policy = `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  context.header('content-security-policy', isApi ? `${policy}; sandbox` : policy);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'same-origin');
  context.header('x-frame-options', 'DENY');
  context.header('cross-origin-resource-policy', 'same-origin');
  context.header('cross-origin-opener-policy', 'same-origin');
  context.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(self)');
  await next();
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** The officers' app: files as built; any other address of it is the app itself. */
function workbench(app: OpenAPIHono, world: World): void {
  app.get('/workbench', (context) => context.redirect('/workbench/'));
  app.get('/workbench/*', async (context) => {
    // Not decoded: no file of ours has a name that would need it.
    const asked = context.req.path.slice('/workbench/'.length);
    const isFile = /^assets\/[\w-][\w.-]*$/.test(asked) && types[extname(asked)] !== undefined;
    const file = isFile ? asked : 'index.html';
    const bytes = await readFile(join(world.places.workbench, file)).catch(() => undefined);
    if (bytes === undefined)
      throw new ProblemError({ title: '工作台没有这个文件', status: 404, remedy: '刷新页面' });
    return context.body(new Uint8Array(bytes), 200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': isFile ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}
