/** The URL of a database of our own cluster. It carries the password: never log it. */
export function databaseUrl(port: number, database: string, user: string, password: string): string {
  return withCredentials(`postgresql://127.0.0.1:${port}/${database}`, user, password);
}

/** The same database, as another role. */
export function withCredentials(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}
