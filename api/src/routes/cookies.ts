import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { clientAddress } from '../sessions/address.ts';
import { awaitingCookie, awaitingSeconds, sessionCookie } from '../sessions/sessions.ts';

const awaitingPath = '/api/session';

/** The cookie no script can read and no other site can send. */
export function keepSession(context: Context, token: string): void {
  const secure = isSecure(context);
  setCookie(context, sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'Strict', secure });
}

/** Binds the second step of a sign-in to the browser of the first, as long as it holds. */
export function keepAwaiting(context: Context, token: string): void {
  setCookie(context, awaitingCookie, token, {
    path: awaitingPath,
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(context),
    maxAge: awaitingSeconds,
  });
}

export function forgetAwaiting(context: Context): void {
  deleteCookie(context, awaitingCookie, { path: awaitingPath });
}

export function isSecure(context: Context): boolean {
  return (
    context.req.header('x-forwarded-proto') === 'https' || new URL(context.req.url).protocol === 'https:'
  );
}

export function addressOf(context: Context): string {
  let peer: string | undefined;
  try {
    peer = getConnInfo(context).remote.address;
  } catch {
    // Not a connection of this server's: asked from within.
  }
  return clientAddress(peer, context.req.header('x-forwarded-for'));
}
