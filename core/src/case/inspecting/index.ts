import { concludeInspection } from './conclude-inspection.ts';
import { notifyInspection } from './notify-inspection.ts';
import { openInspection } from './open-inspection.ts';
import { referInspection } from './refer-inspection.ts';
import { startInspection } from './start-inspection.ts';

/** Acts of an inspection, in the order it takes; what is written down inside are acts of the inquiry. */
export const inspectingActs = [
  openInspection,
  notifyInspection,
  startInspection,
  concludeInspection,
  referInspection,
] as const;
