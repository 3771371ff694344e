/**
 * A path that stays on this site. `//host` and `/\host` name other hosts to a browser, and the path comes from
 * whoever made the request.
 */
export function localPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path.replace(/#.*$/s, '') : '/';
}
