/** What the public calls this site. */
export const siteName = '行政执法公示';
