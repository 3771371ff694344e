import { isIP } from 'node:net';

/**
 * Where a request comes from. A proxy on this machine tells whom it speaks for: the last address it names is the one
 * it added itself. What anybody else says of themselves is not believed.
 */
export function clientAddress(peer: string | undefined, forwarded: string | undefined): string {
  const own = plain(peer ?? '');
  if (own === '') return '不明';
  const told = plain(forwarded?.split(',').at(-1)?.trim() ?? '');
  return isLoopback(own) && told !== '' ? told : own;
}

/** So much of an address as its owner needs to know their own sign-in again, and no more. */
export function coarse(address: string): string {
  if (isLoopback(address)) return '本机';
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.*`;
  if (isIP(address) !== 6) return '不明';
  const [before = ''] = address.split('::');
  return `${before.split(':').slice(0, 3).join(':')}:*`;
}

/** An address without what wraps it, or nothing. */
function plain(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(bare) === 0 ? '' : bare.toLowerCase();
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
