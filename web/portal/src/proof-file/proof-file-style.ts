/** What the file has that no page of the portal has. */
export const proofFileStyle = `
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
#result{margin:1rem 0;font-size:1.15rem;font-weight:600}
textarea{display:block;width:100%;margin-top:.25rem;padding:.6rem .7rem;font:inherit;font-family:monospace;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
button{min-height:var(--control);padding:0 1.6rem;border:1px solid var(--action);border-radius:var(--radius);color:var(--action);background:var(--paper);font-weight:600;cursor:pointer}
summary{min-height:var(--control);cursor:pointer}
`;
