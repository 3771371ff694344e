import type { Stage } from '../../act.ts';

/** One step of the way a case takes: the act that takes it, and the fact that tells it is taken. */
export interface PathStep {
  readonly stage: Stage;
  readonly act: string;
  readonly label: string;
  readonly fact: string;
  /** Somebody may, nobody must: never the thing to do next. */
  readonly optional?: boolean;
}

/** How every way ends. */
export const fromClosing: readonly PathStep[] = [
  { stage: 'archive', act: 'case.close', label: '结案', fact: 'case.closed' },
  { stage: 'archive', act: 'case.bind-file', label: '编制卷内目录', fact: 'case.fileBound' },
  { stage: 'archive', act: 'case.archive', label: '归档', fact: 'case.archived' },
];

export const fromPublication: readonly PathStep[] = [
  // Whether anybody has to check is the law's business; where nobody has, it is never the thing to do next.
  {
    stage: 'execution',
    act: 'case.approve',
    label: '核对公示稿',
    fact: 'case.publicationChecked',
    optional: true,
  },
  { stage: 'execution', act: 'case.approve', label: '审定公示', fact: 'case.publicationApproved' },
  { stage: 'execution', act: 'case.publish', label: '公示决定', fact: 'case.published' },
  ...fromClosing,
];

/** What is made in writing is sealed and reaches whom it concerns. */
export const handingOver: readonly PathStep[] = [
  { stage: 'execution', act: 'case.seal-document', label: '加盖印章', fact: 'case.decisionSealed' },
  { stage: 'execution', act: 'case.serve', label: '送达决定书', fact: 'case.decisionServed' },
];

export const assigningHandlers: PathStep = {
  stage: 'initiation',
  act: 'case.assign-handlers',
  label: '指派承办人',
  fact: 'case.handlersAssigned',
};
