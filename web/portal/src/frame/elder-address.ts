import { localPath } from './local-path.ts';

/**
 * Where the switch of 适老模式 leads: the page at hand, its question kept, with `elder=1` or `elder=0`. The server
 * answers by setting a cookie, so no other link has to carry the mode.
 */
export function elderAddress(path: string, turnOn: boolean): string {
  const [page = '/', query = ''] = splitOnce(localPath(path));
  const kept = query.split('&').filter((pair) => pair !== '' && !/^elder(=|$)/.test(pair));
  return `${page}?${[...kept, `elder=${turnOn ? '1' : '0'}`].join('&')}`;
}

function splitOnce(path: string): [string, string] {
  const at = path.indexOf('?');
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}
