/** Mast, doors and foot. The seal's red belongs to the mast alone. */
export const frameStyle = `.wide{max-width:56rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-999rem;top:0;z-index:1;padding:.6rem 1rem;background:var(--paper)}
.skip:focus{left:0}
.band{color:#fff;background:var(--seal)}
.band a{color:#fff}
.band a:focus{outline-color:#fff}
.mast-row{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;padding-top:.5rem;padding-bottom:.5rem}
.site{display:inline-flex;align-items:center;min-height:var(--control);margin-right:1rem;font-size:1.25rem;font-weight:600;text-decoration:none}
.switch{display:inline-flex;align-items:center;min-height:var(--control);padding:0 .8rem;border:1px solid #fff;border-radius:var(--radius);text-decoration:none}
.site:hover,.switch:hover{text-decoration:underline}
.doors{border-bottom:1px solid var(--line);background:var(--ground)}
.doors ul{display:flex;flex-wrap:wrap;list-style:none}
.doors li{margin-right:1.5rem}
.doors a{display:inline-flex;align-items:center;min-height:var(--control);border-bottom:3px solid transparent;color:var(--ink);text-decoration:none}
.doors a:hover{text-decoration:underline}
.doors [aria-current]{border-bottom-color:var(--seal);font-weight:600}
.demonstration{border-bottom:1px solid var(--line);color:var(--warn);background:var(--warn-soft)}
.demonstration p{max-width:56rem;margin:0 auto;padding-top:.5rem;padding-bottom:.5rem}
body{display:flex;flex-direction:column;min-height:100vh}
main{flex:1 0 auto;width:100%;max-width:56rem;margin:0 auto;padding:1.6rem 1rem 3rem}
.foot{border-top:1px solid var(--line);color:var(--second);background:var(--ground);font-size:.9rem}
.foot .wide{padding-top:1rem;padding-bottom:1.5rem}
.foot p{margin-bottom:.3rem}
.office a{display:inline-flex;align-items:center;min-height:var(--control)}
`;
