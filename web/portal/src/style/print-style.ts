/** On paper: the decision and nothing to press. */
export const printStyle = `@media print{
html,html.elder{font-size:12pt}
body{display:block}
.skip,.doors,.switch,.search,.contents,.pager,.office,.gates,.more{display:none}
.band{color:#000;background:none;border-bottom:2px solid #000}
.band a,a{color:#000;text-decoration:none}
main,.wide{max-width:none;padding-left:0;padding-right:0}
h1,h2,h3{break-after:avoid;page-break-after:avoid}
tr,.field,pre{break-inside:avoid;page-break-inside:avoid}
.foot,.demonstration{background:none}
}
`;
