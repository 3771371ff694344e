/** The penalty on the spot (简易程序), which opens a file as a lead does. */
export const onSpotAct = 'case.decide-on-spot';

/** An application for a license, which opens a file of that kind. */
export const applicationAct = 'case.register-application';

/** A decision that stays unperformed, which opens a file of its enforcement. */
export const executionAct = 'case.open-execution';
/** The task of an inspection, which opens a file of that kind. */
export const openInspectionAct = 'case.open-inspection';

/** What was cleared away because it could not wait, which opens a file as well. */
export const clearanceAct = 'case.clear-at-once';
