import { runTool } from './steps/run-tool.mjs';

await runTool('rebuild');
