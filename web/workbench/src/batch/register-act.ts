/** 批量登记 makes a file for each line of a table; every other act is done on files that are there. */
export const registerAct = 'case.register-lead';
