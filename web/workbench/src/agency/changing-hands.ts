import type { BatchOutcome, BatchResult, CedingFiles } from '@zhaozhang/api/contract';
import type { Failure, Reply } from '../http/request.ts';

/** So many go at once: small enough that a click on stop is heard soon. */
export const portion = 20;

export type File = CedingFiles['files'][number];

/** A file that did not change hands, and why. */
export interface Kept {
  readonly file: File;
  readonly why: string;
}

/** How far it has come. */
export interface Progress {
  readonly done: number;
  readonly kept: readonly Kept[];
  readonly failure?: Failure;
}

interface Sending {
  /** The act by which each changes hands, and what all say alike. */
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The id of a file's act: the same each time it is asked, so that what has happened does not happen twice. */
  readonly idOf: (file: File) => string;
  readonly post: (body: object) => Promise<Reply<BatchResult>>;
  readonly told: (progress: Progress) => void;
  readonly stopped: () => boolean;
}

/** Gives away or receives file after file, in portions, until all have gone, somebody stops it, or no answer comes. */
export async function changeHands(files: readonly File[], sending: Sending): Promise<Progress> {
  let progress: Progress = { done: 0, kept: [] };
  for (let at = 0; at < files.length && !sending.stopped(); at += portion) {
    const turn = files.slice(at, at + portion);
    const reply = await sending.post({
      name: sending.name,
      input: sending.input,
      acts: turn.map((file) => ({ id: sending.idOf(file), stream: file.stream })),
    });
    if (!reply.ok) {
      const ended: Progress = { done: progress.done, kept: progress.kept, failure: reply.failure };
      sending.told(ended);
      return ended;
    }
    progress = counted(progress, turn, reply.value.results);
    sending.told(progress);
  }
  return progress;
}

function counted(before: Progress, turn: readonly File[], results: readonly BatchOutcome[]): Progress {
  const kept = turn.flatMap((file, index): readonly Kept[] => {
    const { outcome, problem } = results[index] ?? {};
    if (outcome === 'done' || outcome === 'replayed') return [];
    return [{ file, why: problem?.refusals?.[0]?.because ?? problem?.title ?? '没有答复' }];
  });
  return { ...before, done: before.done + turn.length - kept.length, kept: [...before.kept, ...kept] };
}
