import type { StoryAnswer, StoryClient, StoryRequest } from './run-stories.ts';
import { StoryBroken } from './run-stories.ts';
import { storyId } from './story-id.ts';
import type { StoryAgency } from './story.ts';

/** A story's way to a running demonstration: real requests, real sessions, one for each person. */
export interface HttpStoryClient extends StoryClient {
  /** Sets up the agency: the administrator's acts, in order. */
  setUp(agency: StoryAgency): Promise<void>;
  /** A request in somebody's name, for tests that go their own way. */
  request(by: string, method: string, path: string, body?: unknown): Promise<Response>;
}

interface DemoRoles {
  readonly token: string;
  readonly roles: readonly { readonly login: string; readonly name: string }[];
}

interface Refused {
  readonly title: string;
  readonly refusals?: readonly {
    readonly code: string;
    readonly sentence: string;
    readonly clauses: readonly { readonly id: string }[];
  }[];
}

interface CaseFile {
  readonly version: number;
  readonly obligations: readonly {
    readonly id: string;
    readonly due: string;
    readonly lawfulDue: string;
    readonly met?: string;
  }[];
}

/** What a file of that name holds in a story: the same wherever it is handed in, so that it is the same file. */
export function contentOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(`演示附件：${name}\n`));
}

export function httpStoryClient(url: string, administrator: string): HttpStoryClient {
  const cookies = new Map<string, Promise<string>>();
  let roles: Promise<DemoRoles> | undefined;

  const send = (path: string, method: string, cookie: string | undefined, body: unknown): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      headers: {
        'x-zhaozhang': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  const signIn = async (name: string): Promise<string> => {
    roles ??= send('/api/demo/roles', 'GET', undefined, undefined).then(
      async (response) => (await response.json()) as DemoRoles,
    );
    const known = await roles;
    const role = known.roles.find((one) => one.name === name);
    if (role === undefined) throw new StoryBroken(`没有名叫${name}的演示角色`);
    const response = await send('/api/demo/session', 'POST', undefined, {
      login: role.login,
      token: known.token,
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (!response.ok || cookie === undefined) throw new StoryBroken(`${name}登录不了：${response.status}`);
    return cookie;
  };

  const cookieOf = (by: string): Promise<string> => {
    const known = cookies.get(by);
    if (known !== undefined) return known;
    const cookie = signIn(by);
    cookies.set(by, cookie);
    return cookie;
  };

  const request = async (by: string, method: string, path: string, body?: unknown): Promise<Response> =>
    send(path, method, await cookieOf(by), body);

  const act = async (by: string, sent: StoryRequest): Promise<StoryAnswer> => {
    const response = await request(by, 'POST', '/api/acts', sent);
    if (response.ok) {
      const done = (await response.json()) as {
        outcome: string;
        stream: string;
        version: number;
        defects: readonly { code: string }[];
      };
      return {
        done: true,
        stream: done.stream,
        version: done.version,
        defects: done.defects.map((one) => one.code),
        replayed: done.outcome === 'replayed',
      };
    }
    const refused = (await response.json()) as Refused;
    return {
      done: false,
      title: refused.title,
      refusals: (refused.refusals ?? []).map((one) => ({
        code: one.code,
        sentence: one.sentence,
        clauses: one.clauses.map((clause) => clause.id),
      })),
    };
  };

  const fileOf = async (by: string, stream: string): Promise<CaseFile> => {
    const response = await request(by, 'GET', `/api/cases/${stream.slice('case/'.length)}`);
    if (!response.ok)
      throw new StoryBroken(`案卷打不开：${stream} ${response.status} ${await response.text()}`);
    return (await response.json()) as CaseFile;
  };

  return {
    request,
    act,
    moveClock: async (at) => {
      const response = await request(administrator, 'POST', '/api/demo/clock', { to: at });
      // 409: the clock stands later already, as when stories are played again after a crash.
      if (!response.ok && response.status !== 409)
        throw new StoryBroken(`演示时钟没有移动：${response.status}`);
    },
    attach: async (by, name) => {
      const cookie = await cookieOf(by);
      const response = await fetch(`${url}/api/attachments?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'x-zhaozhang': '1', cookie },
        body: contentOf(name),
      });
      if (!response.ok) throw new StoryBroken(`附件没有收下：${name} ${response.status}`);
      const { blob } = (await response.json()) as { blob: string };
      return { blob, name };
    },
    versionOf: async (by, stream) => (await fileOf(by, stream)).version,
    owed: async (by, stream) => {
      const { obligations } = await fileOf(by, stream);
      return obligations.map((one) => ({
        duty: one.id.slice(0, one.id.indexOf('/')),
        due: one.due,
        lawfulDue: one.lawfulDue,
        met: one.met !== undefined,
      }));
    },
    setUp: async (agency) => {
      for (const [index, step] of agency.setup.entries()) {
        const answer = await act(administrator, {
          id: storyId('agency', index, agency.anchor),
          name: step.act,
          input: step.input,
          record: step.record,
          occurredAt: agency.anchor,
        });
        if (!answer.done)
          throw new StoryBroken(
            `机关设立第 ${index + 1} 步被拒：${answer.refusals[0]?.sentence ?? answer.title}`,
          );
      }
    },
  };
}
