/** What a server answered, read to the end. */
export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Everybody of a running demonstration, signed in. */
export interface People {
  /** @throws when the server cannot be reached or breaks off */
  send(by: string, method: string, path: string, body?: Uint8Array | object): Promise<Answer>;
  json<T>(by: string, path: string): Promise<T>;
}

const patienceMs = 20_000;

export async function signInEverybody(url: string): Promise<People> {
  const sessions = new Map<string, string>();
  const ask = (
    method: string,
    path: string,
    cookie: string | undefined,
    body?: Uint8Array | object,
  ): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'x-zhaozhang': '1',
        ...(body === undefined || body instanceof Uint8Array ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
  const offered = await ask('GET', '/api/demo/roles', undefined);
  const { token, roles } = (await offered.json()) as {
    token: string;
    roles: readonly { login: string; name: string }[];
  };
  for (const { login, name } of roles) {
    const answer = await ask('POST', '/api/demo/session', undefined, { login, token });
    await answer.arrayBuffer();
    sessions.set(name, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }
  const send: People['send'] = async (by, method, path, body) => {
    const answer = await ask(method, path, sessions.get(by), body);
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  return {
    send,
    json: async <T>(by: string, path: string): Promise<T> => {
      const answer = await send(by, 'GET', path);
      const text = new TextDecoder().decode(answer.bytes);
      if (answer.status !== 200) throw new Error(`${path}:${answer.status} ${text}`);
      return JSON.parse(text) as T;
    },
  };
}
