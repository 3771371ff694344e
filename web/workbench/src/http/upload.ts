import type { AttachmentResult } from '@zhaozhang/api/contract';
import { type Reply, readReply } from './request.ts';

/** Sends one file as it is, telling how much has gone (0–1). `fetch` cannot tell, so this is an XMLHttpRequest. */
export function upload(
  file: File,
  progress: (part: number) => void,
): { done: Promise<Reply<AttachmentResult>>; abort: () => void } {
  const ask = new XMLHttpRequest();
  const done = new Promise<Reply<AttachmentResult>>((resolve) => {
    ask.open('POST', `/api/attachments?name=${encodeURIComponent(file.name)}`);
    ask.setRequestHeader('x-zhaozhang', '1');
    ask.setRequestHeader('accept', 'application/json');
    ask.setRequestHeader('content-type', 'application/octet-stream');
    ask.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    ask.onload = () => resolve(readReply<AttachmentResult>(ask.status, ask.responseText));
    ask.onerror = () => resolve({ ok: false, failure: { kind: 'network' } });
    ask.onabort = ask.onerror;
    ask.send(file);
  });
  return { done, abort: () => ask.abort() };
}
