import { createHash, randomBytes } from 'node:crypto';
import type { ActStep, Story } from '@zhaozhang/scenarios';
import { ulid } from 'ulid';
import type { People } from './demonstration-people.ts';

/** An act as it was sent, so that it can be sent again letter by letter. */
export interface SentAct {
  readonly by: string;
  readonly body: { readonly id: string; readonly name: string; readonly stream?: string };
  /** SHA-256 of the file the act names, if it names one. */
  readonly digest?: string;
}

/** An act the server said had happened. */
export interface Acknowledged extends SentAct {
  readonly stream: string;
  readonly version: number;
}

/** Several people working at once, each case after case, until the server breaks off. */
export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** Sent, never answered: each may have happened or not. */
  readonly unanswered: readonly SentAct[];
  /** Answers that should not have come: the work is lawful, so nothing is refused. */
  readonly surprises: readonly string[];
  reached(count: number): Promise<void>;
  /** Settles when everybody has stopped, because the server was gone or they were told to. */
  stop(): Promise<void>;
}

const attachedTo: Readonly<Record<string, string>> = {
  'case.register-lead': 'lead.attachments',
  'case.record-interview': 'interview.attachments',
};

export function startLoad(people: People, story: Story, workers: number): Load {
  const acknowledged: Acknowledged[] = [];
  const unanswered: SentAct[] = [];
  const surprises: string[] = [];
  const steps = story.steps.filter((step): step is ActStep => 'act' in step);
  const work = { stopped: false };
  const waiting: (() => void)[] = [];
  const tell = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };

  const oneCase = async (): Promise<void> => {
    const names = new Map<string, string>();
    let stream: string | undefined;
    let version = 0;
    for (const step of steps) {
      if (work.stopped) return;
      const id = ulid();
      const field = attachedTo[step.act];
      const digest = field === undefined ? undefined : await upload(people, step.by);
      const record = named(step.record, names) as Record<string, unknown>;
      const sent: SentAct = {
        by: step.by,
        ...(digest === undefined ? {} : { digest }),
        body: {
          id,
          name: step.act,
          ...(stream === undefined ? {} : { stream, basedOn: version }),
          input: named(step.input, names),
          record:
            field === undefined
              ? record
              : { ...record, [field]: [{ blob: `sha256:${digest}`, name: '扫描件.bin' }] },
          occurredAt: step.at,
        } as SentAct['body'],
      };
      unanswered.push(sent);
      const answer = await people.send(sent.by, 'POST', '/api/acts', sent.body);
      const told = JSON.parse(new TextDecoder().decode(answer.bytes)) as { stream: string; version: number };
      // A server whose database is gone answers a fault: then nobody has been promised anything.
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      unanswered.splice(unanswered.indexOf(sent), 1);
      if (answer.status !== 201) {
        surprises.push(`${step.act}:${answer.status} ${JSON.stringify(told)}`);
        return;
      }
      ({ stream, version } = told);
      acknowledged.push({ ...sent, stream, version });
      if (step.as !== undefined) names.set(step.as, id);
      tell();
    }
  };
  const running = Promise.all(
    Array.from({ length: workers }, async () => {
      try {
        while (!work.stopped) await oneCase();
      } catch {
        // The server broke off, which is what this is for; what had been sent stays among the unanswered.
        work.stopped = true;
      }
    }),
  ).then(tell);

  return {
    acknowledged,
    unanswered,
    surprises,
    reached: async (count) => {
      while (acknowledged.length < count && !work.stopped)
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
    },
    stop: async () => {
      work.stopped = true;
      await running;
    },
  };
}

async function upload(people: People, by: string): Promise<string> {
  const bytes = randomBytes(20_000);
  const answer = await people.send(
    by,
    'POST',
    `/api/attachments?name=${encodeURIComponent('扫描件.bin')}`,
    bytes,
  );
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (answer.status !== 201) throw new Error(`附件没有收下：${answer.status}`);
  return digest;
}

/** `$name` in a story stands for what an earlier step made. */
function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? names.get(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((item) => named(item, names));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item, names)]));
  return value;
}
