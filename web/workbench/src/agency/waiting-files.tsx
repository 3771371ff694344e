import type { BatchResult, CedingFiles } from '@zhaozhang/api/contract';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { ulid } from 'ulid';
import { request } from '../http/request.ts';
import { useLoaded } from '../http/use-loaded.ts';
import { Failed } from '../parts/failed.tsx';
import { Loading } from '../parts/loading.tsx';
import { changeHands, type File, type Progress } from './changing-hands.ts';

interface WaitingFilesProps {
  /** Where the list of those that wait is asked for. */
  readonly path: string;
  /** The act by which each changes hands, with what all of them say alike. */
  readonly act: { readonly name: string; readonly input: Readonly<Record<string, unknown>> };
  /** What is done with them: 移交 or 接收. */
  readonly verb: string;
  /** What is said when nothing waits. */
  readonly none: string;
  /** Whether this person may do it; else it is said who does. */
  readonly may: boolean;
}

/** Named before they go; the others are counted. */
const named = 8;

/** Files that wait to change hands, and the one button by which all of them do. */
export function WaitingFiles({ path, act, verb, none, may }: WaitingFilesProps): ReactNode {
  const { value, failure, reload } = useLoaded<CedingFiles>(path);
  const [progress, setProgress] = useState<Progress>();
  const [running, setRunning] = useState(false);
  const stop = useRef(false);
  const ids = useRef(new Map<string, string>());
  if (failure !== undefined) return <Failed failure={failure} retry={reload} />;
  if (value === undefined) return <Loading what="等待的案卷" />;
  const { files, waiting, atLeast } = value;

  const idOf = ({ stream }: File): string => {
    const id = ids.current.get(stream) ?? ulid();
    ids.current.set(stream, id);
    return id;
  };
  async function run(): Promise<void> {
    stop.current = false;
    setRunning(true);
    await changeHands(files, {
      ...{ ...act, idOf, told: setProgress },
      post: (body) => request<BatchResult>('POST', '/api/batches', body),
      stopped: () => stop.current,
    });
    setRunning(false);
    reload();
  }

  return (
    <div className="changing">
      {waiting === 0 ? (
        <p className="second">{none}</p>
      ) : (
        <>
          <p>
            等待{verb}
            {atLeast ? '不少于' : ''} <strong>{waiting}</strong> 件
            {files.length < waiting ? `，每次${verb} ${files.length} 件` : ''}：
          </p>
          <ul className="changing-files">
            {files.slice(0, named).map((file) => (
              <li key={file.stream}>
                {file.number === undefined ? '' : `${file.number} `}
                {file.title}
                <span className="small second">
                  {' '}
                  {[...file.parties.slice(0, 2), file.stageLabel].join(' · ')}
                </span>
              </li>
            ))}
            {files.length > named ? <li className="second">等 {waiting} 件</li> : null}
          </ul>
        </>
      )}
      {progress === undefined ? null : (
        <p role="status" className={progress.kept.length > 0 ? 'notice notice-warn' : 'notice notice-good'}>
          已经{verb} {progress.done} 件
          {progress.kept.length > 0 ? `，${progress.kept.length} 件没有办成` : '。'}
        </p>
      )}
      {progress === undefined || progress.kept.length === 0 ? null : (
        <ul className="changing-files">
          {progress.kept.slice(0, named).map(({ file, why }) => (
            <li key={file.stream}>
              {file.title}：{why}
            </li>
          ))}
        </ul>
      )}
      {progress?.failure === undefined ? null : (
        <Failed failure={progress.failure} retry={() => void run()} />
      )}
      {waiting === 0 ? null : !may ? (
        <p className="small second">由内勤、部门主要负责人或者机关负责人{verb}。</p>
      ) : running ? (
        <Button
          onClick={() => {
            stop.current = true;
          }}
        >
          停下
        </Button>
      ) : (
        <Button type="primary" onClick={() => void run()}>
          {verb}
          {files.length < waiting ? `这 ${files.length} 件` : `全部 ${waiting} 件`}
        </Button>
      )}
    </div>
  );
}
